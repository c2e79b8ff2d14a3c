// The kinds of object that a sent file may hold. What runs, and what stands around it; not the keys of a cluster.
import { findResource } from "../grammar/resources.ts";

const taken = new Set([
  "clusterrolebindings",
  "clusterroles",
  "configmaps",
  "cronjobs",
  "daemonsets",
  "deployments",
  "horizontalpodautoscalers",
  "ingresses",
  "jobs",
  "limitranges",
  "namespaces",
  "networkpolicies",
  "persistentvolumeclaims",
  "poddisruptionbudgets",
  "pods",
  "priorityclasses",
  "replicasets",
  "resourcequotas",
  "rolebindings",
  "roles",
  "serviceaccounts",
  "services",
  "statefulsets",
]);

export type TypeOfObject = Readonly<
  { is: "taken"; resource: string; namespaced: boolean } | { is: "secret" } | { is: "other" }
>;

const version = /^v\d+(?:(?:alpha|beta)\d+)?$/;

/** By what the object says of itself. kubectl asks the cluster; of a kind in the wrong group there is none. */
export function typeOfObject(apiVersion: string, kind: string): TypeOfObject {
  const [first = "", second, ...more] = apiVersion.split("/");
  const [group, served] = second === undefined ? ["", first] : [first, second];
  const type = /^[A-Z][A-Za-z]{1,62}$/.test(kind) ? findResource(kind) : undefined;
  if (type === undefined || type.group !== group || !version.test(served) || more.length > 0)
    return { is: "other" };
  if (type.name === "secrets") return { is: "secret" };
  // A short name is no kind.
  const isKind = kind.toLowerCase() === (type.aliases[0] ?? type.name);
  return isKind && taken.has(type.name)
    ? { is: "taken", resource: type.name, namespaced: type.namespaced }
    : { is: "other" };
}

/** Of a type in any of its names; undefined for one that no file may hold. */
export function typeInFile(typed: string): Readonly<{ resource: string; namespaced: boolean }> | undefined {
  const type = findResource(typed);
  return type !== undefined && taken.has(type.name)
    ? { resource: type.name, namespaced: type.namespaced }
    : undefined;
}
