// What runs in kube-system, and what may keep pods from being moved.
import type { Budget, Workload } from "../model.ts";
import { type Cell, count, name, numbers } from "./cells.ts";
import { listRead } from "./define-read.ts";

/** Kubernetes leaves out how many are ready where none is, and never how many are wanted. */
const workloadOf = (own: Cell = [], wantedOnes: Cell = [], ready: Cell = []): Workload | null => {
  const [called, [wanted]] = [name(own), numbers(wantedOnes)];
  return called === null || wanted === undefined ? null : { name: called, wanted, ready: count(ready) };
};

export const deployments = listRead("deployments", {
  get: ["deployments", "--namespace=kube-system"],
  fields: [".metadata.name", ".spec.replicas", ".status.availableReplicas"],
  item: workloadOf,
});

export const daemonSets = listRead("daemonSets", {
  get: ["daemonsets", "--namespace=kube-system"],
  fields: [".metadata.name", ".status.desiredNumberScheduled", ".status.numberReady"],
  item: workloadOf,
});

/** Those that let no pod go. */
export const budgets = listRead("budgets", {
  get: ["poddisruptionbudgets", "--all-namespaces"],
  fields: [
    ".metadata.namespace",
    ".metadata.name",
    ".status.expectedPods",
    ".status.currentHealthy",
    ".status.desiredHealthy",
  ],
  every: [".items[?(@.status.disruptionsAllowed==0)]"],
  item: (namespace = [], own = [], expected = [], healthy = [], wanted = []): Budget | null => {
    const [inNamespace, called] = [name(namespace), name(own)];
    if (inNamespace === null || called === null) return null;
    const counts = { expected: count(expected), healthy: count(healthy), wanted: count(wanted) };
    return { namespace: inNamespace, name: called, ...counts };
  },
});
