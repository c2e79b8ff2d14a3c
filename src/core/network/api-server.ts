// How the API server is exposed, and which name it has.
import type { ApiMode } from "../outcome/columns.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";

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
