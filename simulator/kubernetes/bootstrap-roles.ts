// The ClusterRoles that every cluster has, so that a scenario can bind to `view` or `cluster-admin` without writing them.

import { groupVersion, type ResourceType, readVerbs, resourceTypes, writeVerbs } from "./resource-types.ts";

const accessControl = "rbac.authorization.k8s.io";
const everything = [
  { apiGroups: ["*"], resources: ["*"], verbs: ["*"] },
  { nonResourceURLs: ["*"], verbs: ["*"] },
];

/** `view` reads a namespace without its secrets and roles, `edit` also writes it, `admin` also grants roles in it. */
export function bootstrapRoles(): unknown[] {
  const stored = resourceTypes.filter((type) => type.namespaced && type.verbs.includes("get"));
  const ordinary = stored.filter((type) => type.group !== accessControl);
  const visible = ordinary.filter((type) => type.resource !== "secrets");
  const namespaces = { apiGroups: [""], resources: ["namespaces"], verbs: readVerbs };
  const view = [...rules(visible, readVerbs), namespaces];
  const edit = [...rules(ordinary, [...readVerbs, ...writeVerbs]), namespaces];
  const admin = [...rules(stored, [...readVerbs, ...writeVerbs]), namespaces];
  return [role("cluster-admin", everything), role("admin", admin), role("edit", edit), role("view", view)];
}

function rules(types: readonly ResourceType[], verbs: string[]) {
  const groups = Map.groupBy(types, (type) => type.group);
  return [...groups].map(([group, members]) => ({
    apiGroups: [group],
    resources: members.flatMap((type) => [
      type.resource,
      ...type.subresources.map((sub) => `${type.resource}/${sub.name}`),
    ]),
    verbs,
  }));
}

function role(name: string, roleRules: unknown[]) {
  return {
    apiVersion: groupVersion({ group: accessControl, version: "v1" }),
    kind: "ClusterRole",
    metadata: { name, labels: { "kubernetes.io/bootstrapping": "rbac-defaults" } },
    rules: roleRules,
  };
}
