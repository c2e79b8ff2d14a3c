// Where packets without a better route leave the nodes' subnets: by the user's route for 0.0.0.0/0, or by two for its
// halves, which many write so that they come before a default that a gateway has learned.

import type { ById } from "../snapshot/listing.ts";
import type { Route, RouteTable, Subnet } from "../snapshot/network.ts";
import { collected, type Section } from "../snapshot/section.ts";
import { lookUp } from "../text/look-up.ts";
import { coverage, parseCidr } from "./cidr.ts";
import { tableOf } from "./route.ts";

/** `route` is null where Azure's own default applies, or one that a gateway has learned. */
export type DefaultRoute = Readonly<{ subnet: Subnet; table: RouteTable | null; route: Route | null }>;

const halves = ["0.0.0.0/1", "128.0.0.0/1"];

/** Whether some of these routes together take all addresses. */
export const takeAll = (prefixes: readonly string[]): boolean =>
  halves.every((half) => coverage(prefixes, half) === "yes");

const bitsOf = ({ addressPrefix }: Route): number => parseCidr(addressPrefix)?.bits ?? 0;

/** Of the routes that hold all of it, the longest. */
const routeFor = (half: string, routes: readonly Route[]): Route | null =>
  routes
    .filter(({ addressPrefix }) => coverage([addressPrefix], half) === "yes")
    .toSorted((one, other) => bitsOf(other) - bitsOf(one))[0] ?? null;

/** One where all addresses take it, else one for each half. */
export function defaultRoutesOf(subnet: Subnet, tables: ById<RouteTable>): Section<readonly DefaultRoute[]> {
  const table = tableOf(subnet, tables);
  if (table.status === "unavailable") return table;
  const routes = new Set(halves.map((half) => routeFor(half, table.data?.routes ?? [])));
  return collected([...routes].map((route) => ({ subnet, table: table.data, route })));
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
