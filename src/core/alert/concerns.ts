// Which watched clusters an alert is about.

import type { ClusterRef } from "../cluster-name.ts";
import { idKey, nameOf, parseResourceId } from "../snapshot/resource-id.ts";
import { foldCase } from "../text/text.ts";
import type { Alert } from "./alert.ts";
import { alertText } from "./alert-text.ts";

/** Whether a watching channel should see it: by id, or by name where the alert names no cluster by id. */
export function concerns({ targets, names }: Pick<Alert, "targets" | "names">, cluster: ClusterRef): boolean {
  if (namesById({ targets }, cluster)) return true;
  return names.some((name) => foldCase(name) === foldCase(cluster.name));
}

/** A name alone may be another cluster's too. */
export function namesById({ targets }: Pick<Alert, "targets">, cluster: ClusterRef): boolean {
  const id = idKey(cluster.id);
  return targets.some((target) => touches(target, id));
}

/**
 * Its rule is set on the cluster itself or a part of it, and not only on what holds it or is named after it. Whoever may
 * write a query anywhere can have it give any id.
 */
export function isSetOn({ setOn }: Pick<Alert, "setOn">, cluster: ClusterRef): boolean {
  const id = idKey(cluster.id);
  return setOn.some((target) => target === id || target.startsWith(`${id}/`));
}

/** The cluster, what holds it (resource group, subscription), what is part of it, or a resource of its nodes. */
const touches = (target: string, id: string): boolean =>
  target === id ||
  (isContainer.test(target) && id.startsWith(`${target}/`)) ||
  target.startsWith(`${id}/`) ||
  isOfNodes(target, id);

const isContainer = /^\/subscriptions\/[^/]+(?:\/resourcegroups\/[^/]+)?$/;

/** AKS names the group of a cluster's nodes `MC_group_cluster_region`, unless it was given another name. */
function isOfNodes(target: string, id: string): boolean {
  const parts = parseResourceId(id);
  if (parts === null) return false;
  const group = `/subscriptions/${parts.subscriptionId}/resourcegroups/mc_${parts.resourceGroup}_${parts.name}_`;
  return target.startsWith(group) && /^[a-z0-9]+(?:\/|$)/.test(target.slice(group.length));
}

/** For the trail: by its id, or by the names that may be clusters'. */
export const namedBy = ({ targets, names }: Alert): string =>
  alertText(targets[0] === undefined ? names.slice(0, 5).join(", ") : nameOf(targets[0]), 80);

export const shortId = ({ id }: Alert): string => alertText(nameOf(id), 80);
