// The ways to write which cluster is meant: `prod-1`, `group/prod-1`, `subscription/group/prod-1`, resource id.

export type ClusterName = Readonly<{ subscriptionId?: string; resourceGroup?: string; name: string }>;

const guid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** Azure's rule for names of resource groups: no dot at the end, so that none is a way up in a path. */
const group = String.raw`[\p{L}\p{N}_.()-]{0,89}[\p{L}\p{N}_()-]`;
/** Azure's rule for names of managed clusters. Case is spelled out: where it is ignored, `ſ` would pass for an s. */
const name = "(?-i:[A-Za-z0-9](?:[A-Za-z0-9_-]{0,61}[A-Za-z0-9])?)";
const shortForm = new RegExp(`^(?:(?:(${guid})/)?(${group})/)?(${name})$`, "iu");
const resourceId = new RegExp(
  `^/?subscriptions/(${guid})/resourceGroups/(${group})/providers/Microsoft\\.ContainerService/managedClusters/(${name})/?$`,
  "iu",
);

/** `null` when it is none of these forms. Letter case is kept, though Azure ignores it. */
export function parseClusterName(written: string): ClusterName | null {
  const match = resourceId.exec(written) ?? shortForm.exec(written);
  const [, subscriptionId, resourceGroup, clusterName] = match ?? [];
  if (clusterName === undefined) {
    return null;
  }
  return {
    ...(subscriptionId !== undefined && { subscriptionId }),
    ...(resourceGroup !== undefined && { resourceGroup }),
    name: clusterName,
  };
}
