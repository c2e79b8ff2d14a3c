// A cluster by what was written, before Azure was asked.
import type { ClusterRef } from "../policy/decision.ts";
import { type ClusterName, parseClusterName } from "./cluster-name.ts";

/** As policy may match it: the name alone, unless the whole resource id can be told. */
export function writtenCluster(written: string): ClusterRef {
  const name = parseClusterName(written);
  return { id: canonicalId(name) ?? "", name: name?.name ?? written };
}

/** One spelling of a resource id, so that no other spelling of it walks around a rule of the policy. */
const canonicalId = (name: ClusterName | null): string | null =>
  name?.subscriptionId && name.resourceGroup
    ? `/subscriptions/${name.subscriptionId}/resourceGroups/${name.resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name.name}`
    : null;
