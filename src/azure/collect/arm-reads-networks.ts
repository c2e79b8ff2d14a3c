// Reads of the networks themselves.
import type { VirtualNetwork } from "../../core/snapshot/network.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { ResourceGroupRef } from "../arm/resource-id.ts";
import { interfaceIdsOf, isWholeNetwork, mapVirtualNetwork } from "../map/virtual-network.ts";
import { type ById, byId, type GroupList, groupList } from "./group-list.ts";

/** `interfaceIds`: interfaces that the subnets name, wherever they lie. `whole`: Azure left nothing out. */
export type NetworkAndInterfaces = Readonly<{
  network: VirtualNetwork;
  interfaceIds: readonly string[];
  whole: boolean;
}>;

export type VirtualNetworkReads = Readonly<{
  virtualNetworks: GroupList<NetworkAndInterfaces>;
  virtualNetwork: ById<NetworkAndInterfaces>;
}>;

export const virtualNetworkReads = (arm: ArmSession): VirtualNetworkReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  const withInterfaces = (network: Parameters<typeof mapVirtualNetwork>[0]): NetworkAndInterfaces => ({
    network: mapVirtualNetwork(network),
    interfaceIds: interfaceIdsOf(network),
    whole: isWholeNetwork(network),
  });
  return {
    virtualNetworks: groupList(
      "Microsoft.Network/virtualNetworks",
      "virtualNetworks",
      (group, options) => networks(group).virtualNetworks.list(group.resourceGroup, options),
      withInterfaces,
    ),
    virtualNetwork: byId(
      "Microsoft.Network/virtualNetworks",
      "virtualNetwork",
      (group, name) => networks(group).virtualNetworks.get(group.resourceGroup, name),
      withInterfaces,
    ),
  };
};
