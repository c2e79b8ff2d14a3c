// peering.state: only a peering that is Connected on both sides installs routes.

import { crossedNetworksOf, judgeClientNetworks } from "../../client/client-networks.ts";
import type { Outcome } from "../../outcome/check.ts";
import { combine, fail, notApplicable, pass, unread, warn } from "../../outcome/outcomes.ts";
import { stateWordOf, strangeWord, unsettled } from "../../outcome/state-word.ts";
import {
  describeSides,
  makePeering,
  openWherePartial,
  type PeeringSides,
  readSides,
  sidesOf,
} from "../../repair/peering-sides.ts";
import type { Peering } from "../../snapshot/network.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

function judgeSide(networkId: string, peering: Peering, sides: PeeringSides): Outcome {
  const what = `the peering ${peering.name} of ${nameOf(networkId)}`;
  const name = `T${what.slice(1)}`;
  const more = { resourceId: peering.id, evidence: describeSides(sides) };
  if (/^(disconnected|initiated)$/i.test(peering.peeringState))
    return fail(`${name} is ${peering.peeringState}, so it carries nothing.`, {
      ...more,
      fix: makePeering(sides),
    });
  if (!/^connected$/i.test(peering.peeringState)) return strangeWord(what, "state", peering.peeringState);
  const open = openWherePartial([peering]);
  if (open !== null) return open;
  if (stateWordOf(peering.provisioningState) === "failed")
    return warn(`${name} is Connected, but its last change failed.`, more);
  return unsettled(what, peering.provisioningState, more) ?? pass(`${name} is Connected.`, more.evidence);
}

function judge(sides: PeeringSides): Outcome {
  const outcomes = readSides(sides).map(({ networkId, peering }) => judgeSide(networkId, peering, sides));
  const { network } = sides.client;
  if (network.status === "unavailable" && sides.here !== undefined) outcomes.push(unread(network));
  return outcomes.length === 0
    ? notApplicable(`There is no peering with ${sides.client.name}.`)
    : combine(outcomes, true);
}

export const peeringState = defineCheck({
  id: "peering.state",
  title: "Peering is Connected",
  severity: "critical",
  why: "Only a peering that is Connected on both sides installs routes.",
  remediation: "Delete the peering and make it again on both sides.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  needs: ["clusterNetwork"],
  looksAt: ["peerNetworks", "jumpHosts", "privateDnsLinks"],
  after: ["peering.both-sides"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeClientNetworks(crossedNetworksOf(client, data), (network) =>
      judge(sidesOf(data.clusterNetwork, network)),
    ),
});
