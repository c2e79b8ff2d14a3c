// The cluster as a test from outside meets it: its names, its address, its tenant.
import { type AddressSources, apiAddressOf, apiFqdnOf, isPrivate } from "../network/address/api-server.ts";
import { furtherEndpoint } from "../network/gateways-of-snapshot.ts";
import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";

export type AskedCluster = Readonly<{
  /** The one that clients use. */
  name: string;
  /** All that it has, in lower case. */
  names: readonly string[];
  isPrivate: boolean;
  /** Null where Azure does not say it: of a public API server it never does. */
  address: string | null;
  /** A record may as well lead to an endpoint that somebody made, whose address nobody reads. */
  hasFurther: boolean;
  /** Of its services: what pods connect to inside it, and no place of anybody's. */
  serviceCidrs: readonly string[];
  tenantId: string | null;
}>;

type Sources = AddressSources & Pick<ClusterSnapshot, "privateEndpointConnections">;

/** Null while nobody knows its name: it cannot be read, or it is stopped. */
export const askedClusterIn = (snapshot: ClusterSnapshot): AskedCluster | null =>
  snapshot.managedCluster.status === "unavailable"
    ? null
    : askedClusterOf(snapshot.managedCluster.data, snapshot);

/** `sources`: null of a public cluster, which has no address of its own. */
export function askedClusterOf(cluster: ManagedCluster, sources: Sources | null): AskedCluster | null {
  const name = apiFqdnOf(cluster);
  if (name === undefined) return null;
  const names = [name, cluster.fqdn, cluster.privateFqdn].filter((each) => each !== undefined);
  const closed = isPrivate(cluster);
  const address = closed && sources !== null ? apiAddressOf(cluster, sources) : null;
  return {
    name,
    names: [...new Set(names.map((each) => each.toLowerCase()))],
    isPrivate: closed,
    address: address?.status === "known" ? address.ip : null,
    hasFurther: sources !== null && furtherEndpoint(sources.privateEndpointConnections, cluster) !== null,
    serviceCidrs: cluster.network.serviceCidrs,
    tenantId: cluster.entra?.tenantId?.toLowerCase() ?? null,
  };
}
