// The addresses that may reach a public API server, and how some are added to them.
import { aksFix, atCluster } from "../../fix/cluster.ts";
import type { Fix } from "../../fix/write/fix.ts";
import type { FixRisk } from "../../fix/write/risk.ts";
import { apiModeOf } from "../../network/address/api-server.ts";
import { type Cidr, disjoint, parseCidr, textOf } from "../../network/address/cidr.ts";
import { addressesOf, type Egress, outboundTypeOf } from "../../network/route/egress.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";

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
export function authorize(cluster: ManagedCluster, addresses: readonly string[], risk: FixRisk): Fix | null {
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

// The public addresses that AKS lets in by itself, beside the authorized ranges: those of the cluster's own load balancer.
// https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges

/** A Standard one's always; `0.0.0.0/32` stands for them alone. */
export const letsBalancerIn = ({ network, apiServerAccess }: ManagedCluster): boolean =>
  /^standard$/i.test(network.loadBalancerSku ?? "") ||
  apiServerAccess.authorizedIpRanges.includes("0.0.0.0/32");

/** `isWhole`: there are no others. An address may be the range of a prefix. */
export type OwnOutbound = Readonly<{ ips: readonly string[]; isWhole: boolean; unread: Egress["unknown"] }>;

export function ownOutboundOf(
  cluster: ManagedCluster,
  sources: Pick<ClusterSnapshot, "publicIpAddresses">,
): OwnOutbound {
  if (outboundTypeOf(cluster) !== "loadBalancer" || !letsBalancerIn(cluster))
    return { ips: [], isWhole: true, unread: [] };
  const ids = cluster.network.outboundIpIds;
  const { addresses, unknown } = addressesOf(ids ?? [], "loadBalancer", sources);
  return {
    ips: addresses.map(({ ip }) => ip),
    isWhole: ids !== undefined && unknown.length === 0,
    unread: unknown,
  };
}
