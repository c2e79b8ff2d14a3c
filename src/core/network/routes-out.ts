// By which routes of its subnet a public name may leave: nobody knows its address, and a route of one's own may be for some
// public addresses only, or for a service tag.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#service-tags-for-user-defined-routes

import type { ById } from "../snapshot/listing.ts";
import type { Route, RouteTable, Subnet } from "../snapshot/network.ts";
import { collected, type Section } from "../snapshot/section.ts";
import { coverage, parseCidr } from "./cidr.ts";
import { type DefaultRoute, defaultRoutesOf, nextHopOf } from "./default-route.ts";
import { piecesOf } from "./public-space.ts";
import { tableOf } from "./route.ts";
import { heldBy, type PublicTags } from "./service-tags.ts";

/** `isSure`: it is taken, by all that the name may be or by one half of it. */
export type Choice = Readonly<{ found: DefaultRoute; isSure: boolean }>;

/** Half of the Internet, or all of it. */
const widest = 1;

const bitsOf = (route: Route): number => parseCidr(route.addressPrefix)?.bits ?? 0;
const isTagged = ({ addressPrefix }: Route): boolean => parseCidr(addressPrefix) === null;

const longestFor = (address: string, routes: readonly Route[]): Route | null =>
  routes
    .filter(({ addressPrefix }) => coverage([addressPrefix], address) === "yes")
    .toSorted((one, other) => bitsOf(other) - bitsOf(one))[0] ?? null;

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
  const isWide = (route: Route | null): boolean => route === null || bitsOf(route) <= widest;
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
