// Why a whole group of checks has nothing to judge on a cluster. Null means that it has.
import { apiModeOf, isPrivate, zoneModeOf } from "../network/api-server.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";

export const unlessPrivate = (cluster: ManagedCluster): string | null =>
  isPrivate(cluster) ? null : "The API server is public.";

export function unlessPrivateLink(cluster: ManagedCluster): string | null {
  const mode = apiModeOf(cluster);
  if (mode === "private-link") return null;
  return mode === "vnet-private"
    ? "The API server stands in the virtual network itself and has no private endpoint."
    : "The API server is public.";
}

export function unlessPrivateZone(cluster: ManagedCluster): string | null {
  if (!isPrivate(cluster)) return "The API server is public, and so is its name.";
  return zoneModeOf(cluster) === "none"
    ? "The cluster uses no private DNS zone: its public name leads to the private address."
    : null;
}

/** With VNet integration, nodes know the API server by its address. */
export const unlessNodesUseZone = (cluster: ManagedCluster): string | null =>
  unlessPrivateZone(cluster) ??
  (cluster.apiServerAccess.enableVnetIntegration
    ? "Nodes use the address of the API server and need no name."
    : null);

export const unlessVnetIntegration = (cluster: ManagedCluster): string | null =>
  cluster.apiServerAccess.enableVnetIntegration
    ? null
    : "The API server does not stand in the virtual network itself.";
