// Route tables as the SDK reads them → our data.
import type { RouteTable as ArmTable } from "@azure/arm-network";
import type { RouteTable } from "../../core/snapshot/network.ts";
import { present } from "./present.ts";

export const mapRouteTable = (table: ArmTable): RouteTable => ({
  id: table.id ?? "",
  name: table.name ?? "",
  disableBgpRoutePropagation: table.disableBgpRoutePropagation ?? false,
  routes: (table.routes ?? []).map((route) => ({
    name: route.name ?? "",
    addressPrefix: route.addressPrefix ?? "",
    nextHopType: route.nextHopType ?? "",
    ...present({ nextHopIpAddress: route.nextHopIpAddress }),
  })),
});
