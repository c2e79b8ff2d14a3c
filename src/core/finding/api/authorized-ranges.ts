// The addresses that may reach a public API server, and how some are added to them.

import { aksFix, atCluster } from "../../fix/cluster.ts";
import type { Fix } from "../../fix/write/fix.ts";
import type { Risk } from "../../fix/write/risk.ts";
import { apiModeOf } from "../../network/address/api-server.ts";
import { type Cidr, disjoint, parseCidr, textOf } from "../../network/address/cidr.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";

export type RangesSkip = Readonly<{ is: "withoutEffect" } | { is: "openToAll" }>;

/** AKS takes no more than this. */
const mostRanges = 200;

/** `0.0.0.0/32` lets in nobody but the nodes; az takes no other entry beside it. */
export const isNobody = (range: Cidr): boolean => textOf(range) === "0.0.0.0/32";

/** As az takes them: IPv4 ranges without host bits, none twice and none inside another. */
function rangesForAz(entries: readonly string[]): readonly string[] {
  const ranges = entries.flatMap((entry) => parseCidr(entry) ?? []).filter((range) => !isNobody(range));
  return disjoint(ranges).map(textOf);
}

/** The flag replaces the list, so every present entry is sent again; null where that is more than AKS takes. */
export function authorize(cluster: ManagedCluster, addresses: readonly string[], risk: Risk): Fix | null {
  const ranges = rangesForAz([...cluster.apiServerAccess.authorizedIpRanges, ...addresses]);
  return ranges.length > mostRanges
    ? null
    : aksFix(
        cluster,
        { kind: "authorizeRanges", at: atCluster(cluster), ranges },
        { risks: [risk], disruptive: false },
      );
}

/** Why the cluster's ranges decide nothing, or null. */
export function withoutRanges(cluster: ManagedCluster): RangesSkip | null {
  const mode = apiModeOf(cluster);
  if (mode === "private-link" || mode === "vnet-private") return { is: "withoutEffect" };
  return cluster.apiServerAccess.authorizedIpRanges.length === 0 ? { is: "openToAll" } : null;
}
