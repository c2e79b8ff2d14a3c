// The resource group that AKS keeps for the nodes: what is changed there, AKS may put back.

import type { ManagedCluster } from "./cluster.ts";
import { idKey } from "./resource-id.ts";

/** As every id in it begins, in one spelling. */
export const nodeGroupPrefix = ({ subscriptionId, nodeResourceGroup }: ManagedCluster): string =>
  `${idKey(`/subscriptions/${subscriptionId}/resourceGroups/${nodeResourceGroup}`)}/`;

export const isInNodeGroup = (id: string, cluster: ManagedCluster): boolean =>
  idKey(id).startsWith(nodeGroupPrefix(cluster));
