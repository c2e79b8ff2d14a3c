// Through which networks a network resolves private names: its own, or those where its DNS servers stand.

import type { PeerNetwork, VirtualNetwork } from "../snapshot/network.ts";

/** Every network whose prefixes were read. */
export const readNetworks = (
  own: VirtualNetwork,
  peers: readonly PeerNetwork[],
): readonly VirtualNetwork[] => [
  own,
  ...peers.flatMap(({ network }) => (network.status === "collected" ? [network.data] : [])),
];
