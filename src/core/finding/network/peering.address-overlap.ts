// peering.address-overlap: where two ranges overlap, answers go to the wrong place.

import {
  type ClientNetwork,
  clientNetworksOf,
  judgeClientNetworks,
  type NobodyFact,
} from "../../client/client-networks.ts";
import { placesIn } from "../../client/client-places.ts";
import { readNetworks } from "../../network/route/next-hop.ts";
import {
  type Clash,
  combine,
  fail,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { dataOf } from "../../snapshot/section.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivate } from "../kit/define-check.ts";
import { clashesOf, type Space } from "./clashes.ts";

export type OverlapFact = Readonly<
  | { is: "noOverlap" }
  /** Both are on the way. */
  | { is: "overlapOnWay"; clashes: readonly Clash[] }
  | { is: "overlap"; clashes: readonly Clash[] }
>;

type OverlapOutcome = Outcome<OverlapFact | NobodyFact | SharedFact>;

const judgePair = (left: Space, right: Space, grave: boolean): Outcome<OverlapFact> => {
  const clashes = clashesOf(left, right);
  if (clashes.length === 0) return pass({ is: "noOverlap" });
  const evidence = clashes.map((clash) => ({ is: "clash", ...clash }) as const);
  const more = { resourceId: left.id, evidence };
  return grave ? fail({ is: "overlapOnWay", clashes }, more) : warn({ is: "overlap", clashes }, more);
};

/** Where people's connections start in a network: the subnets of its jump hosts, else its ordinary ones. */
const startsIn = (network: VirtualNetwork, found: ClientNetwork, client: Client): readonly Space[] =>
  placesIn(network, found, client).map(({ name, address, subnet }) => ({
    of: thing("named", subnet?.name ?? name),
    id: network.id,
    prefixes: subnet?.addressPrefixes ?? [address],
  }));

/** With overlay, pods' addresses are the cluster's own business: an overlap only hides that range from pods. */
function judgeStart(start: Space, { network }: ManagedCluster): Outcome<OverlapFact | SharedFact> {
  const { pluginMode = "", serviceCidrs, podCidrs } = network;
  const isOverlay = /^overlay$/i.test(pluginMode);
  const pods = judgePair(start, { of: thing("clusterPods"), prefixes: podCidrs }, !isOverlay);
  const isKnown = pods.status === "pass" || isOverlay || /^(none)?$/i.test(pluginMode);
  return combine<OverlapFact | SharedFact>(
    [
      judgePair(start, { of: thing("clusterServices"), prefixes: serviceCidrs }, true),
      isKnown ? pods : strangeWord(thing("clusterNetwork"), "pluginMode", pluginMode),
    ],
    true,
  );
}

/** Of several places that people start from, one that does is enough. */
const judgeClient = (
  found: ClientNetwork,
  client: Client,
  cluster: ManagedCluster,
): Outcome<OverlapFact | SharedFact> =>
  found.network.status === "unavailable"
    ? unread(found.network)
    : combine(
        startsIn(found.network.data, found, client).map((start) => judgeStart(start, cluster)),
        false,
      );

const toSpace = ({ id, name, addressPrefixes }: VirtualNetwork): Space => ({
  id,
  of: thing("named", name),
  prefixes: addressPrefixes,
});

/** Every pair of networks that was read; a pair that is not both on the way only warns. */
function judgeNetworks(
  networks: readonly VirtualNetwork[],
  onTheWay: readonly string[],
): readonly Outcome<OverlapFact>[] {
  const isOn = ({ id }: VirtualNetwork): boolean => onTheWay.some((each) => sameId(each, id));
  return networks.flatMap((left, index) =>
    networks
      .slice(index + 1)
      .map((right) => judgePair(toSpace(left), toSpace(right), isOn(left) && isOn(right))),
  );
}

export const peeringAddressOverlap = defineCheck({
  id: "peering.address-overlap",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["peerNetworks", "jumpHosts", "privateDnsLinks"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: (data, { client }): OverlapOutcome => {
    const { managedCluster, clusterNetwork, peerNetworks } = data;
    const found = clientNetworksOf(client, data);
    const clients = found.status === "known" ? found.networks : [];
    const peers = dataOf(peerNetworks) ?? [];
    const onTheWay = [clusterNetwork.id, ...clients.map(({ id }) => id)];
    const outcomes: readonly OverlapOutcome[] = [
      ...judgeNetworks(readNetworks(clusterNetwork, peers), onTheWay),
      ...(found.status === "known" || found.status === "unknown"
        ? [judgeClientNetworks(found, (each) => judgeClient(each, client, managedCluster))]
        : []),
    ];
    return outcomes.length === 0 ? pass({ is: "noOverlap" }) : combine(outcomes, true);
  },
});
