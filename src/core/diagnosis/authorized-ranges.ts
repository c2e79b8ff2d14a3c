// The addresses that may reach a public API server, and how some are added to them.
import { apiModeOf } from "./api-server.ts";
import type { Fix } from "./check.ts";
import { aksFix } from "./fixes.ts";
import type { ManagedCluster } from "./snapshot.ts";

/** The flag replaces the list, so every present entry is sent again. */
export const authorize = (cluster: ManagedCluster, addresses: readonly string[], risk: string): Fix =>
  aksFix(
    cluster,
    "aks update",
    [
      "--api-server-authorized-ip-ranges",
      [
        ...cluster.apiServerAccess.authorizedIpRanges,
        ...addresses.map((ip) => (ip.includes("/") ? ip : `${ip}/32`)),
      ].join(","),
    ],
    { risk, disruptive: false },
  );

/** Why the cluster's ranges decide nothing, or null. */
export function withoutRanges(cluster: ManagedCluster): string | null {
  const mode = apiModeOf(cluster);
  if (mode === "private-link" || mode === "vnet-private")
    return "The cluster is private: authorized ranges have no effect on it.";
  return cluster.apiServerAccess.authorizedIpRanges.length === 0
    ? "The API server is open to every address."
    : null;
}
