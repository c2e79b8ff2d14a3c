// At which address the API server stands, as clients and nodes have to reach it.

import type { AddressSource } from "../outcome/columns.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { PrivateEndpoint } from "../snapshot/endpoint.ts";
import { type Found, findIn, type Listing } from "../snapshot/listing.ts";
import type { NetworkInterface } from "../snapshot/network.ts";
import type { LoadBalancer } from "../snapshot/outbound.ts";
import type { Permission } from "../snapshot/permission.ts";
import { parseResourceId } from "../snapshot/resource-id.ts";
import type { Section, Unavailable } from "../snapshot/section.ts";
import type { ARecordSet } from "../snapshot/zones.ts";
import { apiModeOf } from "./api-server.ts";
import { withoutIpv6 } from "./cidr.ts";

export type ApiAddress = Readonly<
  | { status: "known"; ip: string; from: AddressSource }
  | { status: "unknown"; message: Unavailable["message"]; needs: readonly Permission[] }
>;

/** What `apiAddressOf` looks at, as the snapshot holds it. */
export type AddressSources = Readonly<{
  privateEndpoint: Section<PrivateEndpoint | null>;
  privateEndpointNic: Section<NetworkInterface | null>;
  apiServerRecord: Section<ARecordSet | null>;
  loadBalancers: Listing<LoadBalancer>;
}>;

/** The names of those parts, for what a check looks at. */
export const addressSections = [
  "privateEndpoint",
  "privateEndpointNic",
  "apiServerRecord",
  "loadBalancers",
] as const;

/** A dual stack has an address of each kind; people and nodes use the IPv4 one. */
export const firstIpv4 = (ends: readonly Readonly<{ privateIpAddress?: string }>[]): string | undefined =>
  withoutIpv6(ends.flatMap(({ privateIpAddress }) => privateIpAddress ?? []))[0];

const ipOfInterface = (nic: Section<NetworkInterface | null>): string | undefined =>
  nic.status === "collected" ? firstIpv4(nic.data?.ipConfigurations ?? []) : undefined;

const ipOfEndpoint = (endpoint: Section<PrivateEndpoint | null>): string | undefined =>
  endpoint.status === "collected"
    ? withoutIpv6(endpoint.data?.customDnsConfigs.flatMap(({ ipAddresses }) => ipAddresses) ?? [])[0]
    : undefined;

/** With VNet integration from the internal load balancer, or else the A record; else from the private endpoint. */
export function apiAddressOf(cluster: ManagedCluster, sources: AddressSources): ApiAddress {
  if (!cluster.apiServerAccess.enableVnetIntegration) return endpointAddressOf(sources);
  const balancer = balancerAddressOf(cluster, sources.loadBalancers);
  if (balancer.status === "known" || apiModeOf(cluster) === "vnet-public") return balancer;
  const record = addressInRecord(sources.apiServerRecord);
  return record.status === "known" ? record : balancer;
}

/** From the endpoint's interface, else from its DNS configuration. */
export function endpointAddressOf(
  sources: Pick<AddressSources, "privateEndpoint" | "privateEndpointNic">,
): ApiAddress {
  const nic = ipOfInterface(sources.privateEndpointNic);
  if (nic !== undefined) return { status: "known", ip: nic, from: "interface" };
  const endpoint = ipOfEndpoint(sources.privateEndpoint);
  if (endpoint !== undefined) return { status: "known", ip: endpoint, from: "endpoint" };
  const missing = [sources.privateEndpoint, sources.privateEndpointNic].filter(
    (section) => section.status === "unavailable",
  );
  return {
    status: "unknown",
    message: missing[0]?.message ?? { is: "endpointWithoutAddress" },
    needs: missing.flatMap(({ needs }) => needs),
  };
}

/** AKS gives the balancer this name, in the node resource group. */
export const apiBalancerName = "kube-apiserver";

/** With VNet integration, the internal load balancer that the API server stands behind. */
export const apiBalancerOf = (
  { nodeResourceGroup }: ManagedCluster,
  balancers: Listing<LoadBalancer>,
): Found<LoadBalancer> =>
  findIn(
    balancers,
    ({ id, name }) =>
      name.toLowerCase() === apiBalancerName &&
      parseResourceId(id)?.resourceGroup.toLowerCase() === nodeResourceGroup.toLowerCase(),
  );

export function balancerAddressOf(cluster: ManagedCluster, balancers: Listing<LoadBalancer>): ApiAddress {
  const found = apiBalancerOf(cluster, balancers);
  if (found.status === "unknown")
    return { status: "unknown", message: found.cause.message, needs: found.cause.needs };
  const ip = found.status === "found" ? firstIpv4(found.item.frontends) : undefined;
  return ip === undefined
    ? {
        status: "unknown",
        message: { is: "balancerWithoutAddress" },
        needs: [],
      }
    : { status: "known", ip, from: "balancer" };
}

export function addressInRecord(record: Section<ARecordSet | null>): ApiAddress {
  if (record.status === "unavailable")
    return { status: "unknown", message: record.message, needs: record.needs };
  const ip = record.data?.addresses[0];
  return ip === undefined
    ? { status: "unknown", message: { is: "zoneWithoutAddress" }, needs: [] }
    : { status: "known", ip, from: "record" };
}
