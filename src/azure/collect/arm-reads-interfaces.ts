// Reads of what has an address in a network: interfaces, those of nodes in their scale sets, private endpoints.
import type { PrivateEndpoint } from "../../core/snapshot/endpoint.ts";
import type { NetworkInterface } from "../../core/snapshot/network.ts";
import type { ScaleSet } from "../../core/snapshot/nodes.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { ResourceGroupRef } from "../arm/resource-id.ts";
import { type FoundScaleSet, mapJumpScaleSet } from "../map/jump-scale-set.ts";
import { mapNetworkInterface } from "../map/network-interface.ts";
import { mapPrivateEndpoint } from "../map/private-endpoint.ts";
import { mapScaleSet } from "../map/scale-set.ts";
import { type GroupList, groupList } from "./group-list.ts";

export type InterfaceReads = Readonly<{
  privateEndpoints: GroupList<PrivateEndpoint>;
  networkInterfaces: GroupList<NetworkInterface>;
  scaleSets: GroupList<ScaleSet>;
  /** Of groups other than the nodes'. */
  jumpScaleSets: GroupList<FoundScaleSet>;
}>;

export const interfaceReads = (arm: ArmSession): InterfaceReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  return {
    privateEndpoints: groupList(
      "Microsoft.Network/privateEndpoints",
      "privateEndpoints",
      (group, options) => networks(group).privateEndpoints.list(group.resourceGroup, options),
      mapPrivateEndpoint,
    ),
    networkInterfaces: groupList(
      "Microsoft.Network/networkInterfaces",
      "networkInterfaces",
      (group, options) => networks(group).networkInterfaces.list(group.resourceGroup, options),
      mapNetworkInterface,
    ),
    scaleSets: groupList(
      "Microsoft.Compute/virtualMachineScaleSets",
      "scaleSets",
      (group, options) =>
        arm.machines(group.subscriptionId).virtualMachineScaleSets.list(group.resourceGroup, options),
      mapScaleSet,
    ),
    jumpScaleSets: groupList(
      "Microsoft.Compute/virtualMachineScaleSets",
      "scaleSets",
      (group, options) =>
        arm.machines(group.subscriptionId).virtualMachineScaleSets.list(group.resourceGroup, options),
      mapJumpScaleSet,
    ),
  };
};
