// Which route a packet takes when it leaves a subnet: the longest prefix wins, and a user's route wins a tie.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview
import {
  type Route,
  type RouteTable,
  reaches,
  type Subnet,
  type VirtualNetwork,
} from "../../snapshot/network.ts";
import { sameId } from "../../snapshot/resource-id.ts";
import { type ById, collected, type Section, sectionOf } from "../../snapshot/section.ts";
import { lookUp } from "../../text/look-up.ts";
import { coverage, covers, parseCidr, privateSpace } from "../address/cidr.ts";
import { heldBy, type PublicTags, piecesOf } from "../address/public-ranges.ts";

export type EffectiveRoute = Readonly<{
  prefix: string;
  nextHopType: string;
  nextHopIpAddress?: string;
  /** The user's route that this is; absent for a system route. */
  userRoute?: string;
}>;

/** A private endpoint as its routes see it; `network` is where it lies, `policies` its subnet's setting. */
export type EndpointRoute = Readonly<{
  address: string;
  network: VirtualNetwork;
  policies: string | undefined;
}>;

const system = (prefixes: readonly string[], nextHopType: string): readonly EffectiveRoute[] =>
  prefixes.map((prefix) => ({ prefix, nextHopType }));

/** `Enabled` and `RouteTableEnabled` make a subnet's private endpoints obey route tables. */
export const obeysRouteTables = (policies: string | undefined): boolean =>
  /^(Enabled|RouteTableEnabled)$/i.test(policies ?? "");

/** With policies on, a user's route at least as specific as the network's space takes the endpoint's own /32 away. */
function isOverridden(endpoint: EndpointRoute, routes: readonly EffectiveRoute[]): boolean {
  if (!obeysRouteTables(endpoint.policies)) return false;
  const space = endpoint.network.addressPrefixes.find((each) => coverage([each], endpoint.address) === "yes");
  const bits = parseCidr(space ?? "")?.bits ?? 0;
  return routes.some(
    ({ prefix }) =>
      coverage([prefix], endpoint.address) === "yes" && (parseCidr(prefix)?.bits ?? 0) >= Math.max(bits, 1),
  );
}

/** All routes of a subnet that this snapshot can know: a gateway's learned routes are not among them. */
export function effectiveRoutes(
  network: VirtualNetwork,
  table: RouteTable | null,
  endpoint: EndpointRoute,
): readonly EffectiveRoute[] {
  const user = (table?.routes ?? []).map(
    ({ name, addressPrefix, nextHopType, nextHopIpAddress }): EffectiveRoute => ({
      prefix: addressPrefix,
      nextHopType,
      userRoute: name,
      ...(nextHopIpAddress === undefined ? {} : { nextHopIpAddress }),
    }),
  );
  const endpointRoute = reaches(network, endpoint.network) && !isOverridden(endpoint, user);
  return [
    ...user,
    ...system(endpointRoute ? [`${endpoint.address}/32`] : [], "InterfaceEndpoint"),
    ...system(network.addressPrefixes, "VnetLocal"),
    // Also where a half lets nothing through: that setting is about groups, and takes no route away.
    ...system(
      network.peerings.flatMap(({ remoteAddressPrefixes }) => remoteAddressPrefixes),
      "VNetPeering",
    ),
    // Dropped, unless a default route of one's own takes them along, as in most hubs and spokes.
    ...system(user.some(({ prefix }) => parseCidr(prefix)?.bits === 0) ? [] : privateSpace, "None"),
    ...system(["0.0.0.0/0"], "Internet"),
  ];
}

/** The route for one address or prefix; null when none is known (never for IPv4, there is always a default). */
export function selectRoute(routes: readonly EffectiveRoute[], target: string): EffectiveRoute | null {
  const wanted = parseCidr(target);
  const candidates = routes.flatMap((route) => {
    const prefix = parseCidr(route.prefix);
    return wanted !== null && prefix !== null && covers(prefix, wanted) ? [{ route, bits: prefix.bits }] : [];
  });
  const rank = (route: EffectiveRoute): number => (route.userRoute === undefined ? 1 : 0);
  return candidates.toSorted((a, b) => b.bits - a.bits || rank(a.route) - rank(b.route))[0]?.route ?? null;
}

/** The table of a subnet. One without a table has system routes only: null. */
export const routeTableOf = (
  subnet: Subnet | undefined,
  tables: ById<RouteTable>,
): Section<RouteTable | null> => {
  const id = subnet?.routeTableId;
  return id === undefined ? collected(null) : sectionOf(tables, id, "routeTable");
};

export const subnetById = (network: VirtualNetwork, subnetId: string | undefined): Subnet | undefined =>
  network.subnets.find(({ id }) => sameId(id, subnetId));

// Where packets without a better route leave the nodes' subnets: by the user's route for 0.0.0.0/0, or by two for its
// halves, which many write so that they come before a default that a gateway has learned.

/** `route` is null where Azure's own default applies, or one that a gateway has learned. */
export type DefaultRoute = Readonly<{ subnet: Subnet; table: RouteTable | null; route: Route | null }>;

const halves = ["0.0.0.0/1", "128.0.0.0/1"];

/** Whether some of these routes together take all addresses. */
export const takeAll = (prefixes: readonly string[]): boolean =>
  halves.every((half) => coverage(prefixes, half) === "yes");

const prefixLength = ({ addressPrefix }: Route): number => parseCidr(addressPrefix)?.bits ?? 0;

/** Of the routes that hold all of a range, or an address, the longest. */
const longestFor = (target: string, routes: readonly Route[]): Route | null =>
  routes
    .filter(({ addressPrefix }) => coverage([addressPrefix], target) === "yes")
    .toSorted((one, other) => prefixLength(other) - prefixLength(one))[0] ?? null;

/** One where all addresses take it, else one for each half. */
export function defaultRoutesOf(subnet: Subnet, tables: ById<RouteTable>): Section<readonly DefaultRoute[]> {
  const table = routeTableOf(subnet, tables);
  if (table.status === "unavailable") return table;
  const routes = new Set(halves.map((half) => longestFor(half, table.data?.routes ?? [])));
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
export type RouteChoice = Readonly<{ found: DefaultRoute; isSure: boolean }>;

/** Half of the Internet, or all of it. */
const widest = 1;

const isTagged = ({ addressPrefix }: Route): boolean => parseCidr(addressPrefix) === null;

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
function choose(
  table: RouteTable,
  defaults: readonly DefaultRoute[],
  tags: PublicTags,
): readonly RouteChoice[] {
  const [base] = defaults;
  if (base === undefined) return [];
  const choice = (route: Route | null, isSure: boolean): RouteChoice => ({
    found: { ...base, route },
    isSure,
  });
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

const hopOf = ({ found: { route } }: RouteChoice): string =>
  `${route?.nextHopType ?? "Internet"} ${route?.nextHopIpAddress ?? ""}`.toLowerCase();

/** Of those that lead to the same, one stands for all; a sure one where there is one. */
export function choicesFor(
  subnet: Subnet,
  tables: ById<RouteTable>,
  tags: PublicTags,
): Section<readonly RouteChoice[]> {
  const [defaults, table] = [defaultRoutesOf(subnet, tables), routeTableOf(subnet, tables)];
  if (defaults.status === "unavailable") return defaults;
  if (table.status === "unavailable" || table.data === null)
    return collected(defaults.data.map((found) => ({ found, isSure: true })));
  const all = choose(table.data, defaults.data, tags);
  const sureHops = all.filter(({ isSure }) => isSure).map(hopOf);
  const others = new Map<string, RouteChoice>();
  for (const each of all.filter(({ isSure }) => !isSure))
    if (!sureHops.includes(hopOf(each)) && !others.has(hopOf(each))) others.set(hopOf(each), each);
  return collected([...all.filter(({ isSure }) => isSure), ...others.values()]);
}
