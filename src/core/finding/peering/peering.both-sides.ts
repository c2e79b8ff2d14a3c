// peering.both-sides: a peering that one network lacks carries nothing.

import { type ClientNetwork, crossedNetworksOf, judgeClientNetworks } from "../../client/client-networks.ts";
import { judgeWaysFrom, type WaySources, waySections } from "../../client/way-to-api.ts";
import { readNetworks } from "../../network/name-resolution.ts";
import type { Outcome } from "../../outcome/check.ts";
import { fail, notAssessed, pass, unread } from "../../outcome/outcomes.ts";
import { describeSides, makePeering, type PeeringSides, sidesOf } from "../../repair/peering-sides.ts";
import type { ById } from "../../snapshot/listing.ts";
import type { RouteTable } from "../../snapshot/network.ts";
import type { Unavailable } from "../../snapshot/section.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";
import { isBeyondHub, judgeTransit } from "./transit.ts";

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

/** A network that is not peered with the cluster's may still be led there, by an appliance between them. */
function unseenBetween({ cluster, client }: PeeringSides): Pick<Unavailable, "message" | "needs"> {
  const message = `${cluster.name} has no peering to ${client.name}, and whether an appliance between them leads there is not known.`;
  return { message, needs: [{ action: "Microsoft.Network/virtualNetworks/read", scope: client.id }] };
}

function judge(sides: PeeringSides): Outcome {
  const { cluster, client, here, there } = sides;
  if (here === undefined)
    return cluster.peerings.length > 0 && there === null
      ? unread(unseenBetween(sides))
      : missing(sides, `The cluster's network ${cluster.name} has no peering to ${client.name}.`);
  if (there === null) return judgeOneSide(sides);
  return there === undefined
    ? missing(sides, `${client.name} has no peering back to the cluster's network ${cluster.name}.`)
    : pass(`${cluster.name} and ${client.name} have a peering to each other.`, describeSides(sides));
}

type Sources = WaySources & Readonly<{ routeTables: ById<RouteTable> }>;

function judgeBeyondHub(found: ClientNetwork, missing: PeeringSides, data: Sources, client: Client): Outcome {
  const { clusterNetwork: network, peerNetworks, routeTables: tables } = data;
  const known = readNetworks(network, peerNetworks.status === "collected" ? peerNetworks.data : []);
  return judgeWaysFrom(found, data, client, (way) => {
    const endpoint = { address: way.apiIp, network, policies: undefined };
    return judgeTransit(way, { endpoint, tables, known, missing });
  });
}

export const peeringBothSides = defineCheck({
  id: "peering.both-sides",
  title: "Peering exists on both sides",
  severity: "critical",
  why: "A peering that one side lacks carries nothing.",
  remediation: "Remove what is left of it and make the peering on both sides.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: [...waySections, "routeTables"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: (data, { client }) =>
    judgeClientNetworks(crossedNetworksOf(client, data), (found) => {
      const { network } = found;
      const sides = sidesOf(data.clusterNetwork, found);
      return network.status === "collected" && isBeyondHub(network.data, data.clusterNetwork)
        ? judgeBeyondHub(found, sides, data, client)
        : judge(sides);
    }),
});
