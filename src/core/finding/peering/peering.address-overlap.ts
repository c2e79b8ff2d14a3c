// peering.address-overlap: where two ranges overlap, answers go to the wrong place.

import { type ClientNetwork, clientNetworksOf, judgeClientNetworks } from "../../client/client-networks.ts";
import { placesIn } from "../../client/client-places.ts";
import { overlaps, parseCidr } from "../../network/cidr.ts";
import { readNetworks } from "../../network/name-resolution.ts";
import type { Outcome } from "../../outcome/check.ts";
import { combine, fail, pass, unread, warn } from "../../outcome/outcomes.ts";
import { strangeWord, thing } from "../../outcome/state-word.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import type { Client } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../define-check.ts";
import { unlessPrivate } from "../skips.ts";

/** `id` is the network that it belongs to; absent for ranges inside the cluster. */
type Space = Readonly<{ name: string; id?: string; prefixes: readonly string[] }>;

const intersect = (left: string, right: string): boolean => {
  const [first, second] = [parseCidr(left), parseCidr(right)];
  return first !== null && second !== null && overlaps(first, second);
};

/** `jump 10.0.1.0/24 and services 10.0.0.0/16`, for every pair that overlaps. */
const clashes = (left: Space, right: Space): readonly string[] =>
  left.prefixes.flatMap((one) =>
    right.prefixes
      .filter((other) => intersect(one, other))
      .map((other) => `${left.name} ${one} and ${right.name} ${other}`),
  );

const judgePair = (left: Space, right: Space, grave: boolean): Outcome => {
  const evidence = clashes(left, right);
  if (evidence.length === 0) return pass("No ranges on the way overlap.");
  const more = { resourceId: left.id, evidence };
  return grave
    ? fail(`Ranges overlap, so answers go to the wrong place: ${evidence.join("; ")}.`, more)
    : warn(`Ranges overlap: ${evidence.join("; ")}.`, more);
};

/** Where people's connections start in a network: the subnets of its jump hosts, else its ordinary ones. */
const startsIn = (network: VirtualNetwork, found: ClientNetwork, client: Client): readonly Space[] =>
  placesIn(network, found, client).map(({ name, address, subnet }) => ({
    name: subnet?.name ?? name,
    id: network.id,
    prefixes: subnet?.addressPrefixes ?? [address],
  }));

/** With overlay, pods' addresses are the cluster's own business: an overlap only hides that range from pods. */
function judgeStart(start: Space, { network }: ManagedCluster): Outcome {
  const { pluginMode = "", serviceCidrs, podCidrs } = network;
  const isOverlay = /^overlay$/i.test(pluginMode);
  const pods = judgePair(start, { name: "the cluster's pods", prefixes: podCidrs }, !isOverlay);
  const isKnown = pods.status === "pass" || isOverlay || /^(none)?$/i.test(pluginMode);
  return combine(
    [
      judgePair(start, { name: "the cluster's services", prefixes: serviceCidrs }, true),
      isKnown ? pods : strangeWord(thing("clusterNetwork"), "pluginMode", pluginMode),
    ],
    true,
  );
}

/** Of several places that people start from, one that does is enough. */
const judgeClient = (found: ClientNetwork, client: Client, cluster: ManagedCluster): Outcome =>
  found.network.status === "unavailable"
    ? unread(found.network)
    : combine(
        startsIn(found.network.data, found, client).map((start) => judgeStart(start, cluster)),
        false,
      );

const toSpace = ({ id, name, addressPrefixes }: VirtualNetwork): Space => ({
  id,
  name,
  prefixes: addressPrefixes,
});

/** Every pair of networks that was read; a pair that is not both on the way only warns. */
function judgeNetworks(networks: readonly VirtualNetwork[], onTheWay: readonly string[]): readonly Outcome[] {
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
  source: "https://learn.microsoft.com/azure/aks/concepts-network-ip-address-planning",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["peerNetworks", "jumpHosts", "privateDnsLinks"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
  evaluate: (data, { client }) => {
    const { managedCluster, clusterNetwork, peerNetworks } = data;
    const found = clientNetworksOf(client, data);
    const clients = found.status === "known" ? found.networks : [];
    const peers = peerNetworks.status === "collected" ? peerNetworks.data : [];
    const onTheWay = [clusterNetwork.id, ...clients.map(({ id }) => id)];
    const outcomes = [
      ...judgeNetworks(readNetworks(clusterNetwork, peers), onTheWay),
      ...(found.status === "known" || found.status === "unknown"
        ? [judgeClientNetworks(found, (each) => judgeClient(each, client, managedCluster))]
        : []),
    ];
    return outcomes.length === 0 ? pass("No ranges on the way overlap.") : combine(outcomes, true);
  },
});
