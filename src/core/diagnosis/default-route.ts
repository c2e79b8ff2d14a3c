// Where packets without a better route leave the nodes' subnets: the user's route for 0.0.0.0/0, where there is one.

import { lookUp } from "../look-up.ts";
import { parseCidr } from "./cidr.ts";
import { tableOf } from "./route.ts";
import { collected, type Section } from "./section.ts";
import type { ById, Route, RouteTable, Subnet } from "./snapshot.ts";

/** `route` is null where Azure's own default applies, or one that a gateway has learned. */
export type DefaultRoute = Readonly<{ subnet: Subnet; table: RouteTable | null; route: Route | null }>;

const isDefault = ({ addressPrefix }: Route): boolean => parseCidr(addressPrefix)?.bits === 0;

export function defaultRouteOf(subnet: Subnet, tables: ById<RouteTable>): Section<DefaultRoute> {
  const table = tableOf(subnet, tables);
  if (table.status === "unavailable") return table;
  return collected({ subnet, table: table.data, route: table.data?.routes.find(isDefault) ?? null });
}

export type NextHop = "appliance" | "gateway" | "internet" | "dropped" | "unknown";

const hops: Readonly<Record<string, NextHop>> = {
  virtualappliance: "appliance",
  virtualnetworkgateway: "gateway",
  internet: "internet",
  none: "dropped",
};

export const nextHopOf = ({ nextHopType }: Route): NextHop =>
  lookUp(hops, nextHopType.toLowerCase()) ?? "unknown";

export const describeDefault = ({ subnet, table, route }: DefaultRoute): string =>
  route === null
    ? `${subnet.name}  no default route of its own${table === null ? "" : ` in ${table.name}`}`
    : `${subnet.name}  ${route.name}  ${route.addressPrefix} → ${route.nextHopType} ${route.nextHopIpAddress ?? ""}`.trim();
