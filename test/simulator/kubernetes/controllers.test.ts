// What Kubernetes keeps of a scenario's objects by itself: pods, endpoints, leases. What the scenario gives of it stays.
import { settled } from "../../../simulator/kubernetes/controllers.ts";
import { type KubeObject, parseObject, text } from "../../../simulator/kubernetes/kube-object.ts";
import { renewed } from "../../../simulator/kubernetes/node-leases.ts";
import { createObjectStore } from "../../../simulator/kubernetes/object-store.ts";
import { systemObjects } from "../../../simulator/kubernetes/system-objects.ts";

const now = new Date("2026-11-26T10:00:00Z");

const node = (name: string, mode: string, ready = "True") => ({
  apiVersion: "v1",
  kind: "Node",
  metadata: { name, labels: { "kubernetes.azure.com/mode": mode } },
  status: { conditions: [{ type: "Ready", status: ready }] },
});
const nodes = [node("system-0", "system"), node("apps-0", "user"), node("apps-1", "user", "Unknown")];

/** As the store has them: of two of one name the last. */
function objectsOf(...more: readonly unknown[]): readonly KubeObject[] {
  const objects = settled([...systemObjects, ...nodes, ...more], { apiAddress: "10.20.0.4", now });
  return createObjectStore(objects).all();
}
const named = (objects: readonly KubeObject[], kind: string, name: string) =>
  objects.find((object) => object.kind === kind && object.metadata.name.startsWith(name));
const status = (objects: readonly KubeObject[], kind: string, name: string) =>
  named(objects, kind, name)?.status;
const readyBehind = (objects: readonly KubeObject[], service: string): number => {
  const slice = named(objects, "EndpointSlice", service) as {
    endpoints?: { conditions: { ready: boolean } }[];
  };
  return slice.endpoints?.filter(({ conditions }) => conditions.ready).length ?? -1;
};

test("a Deployment has its pods on system nodes, and its service their addresses", () => {
  const objects = objectsOf();
  expect(status(objects, "Deployment", "coredns")).toMatchObject({ availableReplicas: 2 });
  const pods = objects.filter(({ kind, metadata }) => kind === "Pod" && metadata.name.startsWith("coredns-"));
  expect(pods.map((pod) => text(pod, "spec.nodeName"))).toEqual(["system-0", "system-0"]);
  expect(readyBehind(objects, "kube-dns")).toBe(2);
});

test("a DaemonSet has a pod on each node, ready where the node is", () => {
  expect(status(objectsOf(), "DaemonSet", "cloud-node-manager")).toMatchObject({
    desiredNumberScheduled: 3,
    numberReady: 2,
  });
});

test("a workload whose state a scenario gives has no pods but the scenario's", () => {
  const gone = {
    ...(systemObjects[0] as object),
    status: { availableReplicas: 0 },
  };
  const objects = objectsOf(gone);
  expect(status(objects, "Deployment", "coredns")).toEqual({ availableReplicas: 0, observedGeneration: 1 });
  expect(named(objects, "Pod", "coredns-")).toBeUndefined();
  expect(readyBehind(objects, "kube-dns")).toBe(0);
});

test("an aggregated API answers where somebody stands behind its service", () => {
  const available = (objects: readonly KubeObject[]) =>
    status(objects, "APIService", "v1beta1.metrics.k8s.io");
  const withoutPods = { ...(systemObjects[1] as object), status: { availableReplicas: 0 } };
  expect(available(objectsOf())).toMatchObject({ conditions: [{ status: "True" }] });
  expect(available(objectsOf(withoutPods))).toMatchObject({
    conditions: [{ status: "False", reason: "MissingEndpoints" }],
  });
});

test("pods find the API server where it stands", () => {
  expect(named(objectsOf(), "EndpointSlice", "kubernetes")).toMatchObject({
    endpoints: [{ addresses: ["10.20.0.4"] }],
  });
});

test("a node renews its lease whenever somebody looks, but one that is lost", () => {
  const objects = objectsOf();
  const later = new Date("2026-11-26T18:00:00Z");
  const renewTime = (name: string) => {
    const lease = objects.find(({ kind, metadata }) => kind === "Lease" && metadata.name === name);
    return lease && text(renewed(lease, later), "spec.renewTime");
  };
  expect(renewTime("apps-0")).toBe("2026-11-26T17:59:56.000000Z");
  expect(renewTime("apps-1")).toBe("2026-11-26T09:50:00.000Z");
});

test("a slice, a lease and a node that a scenario gives are not made again", () => {
  const slice = {
    apiVersion: "discovery.k8s.io/v1",
    kind: "EndpointSlice",
    metadata: {
      name: "by-hand",
      namespace: "kube-system",
      labels: { "kubernetes.io/service-name": "kube-dns" },
    },
    endpoints: [],
  };
  const lease = {
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: { name: "apps-0", namespace: "kube-node-lease" },
    spec: { renewTime: "2026-11-26T08:00:00Z" },
  };
  const objects = objectsOf(slice, lease);
  const slices = objects.filter(
    ({ kind, metadata }) =>
      kind === "EndpointSlice" && metadata.labels?.["kubernetes.io/service-name"] === "kube-dns",
  );
  expect(slices.map(({ metadata }) => metadata.name)).toEqual(["by-hand"]);
  const own = objects.find(({ kind, metadata }) => kind === "Lease" && metadata.name === "apps-0");
  expect(own && text(own, "spec.renewTime")).toBe("2026-11-26T08:00:00Z");
});

test("what is no object stays, for the store to complain of", () => {
  expect(parseObject(settled([{ kind: "Pod" }], { apiAddress: null, now })[0]).ok).toBe(false);
});
