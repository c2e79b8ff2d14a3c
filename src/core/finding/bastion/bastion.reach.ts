// bastion.reach: Bastion reaches machines in its own and directly peered networks, and no further.

import type { ClientSources } from "../../client/client-networks.ts";
import { unlessStrangers } from "../../client/likely-hosts.ts";
import type { Outcome } from "../../outcome/check.ts";
import { fail, notApplicable, pass, unread } from "../../outcome/outcomes.ts";
import {
  describeSides,
  isCarrying,
  makePeering,
  openWherePartial,
  readSides,
  sidesOf,
} from "../../repair/peering-sides.ts";
import {
  bastionOnWay,
  bastionSections,
  type FoundBastion,
  judgeBastion,
  networkOf,
} from "../../requirement/bastion-on-way.ts";
import type { JumpHost } from "../../snapshot/hosts.ts";
import { nameOf, sameId } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

function judge({ bastion, network }: FoundBastion, host: JumpHost, sources: ClientSources): Outcome {
  const name = nameOf(host.virtualNetworkId);
  if (sameId(bastion.virtualNetworkId, host.virtualNetworkId))
    return pass(`${bastion.name} and ${host.name} stand in ${name}.`);
  const near = networkOf(host.virtualNetworkId, sources);
  if (near.status === "unavailable") return unread(near);
  if (network.status === "unavailable") return unread(network);
  const { id, name: place } = network.data;
  const sides = sidesOf(near.data, { id, name: place, network, jumpHosts: [] });
  const evidence = describeSides(sides);
  const open = openWherePartial(readSides(sides).map(({ peering }) => peering));
  return isCarrying(sides)
    ? (open ??
        pass(`${bastion.name} reaches ${host.name} over the peering of ${place} and ${name}.`, evidence))
    : fail(
        `${bastion.name} stands in ${place}, and no working peering leads from there to ${host.name} in ${name}.`,
        {
          resourceId: bastion.id,
          evidence,
          fix: makePeering(sides),
        },
      );
}

export const bastionReach = defineCheck({
  id: "bastion.reach",
  title: "Bastion reaches the jump host",
  severity: "high",
  about: "people",
  why: "Bastion reaches machines in its own network and in directly peered ones, never over two hops.",
  remediation: "Peer the two networks, or make a Bastion host in the one of the jump host.",
  source: "https://learn.microsoft.com/azure/bastion/vnet-peering",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["bastion.exists", "peering.both-sides", "peering.state", "peering.vnet-access"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeBastion(bastionOnWay(client, data), (found) => {
      if (found.host !== null) return unlessStrangers(data, judge(found, found.host, data));
      return data.jumpHosts.status === "unavailable"
        ? unread(data.jumpHosts)
        : notApplicable("There is no jump host to reach.");
    }),
});
