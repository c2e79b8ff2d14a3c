// What an owner brought for a cluster, and what the cluster's identity has to change there.
import type { ManagedCluster } from "../snapshot/cluster.ts";
import { idsOnce, isWithin } from "../snapshot/resource-id.ts";
import { isPrivate, zoneModeOf } from "./api-server.ts";
import { namedNodeSubnetIds } from "./cluster-subnets.ts";

/** Subnets that pools, pods and the API server were given; none where AKS made the network itself. */
export const givenSubnetIds = (cluster: ManagedCluster): readonly string[] =>
  idsOnce([
    ...namedNodeSubnetIds(cluster),
    ...cluster.agentPools.flatMap(({ podSubnetId }) => podSubnetId ?? []),
    ...[cluster.apiServerAccess.subnetId].flatMap((id) => id ?? []),
  ]);

/** The zone of the owner's own that names the API server. */
export const givenZoneIds = (cluster: ManagedCluster): readonly string[] => {
  const { privateDnsZone } = cluster.apiServerAccess;
  return isPrivate(cluster) && zoneModeOf(cluster) === "own" && privateDnsZone !== undefined
    ? [privateDnsZone]
    : [];
};

/** With kubenet AKS writes each node's route into the table of its subnet. */
export const writesRoutes = ({ network }: ManagedCluster): boolean =>
  network.plugin?.toLowerCase() === "kubenet";

/** In the node resource group it is AKS's own. */
export const isAksOwn = ({ subscriptionId, nodeResourceGroup }: ManagedCluster, id: string): boolean =>
  isWithin(id, `/subscriptions/${subscriptionId}/resourceGroups/${nodeResourceGroup}`);
