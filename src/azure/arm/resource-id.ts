// Azure resource ids as the requests need them: resource groups to list, and the parts of a resource's path.
import { idKey } from "../../core/snapshot/resource-id.ts";

export type ResourceGroupRef = Readonly<{ subscriptionId: string; resourceGroup: string }>;
export type ResourceRef = ResourceGroupRef & Readonly<{ name: string }>;

/** The subscription and resource group of an id, or null when it does not name both. */
export const resourceGroupOf = (id: string): ResourceGroupRef | null => {
  const match = /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)/i.exec(id);
  return match?.[1] !== undefined && match[2] !== undefined
    ? { subscriptionId: match[1], resourceGroup: match[2] }
    : null;
};

/**
 * Subscription, group and the name of the top-level resource of `type` (`Microsoft.Network/virtualNetworks`).
 * Null when the id is of another type: it names what a request will be sent for.
 */
export const parseResourceId = (id: string, type: string): ResourceRef | null => {
  const group = resourceGroupOf(id);
  const provider = `/providers/${type}/`.toLowerCase();
  const start = id.toLowerCase().indexOf(provider);
  const name = start < 0 ? undefined : id.slice(start + provider.length).split("/")[0];
  return group !== null && name !== undefined && name !== "" ? { ...group, name } : null;
};

export const resourceGroupId = (group: ResourceGroupRef): string =>
  `/subscriptions/${group.subscriptionId}/resourceGroups/${group.resourceGroup}`;

/** One spelling of a resource group for maps and comparison. */
export const groupKey = (group: ResourceGroupRef): string => idKey(resourceGroupId(group));
