// Why a whole group of checks has nothing to judge on a cluster. Null means that it has.
import { apiModeOf, isPrivate, zoneModeOf } from "../../network/address/api-server.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";

export type SkipFact = Readonly<{
  is: "apiPublic" | "apiInNetwork" | "apiNotInNetwork" | "namePublic" | "noZone" | "nodesUseAddress";
}>;

export const unlessPrivate = (cluster: ManagedCluster): SkipFact | null =>
  isPrivate(cluster) ? null : { is: "apiPublic" };

export function unlessPrivateLink(cluster: ManagedCluster): SkipFact | null {
  const mode = apiModeOf(cluster);
  if (mode === "private-link") return null;
  return mode === "vnet-private" ? { is: "apiInNetwork" } : { is: "apiPublic" };
}

export function unlessPrivateZone(cluster: ManagedCluster): SkipFact | null {
  if (!isPrivate(cluster)) return { is: "namePublic" };
  return zoneModeOf(cluster) === "none" ? { is: "noZone" } : null;
}

/** With VNet integration, nodes know the API server by its address. */
export const unlessNodesUseZone = (cluster: ManagedCluster): SkipFact | null =>
  unlessPrivateZone(cluster) ??
  (cluster.apiServerAccess.enableVnetIntegration ? { is: "nodesUseAddress" } : null);

export const unlessVnetIntegration = (cluster: ManagedCluster): SkipFact | null =>
  cluster.apiServerAccess.enableVnetIntegration ? null : { is: "apiNotInNetwork" };
