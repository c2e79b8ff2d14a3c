// Which route a packet takes when it leaves a subnet: the longest prefix wins, and a user's route wins a tie.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview

import type { RouteTable, Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, nameOf, sameId } from "../../snapshot/resource-id.ts";
import { type ById, collected, type Section, unavailable } from "../../snapshot/section.ts";
import { subject } from "../../snapshot/subject.ts";
import { coverage, covers, parseCidr, privateSpace } from "../address/cidr.ts";

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

const reaches = (network: VirtualNetwork, other: VirtualNetwork): boolean =>
  sameId(network.id, other.id) ||
  network.peerings.some(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, other.id));

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
  const peered = network.peerings.filter((peering) => peering.allowVirtualNetworkAccess);
  return [
    ...user,
    ...system(endpointRoute ? [`${endpoint.address}/32`] : [], "InterfaceEndpoint"),
    ...system(network.addressPrefixes, "VnetLocal"),
    ...system(
      peered.flatMap(({ remoteAddressPrefixes }) => remoteAddressPrefixes),
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
export const tableOf = (subnet: Subnet | undefined, tables: ById<RouteTable>): Section<RouteTable | null> => {
  const id = subnet?.routeTableId;
  if (id === undefined) return collected(null);
  const needs = [{ action: "Microsoft.Network/routeTables/read", scope: id }];
  return (
    tables[idKey(id)] ??
    unavailable("notReached", { is: "notRead", what: subject("routeTable", nameOf(id)) }, needs)
  );
};

export const subnetById = (network: VirtualNetwork, subnetId: string | undefined): Subnet | undefined =>
  network.subnets.find(({ id }) => sameId(id, subnetId));
