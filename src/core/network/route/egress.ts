// From which public addresses the cluster's nodes are seen.

import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type {
  LoadBalancer,
  NatGateway,
  PublicIpAddress,
  Route,
  RouteTable,
  Subnet,
} from "../../snapshot/network.ts";
import {
  type ById,
  type Listing,
  type Section,
  sectionOf,
  type Unavailable,
  unavailable,
  type WhyUnread,
} from "../../snapshot/section.ts";
import { lookUp } from "../../text/look-up.ts";
import { isIpv6 } from "../address/cidr.ts";
import { nodeSubnetsOf } from "./cluster-subnets.ts";
import { type HopSources, ownerOf } from "./next-hop.ts";
import { type DefaultRoute, defaultRoutesOf, nextHopOf } from "./route.ts";

export type OutboundType = "loadBalancer" | "natGateway" | "routes" | "isolated" | "unknown";

const types: Readonly<Record<string, OutboundType>> = {
  loadbalancer: "loadBalancer",
  managednatgateway: "natGateway",
  managednatgatewayv2: "natGateway",
  userassignednatgateway: "natGateway",
  userdefinedrouting: "routes",
  none: "isolated",
  block: "isolated",
};

/** What `outboundType` means; a cluster without one uses its load balancer. https://learn.microsoft.com/azure/aks/egress-outboundtype */
export const outboundTypeOf = ({ outboundType = "loadBalancer" }: ManagedCluster): OutboundType =>
  lookUp(types, outboundType.toLowerCase()) ?? "unknown";

/** AKS made the NAT gateway, keeps it in the node resource group, and puts it back when it is gone. */
export const ownsNatGateway = ({ outboundType = "" }: ManagedCluster): boolean =>
  /^managedNATGateway/i.test(outboundType);

/** Made without a way out, and with a cache of what nodes would fetch: they need none. */
export const isIsolated = (cluster: ManagedCluster): boolean =>
  outboundTypeOf(cluster) === "isolated" && /^cache$/i.test(cluster.bootstrapArtifactSource ?? "");

/** AKS gave its nodes nothing to leave by, and no balancer of theirs happens to take them out. */
export function leavesOnlyByRoutes(
  cluster: ManagedCluster,
  { items, missing }: Listing<LoadBalancer>,
): boolean {
  const type = outboundTypeOf(cluster);
  const mayLeadOut = missing.length > 0 || items.some(({ leadsOut }) => leadsOut);
  return type === "isolated" || (type === "routes" && !mayLeadOut);
}

export type EgressAddress = Readonly<{
  /** One address, or the range of a prefix. */
  ip: string;
  name: string;
  by: "loadBalancer" | "natGateway" | "firewall";
}>;

/** IPv4 only, as the public API server is. `unknown`: why an address that nodes also leave by is not known. */
export type Egress = Readonly<{ addresses: readonly EgressAddress[]; unknown: readonly Unavailable[] }>;

export type EgressSources = HopSources &
  Readonly<{
    routeTables: ById<RouteTable>;
    natGateways: ById<NatGateway>;
    publicIpAddresses: ById<PublicIpAddress>;
  }>;

const notKnown = (why: WhyUnread): Unavailable => unavailable("notReached", why);

export const natGatewayIn = (id: string, gateways: ById<NatGateway>): Section<NatGateway> =>
  sectionOf(gateways, id, "natGateway");

/** A prefix of public addresses stands in this place as well. */
export const isIpPrefix = (id: string): boolean => /\/publicIPPrefixes\//i.test(id);

export const publicIpIn = (id: string, addresses: ById<PublicIpAddress>): Section<PublicIpAddress> =>
  isIpPrefix(id) ? sectionOf(addresses, id, "publicIpPrefix") : sectionOf(addresses, id, "publicIpAddress");

export function addressesOf(
  ids: readonly string[],
  by: EgressAddress["by"],
  { publicIpAddresses }: Pick<EgressSources, "publicIpAddresses">,
): Egress {
  const addresses: EgressAddress[] = [];
  const unknown: Unavailable[] = [];
  for (const id of ids) {
    const section = publicIpIn(id, publicIpAddresses);
    if (section.status === "unavailable") unknown.push(section);
    else if (section.data.ipAddress === undefined)
      unknown.push(notKnown({ is: "publicIpWithoutAddress", name: section.data.name }));
    else if (!isIpv6(section.data.ipAddress))
      addresses.push({ ip: section.data.ipAddress, name: section.data.name, by });
  }
  return { addresses, unknown };
}

function throughRoute(route: Route, sources: EgressSources): Egress | null {
  const nothing = (why: WhyUnread): Egress => ({ addresses: [], unknown: [notKnown(why)] });
  const hop = nextHopOf(route);
  if (hop === "internet") return null;
  if (hop !== "appliance")
    return nothing({ is: "routeAddressUnread", route: route.name, nextHopType: route.nextHopType });
  const ip = route.nextHopIpAddress ?? "";
  const owner = ownerOf(ip, sources);
  if (owner.kind === "unknown") return { addresses: [], unknown: [owner.cause] };
  if (owner.kind !== "firewall") return nothing({ is: "applianceAddressUnread", ip });
  const ids = owner.firewall.ipConfigurations.flatMap(({ publicIpAddressId }) => publicIpAddressId ?? []);
  return ids.length === 0
    ? nothing({ is: "firewallWithoutAddress", firewall: owner.firewall.name })
    : addressesOf(ids, "firewall", sources);
}

function throughNatGateway(id: string, sources: EgressSources): Egress {
  const gateway = natGatewayIn(id, sources.natGateways);
  if (gateway.status === "unavailable") return { addresses: [], unknown: [gateway] };
  const { publicIpAddressIds, publicIpPrefixIds } = gateway.data;
  return addressesOf([...publicIpAddressIds, ...publicIpPrefixIds], "natGateway", sources);
}

/** A route of one's own comes before a NAT gateway, and that before the load balancer. */
function egressOfRoute(
  { subnet, route }: DefaultRoute,
  cluster: ManagedCluster,
  sources: EgressSources,
): Egress {
  const routed = route === null ? null : throughRoute(route, sources);
  if (routed !== null) return routed;
  if (subnet.natGatewayId !== undefined) return throughNatGateway(subnet.natGatewayId, sources);
  const type = outboundTypeOf(cluster);
  const ids = cluster.network.outboundIpIds;
  if (ids !== undefined && (type === "loadBalancer" || type === "natGateway"))
    return addressesOf(ids, type, sources);
  return {
    addresses: [],
    unknown: [notKnown({ is: "wayOutUnknown", subnet: subnet.name })],
  };
}

function egressOfSubnet(subnet: Subnet, cluster: ManagedCluster, sources: EgressSources): readonly Egress[] {
  const found = defaultRoutesOf(subnet, sources.routeTables);
  return found.status === "unavailable"
    ? [{ addresses: [], unknown: [found] }]
    : found.data.map((each) => egressOfRoute(each, cluster, sources));
}

export function egressOf(cluster: ManagedCluster, sources: EgressSources): Egress {
  const parts = nodeSubnetsOf(cluster, sources.clusterNetwork).flatMap((subnet) =>
    egressOfSubnet(subnet, cluster, sources),
  );
  const addresses = parts.flatMap((part) => part.addresses);
  return {
    addresses: [...new Map(addresses.map((each) => [`${each.by} ${each.ip}`, each])).values()],
    unknown: parts.flatMap((part) => part.unknown),
  };
}
