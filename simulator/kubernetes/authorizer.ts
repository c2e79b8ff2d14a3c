// Who may do what: `system:masters` everything, then either Azure's decision or Kubernetes RBAC.

import type { Attributes, Authorize, KubernetesUser } from "./attributes.ts";
import type { ObjectStore } from "./object-store.ts";
import { mastersGroup, type PolicyRule, rbacAllows, rbacAllowsPath, rulesFor } from "./rbac.ts";

export type Authorizer = {
  allows(user: KubernetesUser, attributes: Attributes): Promise<boolean>;
  allowsPath(user: KubernetesUser, verb: string, path: string): boolean;
  /** Null where the deciding authorizer has no list of rules. */
  rules(user: KubernetesUser, namespace: string): PolicyRule[] | null;
  /** Added to Kubernetes' own sentence of a refusal. */
  refusalReason: string;
};

const star = ["*"];
const everything: PolicyRule[] = [
  { verbs: star, apiGroups: star, resources: star, resourceNames: [], nonResourceURLs: [] },
  { verbs: star, apiGroups: [], resources: [], resourceNames: [], nonResourceURLs: star },
];

/** `authorize` is given for a cluster that uses Azure RBAC for Kubernetes; role objects then decide nothing. */
export function createAuthorizer(store: ObjectStore, authorize: Authorize | undefined): Authorizer {
  const isMaster = (user: KubernetesUser) => user.groups.includes(mastersGroup);
  if (authorize !== undefined) {
    return {
      allows: async (user, attributes) => isMaster(user) || (await authorize(user, attributes)),
      allowsPath: isMaster,
      rules: (user) => (isMaster(user) ? everything : null),
      refusalReason:
        "User does not have access to the resource in Azure. Update role assignment to allow access.",
    };
  }
  return {
    allows: async (user, attributes) => isMaster(user) || rbacAllows(store, user, attributes),
    allowsPath: (user, verb, path) => isMaster(user) || rbacAllowsPath(store, user, verb, path),
    rules: (user, namespace) => (isMaster(user) ? everything : rulesFor(store, user, namespace)),
    refusalReason: "",
  };
}
