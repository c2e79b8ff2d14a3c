// Where packets without a better route leave the nodes' subnets: by the user's route for 0.0.0.0/0, or by two for its
// halves, which many write so that they come before a default that a gateway has learned.

import type { Route, RouteTable, Subnet } from "../../snapshot/network.ts";
import { type ById, collected, type Section } from "../../snapshot/section.ts";
import { lookUp } from "../../text/look-up.ts";
import { coverage, parseCidr } from "../address/cidr.ts";
import { heldBy, type PublicTags, piecesOf } from "../address/public-ranges.ts";
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

type NextHop = "appliance" | "gateway" | "internet" | "dropped" | "unknown";

const hops: Readonly<Record<string, NextHop>> = {
  virtualappliance: "appliance",
  virtualnetworkgateway: "gateway",
  internet: "internet",
  none: "dropped",
};

export const nextHopOf = ({ nextHopType }: Route): NextHop =>
  lookUp(hops, nextHopType.toLowerCase()) ?? "unknown";

// By which routes of its subnet a public name may leave: nobody knows its address, and a route of one's own may be for some
// public addresses only, or for a service tag.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#service-tags-for-user-defined-routes

/** `isSure`: it is taken, by all that the name may be or by one half of it. */
export type Choice = Readonly<{ found: DefaultRoute; isSure: boolean }>;

/** Half of the Internet, or all of it. */
const widest = 1;

const prefixLength = (route: Route): number => parseCidr(route.addressPrefix)?.bits ?? 0;
const isTagged = ({ addressPrefix }: Route): boolean => parseCidr(addressPrefix) === null;

const longestFor = (address: string, routes: readonly Route[]): Route | null =>
  routes
    .filter(({ addressPrefix }) => coverage([addressPrefix], address) === "yes")
    .toSorted((one, other) => prefixLength(other) - prefixLength(one))[0] ?? null;

/** Regional tags come before others, and those of a service before the one of all of Azure. */
const rankOf = ({ addressPrefix: tag }: Route): number =>
  (/\./.test(tag) ? 0 : 1) + (/^AzureCloud(\.|$)/i.test(tag) ? 2 : 0);

/** The routes that public addresses take by their prefixes, each once. */
function byPrefix(table: RouteTable): readonly (Route | null)[] {
  const routes = table.routes.filter((route) => !isTagged(route));
  const pieces = piecesOf(routes.map(({ addressPrefix }) => addressPrefix));
  if (pieces === null) return routes;
  return [...new Set(pieces.map((address) => longestFor(address, routes)))];
}

/** A tag's own prefixes are longer than the widest: of a narrower range and a tag nobody knows which is. */
function choose(table: RouteTable, defaults: readonly DefaultRoute[], tags: PublicTags): readonly Choice[] {
  const [base] = defaults;
  if (base === undefined) return [];
  const choice = (route: Route | null, isSure: boolean): Choice => ({ found: { ...base, route }, isSure });
  const tagged = table.routes.filter(isTagged).toSorted((one, other) => rankOf(one) - rankOf(other));
  const held = tagged.find(({ addressPrefix }) => heldBy(addressPrefix, tags) === "yes");
  const perhaps = tagged.filter(({ addressPrefix }) => heldBy(addressPrefix, tags) === "perhaps");
  // Narrow ways straight to the Internet stand in many tables, for one service or the other, and work.
  const isStraight = (route: Route | null): boolean => route !== null && nextHopOf(route) === "internet";
  const ranges = byPrefix(table);
  const isWide = (route: Route | null): boolean => route === null || prefixLength(route) <= widest;
  const narrow = ranges.filter((route) => !isWide(route));
  const wide = ranges.filter(isWide);
  const sure = held === undefined ? wide : [held];
  return [
    ...sure.map((route) => choice(route, true)),
    ...[...narrow, ...perhaps].filter((route) => !isStraight(route)).map((route) => choice(route, false)),
  ];
}

const hopOf = ({ found: { route } }: Choice): string =>
  `${route?.nextHopType ?? "Internet"} ${route?.nextHopIpAddress ?? ""}`.toLowerCase();

/** Of those that lead to the same, one stands for all; a sure one where there is one. */
export function choicesFor(
  subnet: Subnet,
  tables: ById<RouteTable>,
  tags: PublicTags,
): Section<readonly Choice[]> {
  const [defaults, table] = [defaultRoutesOf(subnet, tables), tableOf(subnet, tables)];
  if (defaults.status === "unavailable") return defaults;
  if (table.status === "unavailable" || table.data === null)
    return collected(defaults.data.map((found) => ({ found, isSure: true })));
  const all = choose(table.data, defaults.data, tags);
  const sureHops = all.filter(({ isSure }) => isSure).map(hopOf);
  const others = new Map<string, Choice>();
  for (const each of all.filter(({ isSure }) => !isSure))
    if (!sureHops.includes(hopOf(each)) && !others.has(hopOf(each))) others.set(hopOf(each), each);
  return collected([...all.filter(({ isSure }) => isSure), ...others.values()]);
}
