// Hubs of Virtual WAN. The cluster's network is peered with a network that Microsoft keeps in a subscription of its own,
// so nobody can be given the right to read it, and its hub leads on from one network to the next.
// https://learn.microsoft.com/azure/virtual-wan/virtual-wan-about

import type { PeerNetwork, VirtualNetwork } from "../snapshot/network.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";

/** Microsoft's own names: `RG_<hub>_<id>` for the group, `HV_<hub>_<id>` for the network. */
export const isVirtualHub = (networkId: string): boolean =>
  /\/resourceGroups\/RG_[^/]+\/providers\/Microsoft\.Network\/virtualNetworks\/HV_[^/]+\/?$/i.test(networkId);

/** As its owner calls it, without what Microsoft puts around it: `HV_<hub>_<id>`. Undefined of any other network. */
export const hubNameOf = (networkId: string): string | undefined =>
  isVirtualHub(networkId) ? /^HV_(.+)_[^_]+$/i.exec(nameOf(networkId))?.[1] : undefined;

/** Names of the hubs that a network joins, in lower case. */
export const hubNamesOf = ({ peerings }: VirtualNetwork): readonly string[] =>
  peerings.flatMap(({ remoteVirtualNetworkId: id }) => hubNameOf(id)?.toLowerCase() ?? []);

export const joinsVirtualHub = ({ peerings }: VirtualNetwork): boolean =>
  peerings.some(({ remoteVirtualNetworkId }) => isVirtualHub(remoteVirtualNetworkId));

/** Whether the way from a network to the cluster's leads over Virtual WAN, as far as was read. */
export function isOverVirtualHub({ id, network }: PeerNetwork, cluster: VirtualNetwork): boolean {
  if (isVirtualHub(id)) return true;
  if (network.status === "unavailable" || !joinsVirtualHub(cluster)) return false;
  const isPeered = network.data.peerings.some(({ remoteVirtualNetworkId }) =>
    sameId(remoteVirtualNetworkId, cluster.id),
  );
  return !isPeered && joinsVirtualHub(network.data);
}
