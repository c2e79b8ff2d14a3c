// What AKS made for a cluster and keeps: balancers and scale sets of its node resource group. It adds some for services
// and pools, so only one that is gone, or that changed, is told.
import { isInNodeGroup, nodeGroupPrefix } from "../../snapshot/cluster.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import {
  dataOf,
  joined,
  listKey,
  nothingRead,
  type Part,
  type PartKind,
  type PartsRead,
  part,
  steady,
} from "./part.ts";

type Made = Pick<Part, "id" | "settings">;

export function nodeGroupParts({ managedCluster, loadBalancers, scaleSets }: ClusterSnapshot): PartsRead {
  const cluster = dataOf(managedCluster);
  if (cluster === undefined) return nothingRead;
  const group = nodeGroupPrefix(cluster);
  const made = (of: PartKind, items: readonly Made[], hasGaps: boolean): PartsRead => {
    const parts = items
      .filter(({ id }) => isInNodeGroup(id, cluster))
      .map(({ id, settings }) => part(of, id, settings, group));
    return { parts, whole: hasGaps ? [] : [listKey(group, of)] };
  };
  return joined(
    made(
      "microsoft.network/loadbalancers",
      loadBalancers.items.map(({ id, provisioningState, leadsOut }) => ({
        ...{ id, settings: { ...steady(provisioningState), leadsOut } },
      })),
      loadBalancers.missing.length > 0,
    ),
    made(
      "microsoft.compute/virtualmachinescalesets",
      scaleSets.items.map(({ id }) => ({ id, settings: {} })),
      scaleSets.missing.length > 0,
    ),
  );
}
