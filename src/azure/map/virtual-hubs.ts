// Hubs of Virtual WAN, as the SDK reads them → our data.
import type { VirtualHub as ArmHub, HubVirtualNetworkConnection } from "@azure/arm-network";
import type { HubConnection, VirtualHub } from "../../core/snapshot/virtual-hubs.ts";
import { present } from "./present.ts";

export const mapVirtualHub = (hub: ArmHub): Omit<VirtualHub, "connections"> => ({
  id: hub.id ?? "",
  name: hub.name ?? "",
  ...present({ routingState: hub.routingState }),
});

export const mapHubConnection = (connection: HubVirtualNetworkConnection): HubConnection => ({
  id: connection.id ?? "",
  name: connection.name ?? "",
  remoteNetworkId: connection.remoteVirtualNetwork?.id ?? "",
  provisioningState: connection.provisioningState ?? "",
});
