// What kubectl reads besides the objects that it was asked for. Taken from the requests that kubectl 1.32 and 1.34 send,
// and held against them by test/kubectl/what-kubectl-reads.test.ts.

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
export function alsoReads(verb: string, resource: string, withEvents: boolean): readonly AlsoRead[] {
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
