// RBAC: which requests a rule covers, and whom a binding reaches.
import type { Attributes, KubernetesUser } from "../../../simulator/kubernetes/attributes.ts";
import { createObjectStore } from "../../../simulator/kubernetes/object-store.ts";
import {
  type PolicyRule,
  rbacAllows,
  rbacAllowsPath,
  ruleCovers,
} from "../../../simulator/kubernetes/rbac.ts";

const request = (change: Partial<Attributes> = {}): Attributes => ({
  verb: "get",
  group: "",
  resource: "pods",
  subresource: "",
  namespace: "shop",
  name: "web",
  ...change,
});
const rule = (change: Partial<PolicyRule> = {}): PolicyRule => ({
  verbs: ["get"],
  apiGroups: [""],
  resources: ["pods"],
  resourceNames: [],
  nonResourceURLs: [],
  ...change,
});

describe("a rule", () => {
  test.each<[string, Partial<PolicyRule>, Partial<Attributes>, boolean]>([
    ["covers what it names", {}, {}, true],
    ["covers no other verb", {}, { verb: "list" }, false],
    ["covers no other group", {}, { group: "apps" }, false],
    ["for pods does not cover pods/log", {}, { subresource: "log" }, false],
    ["for pods/log covers it", { resources: ["pods/log"] }, { subresource: "log" }, true],
    ["for */scale covers any scale", { resources: ["*/scale"] }, { subresource: "scale" }, true],
    ["for */scale covers no whole object", { resources: ["*/scale"] }, {}, false],
    [
      "with stars covers all",
      { verbs: ["*"], apiGroups: ["*"], resources: ["*"] },
      { subresource: "exec" },
      true,
    ],
    ["with a resource name covers that name", { resourceNames: ["web"] }, {}, true],
    ["with a resource name covers no other", { resourceNames: ["web"] }, { name: "db" }, false],
    ["with a resource name covers no list", { resourceNames: ["web"] }, { name: "" }, false],
    ["without API groups covers nothing", { apiGroups: [] }, {}, false],
  ])("%s", (_, ruleChange, requestChange, expected) => {
    expect(ruleCovers(rule(ruleChange), request(requestChange))).toBe(expected);
  });
});

describe("a binding", () => {
  const apiVersion = "rbac.authorization.k8s.io/v1";
  const roleRef = (kind: string, name = "r") => ({ apiGroup: "rbac.authorization.k8s.io", kind, name });
  const rules = [rule()];
  const clusterRole = { apiVersion, kind: "ClusterRole", metadata: { name: "r" }, rules };
  const role = { apiVersion, kind: "Role", metadata: { name: "r", namespace: "shop" }, rules };
  const binding = (subject: object, ref: object, namespace = "shop") => ({
    apiVersion,
    kind: "RoleBinding",
    metadata: { name: "b", namespace },
    subjects: [subject],
    roleRef: ref,
  });
  const clusterBinding = (subject: object, ref: object) => ({
    apiVersion,
    kind: "ClusterRoleBinding",
    metadata: { name: "b" },
    subjects: [subject],
    roleRef: ref,
  });
  const user: KubernetesUser = { username: "alexw@contoso.example", groups: ["g-1"], objectId: "o-1" };
  const robot: KubernetesUser = { username: "system:serviceaccount:shop:bot", groups: [], objectId: null };
  const group = { kind: "Group", name: "g-1" };

  const toRole = (kind: string, name: string) => [binding({ kind, name }, roleRef("Role")), role];

  test.each<[string, KubernetesUser, object[], Partial<Attributes>, boolean]>([
    ["to a group reaches its members", user, [binding(group, roleRef("Role")), role], {}, true],
    ["reaches nobody else", user, toRole("Group", "g-2"), {}, false],
    ["to a user name", user, toRole("User", user.username), {}, true],
    ["to a user's object id", user, toRole("User", "o-1"), {}, true],
    ["to a user is not to the group of that name", user, toRole("User", "g-1"), {}, false],
    ["to everyone authenticated", robot, toRole("Group", "system:authenticated"), {}, true],
    ["to a service account", robot, toRole("ServiceAccount", "bot"), {}, true],
    [
      "of a cluster role holds in its namespace",
      user,
      [binding(group, roleRef("ClusterRole")), clusterRole],
      {},
      true,
    ],
    [
      "of a cluster role holds in no other namespace",
      user,
      [binding(group, roleRef("ClusterRole")), clusterRole],
      { namespace: "db" },
      false,
    ],
    [
      "in a namespace does not hold cluster-wide",
      user,
      [binding(group, roleRef("ClusterRole")), clusterRole],
      { namespace: "" },
      false,
    ],
    [
      "to a role of another namespace gives nothing",
      user,
      [binding(group, roleRef("Role"), "db"), role],
      { namespace: "db" },
      false,
    ],
    [
      "cluster-wide holds in every namespace",
      user,
      [clusterBinding(group, roleRef("ClusterRole")), clusterRole],
      {},
      true,
    ],
    [
      "cluster-wide holds for the cluster",
      user,
      [clusterBinding(group, roleRef("ClusterRole")), clusterRole],
      { namespace: "" },
      true,
    ],
    [
      "cluster-wide to a namespaced role gives nothing",
      user,
      [clusterBinding(group, roleRef("Role")), role],
      {},
      false,
    ],
    ["to a role that does not exist gives nothing", user, [binding(group, roleRef("Role"))], {}, false],
  ])("%s", (_, who, objects, change, expected) => {
    expect(rbacAllows(createObjectStore(objects), who, request(change))).toBe(expected);
  });

  test.each([
    ["/metrics", "/metrics", true],
    ["/metrics/*", "/metrics/cadvisor", true],
    ["*", "/anything", true],
    ["/metrics", "/metrics/cadvisor", false],
  ])("for the path %s covers %s: %s", (pattern, path, expected) => {
    const paths = { ...clusterRole, rules: [{ verbs: ["get"], nonResourceURLs: [pattern] }] };
    const store = createObjectStore([clusterBinding(group, roleRef("ClusterRole")), paths]);
    expect(rbacAllowsPath(store, user, "get", path)).toBe(expected);
    expect(rbacAllowsPath(store, robot, "get", path)).toBe(false);
  });
});
