// How the API server is exposed, and which name it has.
import type { AddressSource, ApiMode } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { ARecordSet, LoadBalancer, NetworkInterface, PrivateEndpoint } from "../../snapshot/network.ts";
import { parseResourceId } from "../../snapshot/resource-id.ts";
import type { Permission } from "../../snapshot/rights.ts";
import { type Found, findIn, type Listing, type Section, type Unavailable } from "../../snapshot/section.ts";
import { withoutIpv6 } from "./cidr.ts";

/** Authorized ranges are ignored on private clusters. */
export function apiModeOf({ apiServerAccess: access }: ManagedCluster): ApiMode {
  if (access.enableVnetIntegration) return access.enablePrivateCluster ? "vnet-private" : "vnet-public";
  if (access.enablePrivateCluster) return "private-link";
  return access.authorizedIpRanges.length > 0 ? "public-ranges" : "public-open";
}

export const isPrivate = (cluster: ManagedCluster): boolean => cluster.apiServerAccess.enablePrivateCluster;

type ZoneMode = "system" | "none" | "own" | "unknown";

/** `privateDNSZone` is `system` (also when absent), `none`, or the id of a zone of one's own. */
export function zoneModeOf({ apiServerAccess: { privateDnsZone } }: ManagedCluster): ZoneMode {
  const text = privateDnsZone?.toLowerCase() ?? "system";
  if (text === "system" || text === "none") return text;
  return /\/privatednszones\//.test(text) ? "own" : "unknown";
}

/** The name that clients use; a stopped private cluster has none. */
export const apiFqdnOf = (cluster: ManagedCluster): string | undefined =>
  isPrivate(cluster) && zoneModeOf(cluster) !== "none" ? cluster.privateFqdn : cluster.fqdn;

/** How a zone calls the record of its own name. */
const apex = "@";

/**
 * The record's name inside the zone, or null when a zone of this name cannot hold the FQDN. Some make a zone of the whole
 * name, so as to override that one alone.
 */
export function recordNameIn(zoneName: string, fqdn: string): string | null {
  if (fqdn.toLowerCase() === zoneName.toLowerCase()) return apex;
  const suffix = `.${zoneName.toLowerCase()}`;
  return fqdn.toLowerCase().endsWith(suffix) ? fqdn.slice(0, -suffix.length) : null;
}

/** `privatelink.westeurope.azmk8s.io`: taken from the cluster's own names, since the suffix differs by cloud. */
export function expectedZoneName(cluster: ManagedCluster): string | null {
  const label = apiModeOf(cluster) === "vnet-private" ? "private" : "privatelink";
  const region = cluster.location.toLowerCase();
  for (const fqdn of [cluster.privateFqdn, cluster.fqdn]) {
    const suffix = fqdn?.toLowerCase().split(`.${region}.`).at(1);
    if (suffix !== undefined) return `${label}.${region}.${suffix}`;
  }
  return null;
}

// Names of API servers, in every cloud: `….hcp.westeurope.azmk8s.io`, `….privatelink.westeurope.azmk8s.io`,
// `….cx.prod.service.azk8s.cn`. https://learn.microsoft.com/azure/aks/outbound-rules-control-egress
const suffix = String.raw`(?:azmk8s\.io|azk8s\.cn|containerservice\.azure\.us)`;

const whole = new RegExp(String.raw`\.${suffix}$`, "i");
/** Bounded, so that no text costs more than its length. */
const inside = new RegExp(String.raw`(?<![\w.-])(?:[a-z0-9-]{1,63}\.){2,8}${suffix}(?![\w-])`, "gi");

export const isApiName = (name: string): boolean => whole.test(name);

/** In lower case, each once, as they stand in the text. */
export const apiNamesIn = (text: string): readonly string[] => [
  ...new Set((text.match(inside) ?? []).map((name) => name.toLowerCase())),
];

export const apiLabel = (name: string): string => (name.split(".")[0] ?? "").toLowerCase();

/** AKS puts eight letters and digits behind the prefix that people chose; a cluster that is made anew gets others. */
export const apiPrefix = (name: string): string => apiLabel(name).replace(/-[a-z0-9]+$/, "");

/** The prefixes that the portal and the Azure CLI choose. https://learn.microsoft.com/cli/azure/aks#az-aks-create */
export const chosenPrefixes = ({
  name,
  resourceGroup,
  subscriptionId,
}: Readonly<{ name: string; resourceGroup: string; subscriptionId: string }>): readonly string[] => {
  const plain = (text: string, longest: number) => text.replace(/[^a-z0-9-]/gi, "").slice(0, longest);
  const byCli = `${plain(name, 10)}-${plain(resourceGroup, 16)}-${subscriptionId.slice(0, 6)}`;
  return [name, `${name}-dns`, byCli].map((prefix) => prefix.toLowerCase());
};

// At which address the API server stands, as clients and nodes have to reach it.

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

function balancerAddressOf(cluster: ManagedCluster, balancers: Listing<LoadBalancer>): ApiAddress {
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
