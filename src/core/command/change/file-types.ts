// The kinds of object that a sent file may hold. What runs, and what stands around it; not the keys of a cluster.
import { findResource } from "../grammar/resources.ts";

/** Each by its kind and the versions that a cluster serves: for any other kubectl looks through what the cluster defines. */
const taken: Readonly<Record<string, readonly [kind: string, ...versions: string[]]>> = {
  clusterrolebindings: ["ClusterRoleBinding", "v1"],
  clusterroles: ["ClusterRole", "v1"],
  configmaps: ["ConfigMap", "v1"],
  cronjobs: ["CronJob", "v1"],
  daemonsets: ["DaemonSet", "v1"],
  deployments: ["Deployment", "v1"],
  horizontalpodautoscalers: ["HorizontalPodAutoscaler", "v1", "v2"],
  ingresses: ["Ingress", "v1"],
  jobs: ["Job", "v1"],
  limitranges: ["LimitRange", "v1"],
  namespaces: ["Namespace", "v1"],
  networkpolicies: ["NetworkPolicy", "v1"],
  persistentvolumeclaims: ["PersistentVolumeClaim", "v1"],
  poddisruptionbudgets: ["PodDisruptionBudget", "v1"],
  pods: ["Pod", "v1"],
  priorityclasses: ["PriorityClass", "v1"],
  replicasets: ["ReplicaSet", "v1"],
  resourcequotas: ["ResourceQuota", "v1"],
  rolebindings: ["RoleBinding", "v1"],
  roles: ["Role", "v1"],
  serviceaccounts: ["ServiceAccount", "v1"],
  services: ["Service", "v1"],
  statefulsets: ["StatefulSet", "v1"],
};

export type TypeOfObject = Readonly<
  { is: "taken"; resource: string; namespaced: boolean } | { is: "secret" } | { is: "other" }
>;

/** By what the object says of itself. kubectl asks the cluster; of a kind in the wrong group there is none. */
export function typeOfObject(apiVersion: string, kind: string): TypeOfObject {
  const [first = "", second, ...more] = apiVersion.split("/");
  const [group, version] = second === undefined ? ["", first] : [first, second];
  const type = /^[A-Z][A-Za-z]{1,62}$/.test(kind) ? findResource(kind) : undefined;
  if (type === undefined || type.group !== group || more.length > 0) return { is: "other" };
  if (type.name === "secrets") return { is: "secret" };
  const [known, ...versions] = taken[type.name] ?? [];
  return kind === known && versions.includes(version)
    ? { is: "taken", resource: type.name, namespaced: type.namespaced }
    : { is: "other" };
}

/** Of a type in any of its names; undefined for one that no file may hold. */
export function typeInFile(typed: string): Readonly<{ resource: string; namespaced: boolean }> | undefined {
  const type = findResource(typed);
  return type !== undefined && Object.hasOwn(taken, type.name)
    ? { resource: type.name, namespaced: type.namespaced }
    : undefined;
}
