// Reads of the networks themselves.
import type { SubnetUsage, VirtualNetwork } from "../../core/snapshot/network.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { ResourceGroupRef } from "../arm/resource-id.ts";
import { interfaceIdsOf, isWholeNetwork, mapVirtualNetwork } from "../map/virtual-network.ts";
import { type ById, byId, type GroupList, groupList } from "./group-list.ts";
import { once } from "./once.ts";
import type { Read } from "./read.ts";
import { readSubnetUsages } from "./subnet-usages.ts";

/** `interfaceIds`: interfaces that the subnets name, wherever they lie. `whole`: Azure left nothing out. */
export type NetworkAndInterfaces = Readonly<{
  network: VirtualNetwork;
  interfaceIds: readonly string[];
  whole: boolean;
}>;

export type VirtualNetworkReads = Readonly<{
  virtualNetworks: GroupList<NetworkAndInterfaces>;
  virtualNetwork: ById<NetworkAndInterfaces>;
  /** By the id of a network: how full its subnets are. */
  subnetUsages: ById<readonly SubnetUsage[]>;
}>;

export const virtualNetworkReads = (arm: ArmSession): VirtualNetworkReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  const withInterfaces = (network: Parameters<typeof mapVirtualNetwork>[0]): NetworkAndInterfaces => ({
    network: mapVirtualNetwork(network),
    interfaceIds: interfaceIdsOf(network),
    whole: isWholeNetwork(network),
  });
  const usages = once<Read<readonly SubnetUsage[]>>();
  return {
    subnetUsages: (after, id) => usages(idKey(id), () => readSubnetUsages(arm, after, id)),
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
