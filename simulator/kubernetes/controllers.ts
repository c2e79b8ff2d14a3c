// What Kubernetes itself keeps of a cluster's objects, as it stands when nobody changes them: pods of workloads, endpoints
// of services, leases of nodes. What a scenario gives of it stays as it is given.

import { createHash } from "node:crypto";
import { at, condition, fieldsAt, type KubeObject, list, parseObject, text } from "./kube-object.ts";

/** `apiAddress`: where pods find the API server; null where nobody knows. `now`: when the cluster is looked at first. */
export type Standing = { apiAddress: string | null; now: Date };

/** Malformed objects stay, for the store to complain of them. Of two of one name the last counts. */
export function settled(objects: readonly unknown[], { apiAddress, now }: Standing): unknown[] {
  const read = objects.flatMap((value) => {
    const parsed = parseObject(value);
    return parsed.ok ? [parsed.object] : [];
  });
  const kept = [...new Map(read.map((object) => [keyOf(object), object])).values()];
  const nodes = kept.filter(({ kind }) => kind === "Node");
  const workloads = kept.filter(isStateless).map((object) => settledWorkload(object, nodes));
  const pods = [...kept.filter(({ kind }) => kind === "Pod"), ...workloads.flatMap((each) => each.pods)];
  const slices = [
    ...kept
      .filter((object) => object.kind === "Service" && hasSelector(object))
      .map((each) => sliceOf(each, pods)),
    ...(apiAddress === null ? [] : [apiServerSlice(apiAddress)]),
  ];
  const [given, keys] = [new Set(kept.map(servedBy)), new Set(kept.map(keyOf))];
  const made = [
    ...nodes.map((node) => leaseOf(node, now)).filter((lease) => !keys.has(keyOf(lease))),
    ...slices.filter((slice) => !given.has(servedBy(slice))),
  ];
  const all = [...kept, ...made];
  const answering = all.filter(({ kind }) => kind === "APIService").map((object) => settledApi(object, all));
  return [
    ...objects,
    ...made,
    ...workloads.flatMap(({ object, pods: own }) => [object, ...own]),
    ...answering,
  ];
}

const keyOf = ({ kind, metadata }: KubeObject): string =>
  [kind, metadata.namespace ?? "", metadata.name].join("/");

const hasSelector = (service: KubeObject): boolean =>
  Object.keys(fieldsAt(service, "spec.selector")).length > 0;

/** A scenario that writes a workload's state writes its pods as well. */
const isStateless = (object: KubeObject): boolean =>
  (object.kind === "Deployment" || object.kind === "DaemonSet") && object.status === undefined;

const isReady = (object: KubeObject): boolean => text(condition(object, "Ready"), "status") === "True";

function settledWorkload(object: KubeObject, nodes: readonly KubeObject[]) {
  const isOnEach = object.kind === "DaemonSet";
  const places = isOnEach ? nodes : placesFor(Number(at(object, "spec.replicas") ?? 1), nodes);
  const pods = places.map((node, index) => podOf(object, node, index));
  const ready = pods.filter(isReady).length;
  const status = isOnEach
    ? { desiredNumberScheduled: pods.length, currentNumberScheduled: pods.length, numberReady: ready }
    : { replicas: pods.length, updatedReplicas: pods.length, readyReplicas: ready, availableReplicas: ready };
  return { object: { ...object, status }, pods };
}

/** System nodes first, one after the other. */
function placesFor(replicas: number, nodes: readonly KubeObject[]): readonly KubeObject[] {
  const isSystem = ({ metadata }: KubeObject) => metadata.labels?.["kubernetes.azure.com/mode"] === "system";
  const ready = nodes.filter(isReady);
  const system = ready.filter(isSystem);
  const places = system.length > 0 ? system : ready;
  return Array.from({ length: replicas }, (_, index) => places[index % places.length]).filter(
    (node) => node !== undefined,
  );
}

/** Five letters as Kubernetes gives them, the same each time. */
const suffixOf = (...words: readonly string[]): string =>
  createHash("sha256").update(words.join("/")).digest("hex").slice(0, 5);

const textsAt = (object: KubeObject, path: string): Record<string, string> =>
  Object.fromEntries(Object.entries(fieldsAt(object, path)).map(([key, value]) => [key, String(value)]));

function podOf(workload: KubeObject, node: KubeObject, index: number): KubeObject {
  const { name, namespace } = workload.metadata;
  const containers = list(workload, "spec.template.spec.containers");
  const ready = isReady(node);
  const created = node.metadata.creationTimestamp;
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: {
      name: `${name}-${suffixOf(name, node.metadata.name, String(index))}`,
      ...(namespace === undefined ? {} : { namespace }),
      ...(created === undefined ? {} : { creationTimestamp: created }),
      labels: textsAt(workload, "spec.template.metadata.labels"),
      annotations: {
        "simulator/log": `${name} runs on ${node.metadata.name}\n`,
        ...textsAt(workload, "spec.template.metadata.annotations"),
      },
    },
    spec: { nodeName: node.metadata.name, containers },
    status: {
      phase: "Running",
      podIP: `10.244.250.${(Number.parseInt(suffixOf(name, node.metadata.name), 16) % 250) + 1}`,
      conditions: [
        { type: "PodScheduled", status: "True" },
        { type: "Ready", status: ready ? "True" : "False" },
      ],
      containerStatuses: containers.map((container) => ({
        name: text(container, "name"),
        image: text(container, "image"),
        ready,
        restartCount: 0,
        state: { running: {} },
      })),
    },
  };
}

const serviceLabel = "kubernetes.io/service-name";

/** The service that a slice of endpoints is of; of anything else nothing that a slice has. */
const servedBy = ({ kind, metadata }: KubeObject): string =>
  kind === "EndpointSlice" ? `${metadata.namespace ?? ""}/${metadata.labels?.[serviceLabel] ?? ""}` : "";

const sliceFor = (name: string, namespace: string, endpoints: readonly unknown[]): KubeObject => ({
  apiVersion: "discovery.k8s.io/v1",
  kind: "EndpointSlice",
  metadata: { name: `${name}-${suffixOf(name, namespace)}`, namespace, labels: { [serviceLabel]: name } },
  addressType: "IPv4",
  endpoints,
});

function sliceOf(service: KubeObject, pods: readonly KubeObject[]): KubeObject {
  const { name, namespace = "default" } = service.metadata;
  const selector = Object.entries(fieldsAt(service, "spec.selector"));
  const behind = pods.filter(
    ({ metadata }) =>
      (metadata.namespace ?? "default") === namespace &&
      selector.every(([key, value]) => metadata.labels?.[key] === value),
  );
  const endpoints = behind
    .filter((pod) => text(pod, "status.podIP") !== "")
    .map((pod) => ({
      addresses: [text(pod, "status.podIP")],
      conditions: { ready: isReady(pod), serving: isReady(pod), terminating: false },
      nodeName: text(pod, "spec.nodeName"),
    }));
  return sliceFor(name, namespace, endpoints);
}

const apiServerSlice = (address: string): KubeObject => {
  const slice = sliceFor("kubernetes", "default", [{ addresses: [address], conditions: { ready: true } }]);
  return { ...slice, metadata: { ...slice.metadata, name: "kubernetes" } };
};

/** Long enough ago for a node that lost the API server; of one that did not it is now, whenever somebody looks. */
function leaseOf(node: KubeObject, now: Date): KubeObject {
  const lost = new Date(now.getTime() - 10 * 60_000).toISOString();
  return {
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: { name: node.metadata.name, namespace: "kube-node-lease" },
    spec: {
      holderIdentity: node.metadata.name,
      leaseDurationSeconds: 40,
      ...(isReady(node) ? {} : { renewTime: lost }),
    },
  };
}

/** An aggregated API answers where a pod stands behind its service. */
function settledApi(api: KubeObject, all: readonly KubeObject[]): KubeObject {
  const name = text(api, "spec.service.name");
  if (name === "" || api.status !== undefined) return api;
  const place = `${text(api, "spec.service.namespace")}/${name}`;
  const endpoints = all
    .filter((object) => servedBy(object) === place)
    .flatMap((each) => list(each, "endpoints"));
  const answers = endpoints.some((endpoint) => at(endpoint, "conditions.ready") === true);
  const available = answers
    ? { type: "Available", status: "True", reason: "Passed" }
    : { type: "Available", status: "False", reason: "MissingEndpoints" };
  return { ...api, status: { conditions: [available] } };
}
