// Reads of what people come in by.
import type { VirtualNetworkGateway } from "../../core/snapshot/gateway-parts.ts";
import type { BastionHost } from "../../core/snapshot/hosts.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { ResourceGroupRef } from "../arm/resource-id.ts";
import { mapBastionHost, mapVirtualNetworkGateway } from "../map/entries.ts";
import type { ParsedConnection } from "../map/gateway-parts.ts";
import { readConnections } from "./connection-list.ts";
import { type GroupList, groupList, groupRead } from "./group-list.ts";

export type WayInReads = Readonly<{
  bastionHosts: GroupList<BastionHost>;
  virtualNetworkGateways: GroupList<VirtualNetworkGateway>;
  gatewayConnections: GroupList<ParsedConnection>;
}>;

export const wayInReads = (arm: ArmSession): WayInReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  return {
    bastionHosts: groupList(
      "Microsoft.Network/bastionHosts",
      "Bastion hosts",
      (group, options) => networks(group).bastionHosts.listByResourceGroup(group.resourceGroup, options),
      mapBastionHost,
    ),
    virtualNetworkGateways: groupList(
      "Microsoft.Network/virtualNetworkGateways",
      "virtual network gateways",
      (group, options) => networks(group).virtualNetworkGateways.list(group.resourceGroup, options),
      mapVirtualNetworkGateway,
    ),
    gatewayConnections: groupRead((after, group) => readConnections(arm, after, group)),
  };
};
