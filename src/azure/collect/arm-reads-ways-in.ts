// Reads of what people come in by.
import type { VirtualNetworkGateway } from "../../core/snapshot/gateway-parts.ts";
import type { BastionHost } from "../../core/snapshot/hosts.ts";
import type { ContainerGroup, NetworkProfile } from "../../core/snapshot/ways-in.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { ResourceGroupRef } from "../arm/resource-id.ts";
import { mapBastionHost, mapNetworkProfile, mapVirtualNetworkGateway } from "../map/entries.ts";
import type { ParsedConnection } from "../map/gateway-parts.ts";
import { readConnections } from "./connection-list.ts";
import { listContainerGroups } from "./container-list.ts";
import { type GroupList, groupList, groupRead } from "./group-list.ts";
import { flat } from "./read-list.ts";

export type WayInReads = Readonly<{
  bastionHosts: GroupList<BastionHost>;
  containerGroups: GroupList<ContainerGroup>;
  networkProfiles: GroupList<NetworkProfile>;
  virtualNetworkGateways: GroupList<VirtualNetworkGateway>;
  gatewayConnections: GroupList<ParsedConnection>;
}>;

export const wayInReads = (arm: ArmSession): WayInReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  return {
    bastionHosts: groupList(
      "Microsoft.Network/bastionHosts",
      "bastionHosts",
      (group, options) => networks(group).bastionHosts.listByResourceGroup(group.resourceGroup, options),
      mapBastionHost,
    ),
    containerGroups: groupRead(async (after, group) => flat(await listContainerGroups(arm, after, group))),
    networkProfiles: groupList(
      "Microsoft.Network/networkProfiles",
      "networkProfiles",
      (group, options) => networks(group).networkProfiles.list(group.resourceGroup, options),
      mapNetworkProfile,
    ),
    virtualNetworkGateways: groupList(
      "Microsoft.Network/virtualNetworkGateways",
      "virtualNetworkGateways",
      (group, options) => networks(group).virtualNetworkGateways.list(group.resourceGroup, options),
      mapVirtualNetworkGateway,
    ),
    gatewayConnections: groupRead((after, group) => readConnections(arm, after, group)),
  };
};
