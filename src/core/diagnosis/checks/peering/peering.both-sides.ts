// peering.both-sides: a peering that one network lacks carries nothing.

import type { Outcome } from "../../check.ts";
import { crossedNetworksOf, judgeClientNetworks } from "../../client-networks.ts";
import { defineCheck } from "../../define-check.ts";
import { fail, notAssessed, pass, unread } from "../../outcomes.ts";
import { describeSides, makePeering, type PeeringSides, sidesOf } from "../../peering-sides.ts";
import { unlessPrivate } from "../../skips.ts";

/** Named is the network that lacks its half: there somebody deleted it. */
const missing = (sides: PeeringSides, summary: string): Outcome =>
  fail(summary, {
    resourceId: sides.here === undefined ? sides.cluster.id : sides.client.id,
    evidence: describeSides(sides),
    fix: makePeering(sides),
  });

/** One half alone settles it when it says that the other one is not there. */
function judgeOneSide(sides: PeeringSides): Outcome {
  const { client, cluster, here } = sides;
  const state = here?.peeringState ?? "";
  if (/^(initiated|disconnected)$/i.test(state))
    return missing(sides, `The peering of ${cluster.name} is ${state}: ${client.name} has none back.`);
  return client.network.status === "unavailable"
    ? unread(client.network)
    : notAssessed(`The peering back from ${client.name} is not known.`);
}

function judge(sides: PeeringSides): Outcome {
  const { cluster, client, here, there } = sides;
  if (here === undefined)
    return missing(sides, `The cluster's network ${cluster.name} has no peering to ${client.name}.`);
  if (there === null) return judgeOneSide(sides);
  return there === undefined
    ? missing(sides, `${client.name} has no peering back to the cluster's network ${cluster.name}.`)
    : pass(`${cluster.name} and ${client.name} have a peering to each other.`, describeSides(sides));
}

export const peeringBothSides = defineCheck({
  id: "peering.both-sides",
  title: "Peering exists on both sides",
  severity: "critical",
  why: "A peering that one side lacks carries nothing.",
  remediation: "Remove what is left of it and make the peering on both sides.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  needs: ["clusterNetwork"],
  looksAt: ["peerNetworks", "jumpHosts", "privateDnsLinks"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeClientNetworks(crossedNetworksOf(client, data), (network) =>
      judge(sidesOf(data.clusterNetwork, network)),
    ),
});
