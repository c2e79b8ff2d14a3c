// A file of objects that somebody sent to be applied: what policies, approvers and the trail go by. What it holds is kept
// apart, and never in here.

import { findResource } from "../grammar/resources.ts";
import { type ChangeRisk, risksOfObject } from "./change-risks.ts";

// The kinds of object that a sent file may hold. What runs, and what stands around it; not the keys of a cluster.

/** Their kinds; for a version that a cluster does not serve kubectl looks through what the cluster defines. */
const kinds = new Set(
  `ClusterRoleBinding ClusterRole ConfigMap CronJob DaemonSet Deployment HorizontalPodAutoscaler Ingress Job LimitRange Namespace
  NetworkPolicy PersistentVolumeClaim PodDisruptionBudget Pod PriorityClass ReplicaSet ResourceQuota RoleBinding Role ServiceAccount
  Service StatefulSet`.split(/\s+/),
);
const taken = new Set([...kinds].map((kind) => findResource(kind)?.name));
const versionsOf = (kind: string) => (kind === "HorizontalPodAutoscaler" ? ["v1", "v2"] : ["v1"]);

type TypeOfObject = Readonly<
  { is: "taken"; resource: string; namespaced: boolean } | { is: "secret" } | { is: "other" }
>;

/** By what the object says of itself. kubectl asks the cluster; of a kind in the wrong group there is none. */
export function typeOfObject(apiVersion: string, kind: string): TypeOfObject {
  const [first = "", second, ...more] = apiVersion.split("/");
  const [group, version] = second === undefined ? ["", first] : [first, second];
  const type = /^[A-Z][A-Za-z]{1,62}$/.test(kind) ? findResource(kind) : undefined;
  if (type === undefined || type.group !== group || more.length > 0) return { is: "other" };
  if (type.name === "secrets") return { is: "secret" };
  return kinds.has(kind) && versionsOf(kind).includes(version)
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

export type FileObject = Readonly<{
  /** Full plural name of its type. */
  resource: string;
  name: string;
  /** As the file says it; null where it says none, or the object lies in none. */
  namespace: string | null;
  risks: readonly ChangeRisk[];
}>;

export type SentFile = Readonly<{
  /** As it is typed behind `-f`. */
  name: string;
  /** SHA-256 in hex of what is sent to the cluster. */
  sha256: string;
  /** Of what is sent to the cluster. */
  bytes: number;
  /** Each once, in the order of the file; at least one. */
  objects: readonly FileObject[];
}>;

/** Letters that mean nothing to a shell or a path, and an ending by which kubectl knows what is in it. */
export const fileNamePattern = /^[A-Za-z0-9][\w.-]{0,99}\.(?:ya?ml|json)$/;

/** The name by which a file is spoken of; null where no such file is taken. Phones call a second copy `web (1).yaml`. */
export function fileNameOf(given: string): string | null {
  const name = given
    .trim()
    .replaceAll(/[^\w.-]+/g, "-")
    .replaceAll(/-*\.-*/g, ".")
    .replace(/^[-._]+/, "");
  return fileNamePattern.test(name) ? name : null;
}

// A file that nobody has sent yet, so that a policy can be asked about it beforehand.

/** `holds`: each as `deployment/api`. Null for what no file may hold. */
export function imaginedFile(name: string, holds: readonly string[]): SentFile | null {
  const objects = holds.flatMap(objectOf);
  return objects.length === holds.length && holds.length > 0
    ? { name, sha256: "0".repeat(64), bytes: 0, objects }
    : null;
}

function objectOf(typed: string): readonly FileObject[] {
  const [type = "", name = "", ...more] = typed.split("/");
  const resource = typeInFile(type)?.resource;
  if (resource === undefined || name === "" || more.length > 0) return [];
  return [{ resource, name, namespace: null, risks: risksOfObject(resource, "{}") }];
}
