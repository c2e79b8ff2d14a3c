// The public addresses that AKS lets in by itself, beside the authorized ranges: those of the cluster's own load balancer.
// https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges
import { addressesOf, type Egress, outboundTypeOf } from "../../network/route/egress.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";

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
