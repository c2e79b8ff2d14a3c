// The networks that were read: the cluster's own, its peers, and those that the asker or the zone names.
import type { VirtualNetwork } from "../snapshot/network.ts";
import type { Unavailable } from "../snapshot/section.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";

type Networks = Pick<ClusterSnapshot, "clusterNetwork" | "peerNetworks">;

const sectionsOf = ({ clusterNetwork, peerNetworks }: Networks) => [
  clusterNetwork,
  ...(peerNetworks.status === "collected" ? peerNetworks.data.map(({ network }) => network) : [peerNetworks]),
];

export const networksNear = (snapshot: Networks): readonly VirtualNetwork[] =>
  sectionsOf(snapshot).flatMap((section) => (section.status === "collected" ? [section.data] : []));

/** Why not each is known; null where each is. */
export const hiddenNetwork = (snapshot: Networks): Unavailable | null =>
  sectionsOf(snapshot).find((section) => section.status === "unavailable") ?? null;
