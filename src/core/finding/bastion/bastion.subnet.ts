// bastion.subnet: Bastion stands in a subnet of its own, large enough and without a route table.

import { parseCidr } from "../../network/cidr.ts";
import { subnetById } from "../../network/route.ts";
import type { Fix, Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, notAssessed, pass, unread, warn } from "../../outcome/outcomes.ts";
import { azIn, forResource } from "../../repair/az.ts";
import {
  bastionOnWay,
  bastionSections,
  type FoundBastion,
  isDeveloper,
  judgeBastion,
} from "../../requirement/bastion-on-way.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

const detachRouteTable = (network: VirtualNetwork, { name }: Subnet): Fix | null =>
  forResource(network.id, (parts) => ({
    commands: [
      azIn(
        parts,
        "network vnet subnet update",
        "--vnet-name",
        network.name,
        "--name",
        name,
        "--remove",
        "routeTable",
      ),
    ],
    risks: [{ is: "bastionRouted" }],
    disruptive: false,
    roles: [{ role: "Network Contributor", on: [network.name] }],
  }));

const sizeOf = ({ addressPrefixes }: Subnet): number | null =>
  addressPrefixes.map((prefix) => parseCidr(prefix)?.bits).find((bits) => bits !== undefined) ?? null;

function judgeSize(
  subnet: Subnet,
  more: Readonly<{ resourceId: string; evidence: readonly string[] }>,
): Outcome {
  const bits = sizeOf(subnet);
  if (bits === null) return notAssessed(`The address range of ${subnet.name} is not known.`);
  if (bits <= 26) return pass(`${subnet.name} is large enough and has no routes of its own.`, more.evidence);
  return bits === 27
    ? warn(`${subnet.name} is a /27, which only hosts made before November 2021 may keep.`, more)
    : fail(`${subnet.name} is a /${bits}; Bastion needs a /26 or a larger one.`, more);
}

function judge({ bastion, network }: FoundBastion): Outcome {
  if (isDeveloper(bastion))
    return notApplicable(`${bastion.name} is a Developer host, which stands in no subnet.`);
  if (network.status === "unavailable") return unread(network);
  const subnet = subnetById(network.data, bastion.subnetId);
  if (subnet === undefined)
    return notAssessed(`The subnet of ${bastion.name} is not among those of ${network.data.name}.`);
  const { routeTableId, delegations } = subnet;
  const evidence = [`${subnet.name}  ${subnet.addressPrefixes.join(", ")}`];
  const more = { resourceId: subnet.id, evidence };
  const outcomes = [judgeSize(subnet, more)];
  if (routeTableId !== undefined)
    outcomes.push(
      fail(`The route table ${nameOf(routeTableId)} is on ${subnet.name}, which Bastion does not support.`, {
        ...more,
        fix: detachRouteTable(network.data, subnet),
      }),
    );
  if (delegations.length > 0)
    outcomes.push(warn(`${subnet.name} is delegated to ${delegations.join(", ")}.`, more));
  return combine(outcomes, true);
}

export const bastionSubnet = defineCheck({
  id: "bastion.subnet",
  severity: "high",
  about: "people",
  source: "https://learn.microsoft.com/azure/bastion/configuration-settings#subnet",
  needs: ["clusterNetwork"],
  looksAt: bastionSections,
  after: ["bastion.exists"],
  skip: unlessPrivate,
  evaluate: (data, { client }) => judgeBastion(bastionOnWay(client, data), judge),
});
