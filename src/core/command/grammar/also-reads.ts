// What kubectl reads besides the objects that it was asked for. Taken from the requests that kubectl 1.32 and 1.34 send,
// and held against them by test/kubectl/what-kubectl-reads.test.ts.
import type { CommandScope, Read } from "./command-request.ts";
import { isClusterScoped, isCustom } from "./resources.ts";

export type AlsoRead = Readonly<{
  /** `*`: of any type. */
  resource: string;
  /**
   * `beside`: in the namespace of the object, in all namespaces for one that lies in none. `inside`: in the namespace
   * that the object is. Else in all namespaces, in none, or always in the one that is named.
   */
  where: "beside" | "inside" | "everywhere" | "outside" | Readonly<{ namespace: string }>;
}>;

const beside = (...resources: readonly string[]): readonly AlsoRead[] =>
  resources.map((resource) => ({ resource, where: "beside" }));
const inside = (...resources: readonly string[]): readonly AlsoRead[] =>
  resources.map((resource) => ({ resource, where: "inside" }));
const everywherePods: AlsoRead = { resource: "pods", where: "everywhere" };
const leaseOfNode: AlsoRead = { resource: "leases", where: { namespace: "kube-node-lease" } };

/** Left out with `--show-events=false`. */
const events = beside("events");

type Rows = ReadonlyMap<string, readonly AlsoRead[]>;

/** By type; every other type is described with its events. */
const described: Rows = new Map<string, readonly AlsoRead[]>([
  ["clusterrolebindings", []],
  ["clusterroles", []],
  ["daemonsets", [...beside("pods"), ...events]],
  ["deployments", [...beside("replicasets"), ...events]],
  ["ingresses", [...beside("services", "endpointslices"), ...events]],
  ["limitranges", []],
  ["namespaces", inside("resourcequotas", "limitranges")],
  ["networkpolicies", []],
  ["nodes", [everywherePods, leaseOfNode, ...events]],
  ["persistentvolumeclaims", [...beside("pods"), ...events]],
  ["replicasets", [...beside("pods"), ...events]],
  ["replicationcontrollers", [...beside("pods"), ...events]],
  ["resourcequotas", []],
  ["rolebindings", []],
  ["roles", []],
  ["secrets", []],
  ["serviceaccounts", [...beside("secrets"), ...events]],
  ["services", [...beside("endpointslices"), ...events]],
  ["statefulsets", [...beside("pods"), ...events]],
]);

const history: Rows = new Map([
  ["daemonsets", beside("controllerrevisions")],
  ["deployments", beside("replicasets")],
  ["statefulsets", beside("controllerrevisions")],
]);

/** Helm 4 reads whatever the release made, wherever that is; Helm 3 does not. */
const ofRelease: readonly AlsoRead[] = [
  { resource: "*", where: "everywhere" },
  { resource: "*", where: "outside" },
];

/** `withEvents`: whether a description shows them, as it does where nothing is said. */
function alsoReads(verb: string, resource: string, withEvents: boolean): readonly AlsoRead[] {
  switch (verb) {
    case "describe": {
      const reads = described.get(resource) ?? events;
      return withEvents ? reads : reads.filter((read) => read.resource !== "events");
    }
    case "rollout history":
      return history.get(resource) ?? [];
    case "helm status":
      return ofRelease;
    default:
      return [];
  }
}

// Everything that a command makes kubectl read, and where: what the policy is asked about.

/** Objects of one type that a command asks for; the whole list where no name is given. */
export type Asked = Readonly<{ resource: string; names: readonly string[] }>;

/**
 * What was asked for first, then what kubectl reads besides, each once. `scope`: where the command reads objects that
 * lie in namespaces.
 */
export function readsOf(
  verb: string,
  asked: readonly Asked[],
  scope: CommandScope,
  withEvents: boolean,
): readonly Read[] {
  const main = asked.flatMap((each) =>
    placesOf(each, scope).map((place): Read => ({ resource: each.resource, scope: place, also: false })),
  );
  const others = asked.flatMap((each) =>
    alsoReads(verb, each.resource, withEvents).flatMap((read) => besides(each, read, scope)),
  );
  const byKey = new Map<string, Read>();
  for (const read of [...main, ...others]) {
    const key = JSON.stringify([read.resource, read.scope]);
    if (!byKey.has(key)) byKey.set(key, read);
  }
  return [...byKey.values()];
}

/** Of a type that is none of Kubernetes' own nobody knows whether it lies in namespaces: both have to be allowed. */
export function placesOf({ resource, names }: Asked, scope: CommandScope): readonly Read["scope"][] {
  if (resource === "namespaces") return [{ kind: "namespaceObjects", names }];
  if (isCustom(resource)) return [scope, { kind: "cluster" }];
  return [isClusterScoped(resource) ? { kind: "cluster" } : scope];
}

export function besides(
  { resource: of, names }: Asked,
  { resource, where }: AlsoRead,
  scope: CommandScope,
): readonly Read[] {
  const read = (place: CommandScope): Read => ({ resource, scope: place, also: true });
  if (typeof where !== "string") return [read({ kind: "namespace", name: where.namespace })];
  if (where === "outside") return [read({ kind: "cluster" })];
  if (where === "beside" && !isClusterScoped(of) && !isCustom(of)) return [read(scope)];
  if (where === "inside" && names.length > 0) return names.map((name) => read({ kind: "namespace", name }));
  return [read({ kind: "allNamespaces" })];
}
