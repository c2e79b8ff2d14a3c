// Logs come from the kubelet of the pod's node, over the tunnel of the konnectivity agents. Either may be silent.

import { type KubeObject, list, number, text } from "./kube-object.ts";
import type { ObjectStore } from "./object-store.ts";
import { findTypeOfKind } from "./resource-types.ts";
import { type Answer, failure } from "./status.ts";

/** `simulator/kubelet: silent` on a node: nobody reaches its port 10250. */
const annotation = "simulator/kubelet";

/** Null where its kubelet gives the log. */
export function whyNoLog(store: ObjectStore, pod: KubeObject): Answer | null {
  const node = find(store, "v1", "Node", "", text(pod, "spec.nodeName"));
  const address = addressOf(node);
  const [namespace = "", name] = [pod.metadata.namespace, pod.metadata.name];
  const log = `Get "https://${address}:10250/containerLogs/${namespace}/${name}"`;
  const agents = find(store, "apps/v1", "Deployment", "kube-system", "konnectivity-agent");
  if (agents !== undefined && number(agents, "status.availableReplicas") === 0)
    return failure(500, "", `${log}: No agent available`);
  if (node?.metadata.annotations?.[annotation] === "silent")
    return failure(500, "", `${log}: dial tcp ${address}:10250: i/o timeout`);
  return null;
}

function find(store: ObjectStore, apiVersion: string, kind: string, namespace: string, name: string) {
  const type = findTypeOfKind(apiVersion, kind);
  return type && store.get(type, namespace, name);
}

const addressOf = (node: KubeObject | undefined): string =>
  text(
    list(node, "status.addresses").find((each) => text(each, "type") === "InternalIP"),
    "address",
    "10.0.0.1",
  );
