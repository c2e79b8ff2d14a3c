// The ways to write which cluster is meant: `prod-1`, `group/prod-1`, `subscription/group/prod-1`, resource id.

type ClusterName = Readonly<{ subscriptionId?: string; resourceGroup?: string; name: string }>;

/** Other names for clusters, in lower case, each with what it stands for. */
export type Aliases = ReadonlyMap<string, string>;

const guid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
/** Azure's rule for names of resource groups: no dot at the end, so that none is a way up in a path. */
const group = /^[\p{L}\p{N}_.()-]{0,89}[\p{L}\p{N}_()-]$/u;
/** Azure's rule for names of managed clusters. */
const name = "[a-z0-9](?:[a-z0-9_-]{0,61}[a-z0-9])?";
/** No `u` here: with it, ignoring case makes ſ an s and the Kelvin sign a k. */
const shortForm = new RegExp(`^(?:(?:(${guid})/)?([^/]+)/)?(${name})$`, "i");
const resourceId = new RegExp(
  `^/?subscriptions/(${guid})/resourceGroups/([^/]+)/providers/Microsoft\\.ContainerService/managedClusters/(${name})/?$`,
  "i",
);

/** `null` when it is none of these forms. Letter case is kept, though Azure ignores it. */
export function parseClusterName(written: string): ClusterName | null {
  const match = resourceId.exec(written) ?? shortForm.exec(written);
  const [, subscriptionId, resourceGroup, clusterName] = match ?? [];
  if (clusterName === undefined || (resourceGroup !== undefined && !group.test(resourceGroup))) {
    return null;
  }
  return {
    ...(subscriptionId !== undefined && { subscriptionId }),
    ...(resourceGroup !== undefined && { resourceGroup }),
    name: clusterName,
  };
}

/** The first letter in a cluster's name that none can hold, such as `ſ` or a Cyrillic `а`; null where there is none. */
export const foreignLetter = (written: string): string | null =>
  /[\p{L}--[A-Za-z]]/v.exec(written.slice(written.lastIndexOf("/") + 1))?.[0] ?? null;

// A cluster by what was written, before Azure was asked.

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

/** A cluster as policy matches it. Both are empty for the one that was last spoken of, where no rule allows any. */
export type ClusterRef = Readonly<{
  id: string;
  name: string;
  /** Its tags in Azure, of which names have no case; absent where they are not known. */
  tags?: Readonly<Record<string, string>>;
}>;
