// How the API server is exposed, which name it has, and at which address it stands.
import type { Permission, Section } from "./section.ts";
import type { ARecordSet, ManagedCluster, NetworkInterface, PrivateEndpoint } from "./snapshot.ts";

export type ApiMode = "public-open" | "public-ranges" | "private-link" | "vnet-public" | "vnet-private";

/** Authorized ranges are ignored on private clusters. */
export function apiModeOf({ apiServerAccess: access }: ManagedCluster): ApiMode {
  if (access.enableVnetIntegration) return access.enablePrivateCluster ? "vnet-private" : "vnet-public";
  if (access.enablePrivateCluster) return "private-link";
  return access.authorizedIpRanges.length > 0 ? "public-ranges" : "public-open";
}

export const isPrivate = (cluster: ManagedCluster): boolean => cluster.apiServerAccess.enablePrivateCluster;

export type ZoneMode = "system" | "none" | "own" | "unknown";

/** `privateDNSZone` is `system` (also when absent), `none`, or the id of a zone of one's own. */
export function zoneModeOf({ apiServerAccess: { privateDnsZone } }: ManagedCluster): ZoneMode {
  const text = privateDnsZone?.toLowerCase() ?? "system";
  if (text === "system" || text === "none") return text;
  return /\/privatednszones\//.test(text) ? "own" : "unknown";
}

/** The name that clients use; a stopped private cluster has none. */
export const apiFqdnOf = (cluster: ManagedCluster): string | undefined =>
  isPrivate(cluster) && zoneModeOf(cluster) !== "none" ? cluster.privateFqdn : cluster.fqdn;

/** The record's name inside the zone, or null when a zone of this name cannot hold the FQDN. */
export function recordNameIn(zoneName: string, fqdn: string): string | null {
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

export type ApiAddress = Readonly<
  | { status: "known"; ip: string; from: string }
  | { status: "unknown"; message: string; needs: readonly Permission[] }
>;

/** What `apiAddressOf` looks at, as the snapshot holds it. */
export type AddressSources = Readonly<{
  privateEndpoint: Section<PrivateEndpoint | null>;
  privateEndpointNic: Section<NetworkInterface | null>;
  apiServerRecord: Section<ARecordSet | null>;
}>;

const ipOfInterface = (nic: Section<NetworkInterface | null>): string | undefined =>
  nic.status === "collected" ? nic.data?.ipConfigurations[0]?.privateIpAddress : undefined;

const ipOfEndpoint = (endpoint: Section<PrivateEndpoint | null>): string | undefined =>
  endpoint.status === "collected" ? endpoint.data?.customDnsConfigs[0]?.ipAddresses[0] : undefined;

/** The address that clients have to reach. With VNet integration the load balancer is not read: the A record has to do. */
export const apiAddressOf = (cluster: ManagedCluster, sources: AddressSources): ApiAddress =>
  apiModeOf(cluster) === "vnet-private"
    ? addressInRecord(sources.apiServerRecord)
    : endpointAddressOf(sources);

/** From the endpoint's interface, else from its DNS configuration. */
export function endpointAddressOf(sources: Omit<AddressSources, "apiServerRecord">): ApiAddress {
  const nic = ipOfInterface(sources.privateEndpointNic);
  if (nic !== undefined) return { status: "known", ip: nic, from: "the endpoint's network interface" };
  const endpoint = ipOfEndpoint(sources.privateEndpoint);
  if (endpoint !== undefined)
    return { status: "known", ip: endpoint, from: "the endpoint's DNS configuration" };
  const missing = [sources.privateEndpoint, sources.privateEndpointNic].filter(
    (section) => section.status === "unavailable",
  );
  return {
    status: "unknown",
    message: missing[0]?.message ?? "The private endpoint has no address.",
    needs: missing.flatMap(({ needs }) => needs),
  };
}

function addressInRecord(record: Section<ARecordSet | null>): ApiAddress {
  if (record.status === "unavailable")
    return { status: "unknown", message: record.message, needs: record.needs };
  const ip = record.data?.addresses[0];
  return ip === undefined
    ? { status: "unknown", message: "The zone holds no address of the API server.", needs: [] }
    : { status: "known", ip, from: "the A record" };
}
