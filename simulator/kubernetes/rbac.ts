// Kubernetes RBAC: which rules the role objects give a user, and whether a rule covers a request.

import type { Attributes, KubernetesUser } from "./attributes.ts";
import { type KubeObject, list, text, texts } from "./kube-object.ts";
import type { ObjectStore } from "./object-store.ts";
import { findTypeOfKind, type ResourceType } from "./resource-types.ts";

export type PolicyRule = {
  verbs: string[];
  apiGroups: string[];
  resources: string[];
  resourceNames: string[];
  nonResourceURLs: string[];
};

const rbacGroup = "rbac.authorization.k8s.io/v1";

/** Group whose members may do everything, whatever the role objects say. */
export const mastersGroup = "system:masters";

/** True where a rule bound to the user covers the request; nothing else allows. */
export function rbacAllows(store: ObjectStore, user: KubernetesUser, a: Attributes): boolean {
  return rulesFor(store, user, a.namespace).some((rule) => ruleCovers(rule, a));
}

/** True where a cluster-wide rule covers a path that is no resource, for example `/metrics`. */
export function rbacAllowsPath(
  store: ObjectStore,
  user: KubernetesUser,
  verb: string,
  path: string,
): boolean {
  return rulesFor(store, user, "").some(
    (rule) => includesOrStar(rule.verbs, verb) && rule.nonResourceURLs.some((url) => pathMatches(url, path)),
  );
}

/** All rules that hold for the user in a namespace; only the cluster-wide ones when `namespace` is empty. */
export function rulesFor(store: ObjectStore, user: KubernetesUser, namespace: string): PolicyRule[] {
  const clusterBindings = store.list(rbacType("ClusterRoleBinding"), "");
  const bindings = namespace === "" ? [] : store.list(rbacType("RoleBinding"), namespace);
  return [...clusterBindings, ...bindings]
    .filter((binding) => list(binding, "subjects").some((subject) => isSubject(subject, user, namespace)))
    .flatMap((binding) => rulesOfRole(store, binding));
}

/** A rule for `pods` does not cover `pods/log`, and one with resourceNames covers no request without a name. */
export function ruleCovers(rule: PolicyRule, a: Attributes): boolean {
  const resource = a.subresource === "" ? a.resource : `${a.resource}/${a.subresource}`;
  const wildcard = `*/${a.subresource}`;
  return (
    includesOrStar(rule.verbs, a.verb) &&
    includesOrStar(rule.apiGroups, a.group) &&
    (includesOrStar(rule.resources, resource) ||
      (a.subresource !== "" && rule.resources.includes(wildcard))) &&
    (rule.resourceNames.length === 0 || rule.resourceNames.includes(a.name))
  );
}

function rulesOfRole(store: ObjectStore, binding: KubeObject): PolicyRule[] {
  const kind = text(binding, "roleRef.kind");
  const namespace = binding.metadata.namespace ?? "";
  if (kind !== "ClusterRole" && (kind !== "Role" || namespace === "")) return [];
  const role = store.get(rbacType(kind), namespace, text(binding, "roleRef.name"));
  return list(role, "rules").map((rule) => ({
    verbs: texts(rule, "verbs"),
    apiGroups: texts(rule, "apiGroups"),
    resources: texts(rule, "resources"),
    resourceNames: texts(rule, "resourceNames"),
    nonResourceURLs: texts(rule, "nonResourceURLs"),
  }));
}

/** On AKS a User subject may be written as the user principal name or as the Entra object id. */
function isSubject(subject: unknown, user: KubernetesUser, namespace: string): boolean {
  const name = text(subject, "name");
  switch (text(subject, "kind")) {
    case "User":
      return name !== "" && (name === user.username || name === user.objectId);
    case "Group":
      return groupsOf(user).includes(name);
    case "ServiceAccount":
      return user.username === `system:serviceaccount:${text(subject, "namespace", namespace)}:${name}`;
    default:
      return false;
  }
}

/** The token's groups and the one that every authenticated user is in. */
export function groupsOf(user: KubernetesUser): string[] {
  return [...new Set([...user.groups, "system:authenticated"])];
}

function includesOrStar(allowed: readonly string[], wanted: string): boolean {
  return allowed.includes("*") || allowed.includes(wanted);
}

function pathMatches(pattern: string, path: string): boolean {
  return pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : pattern === path;
}

function rbacType(kind: string): ResourceType {
  const type = findTypeOfKind(rbacGroup, kind);
  if (type === undefined) throw new Error(`${kind} is missing in resource-types.ts`);
  return type;
}
