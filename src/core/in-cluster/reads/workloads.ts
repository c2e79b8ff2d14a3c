// What is to run, in kube-system and elsewhere, and what may keep pods from being moved.

import { count, isTrue, listRead, name, numbers, type ReadCell, text, time, word } from "./define-read.ts";
import type { Budget, Job, ShortWorkload, Workload } from "./model.ts";

/** Kubernetes leaves out how many are ready where none is, and never how many are wanted. */
const workloadOf = (own: ReadCell = [], wantedOnes: ReadCell = [], ready: ReadCell = []): Workload | null => {
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

const condition = (type: string): string => `.status.conditions[?(@.type=="${type}")]`;

/**
 * Kubernetes leaves out how many are unavailable where none is: a Deployment, or a DaemonSet, that says a number lacks
 * pods. A StatefulSet says how many are available, always.
 */
const lacksPods = [
  ".items[?(@.status.unavailableReplicas)]",
  ".items[?(@.status.numberUnavailable)]",
  ".items[?(@.status.availableReplicas<@.spec.replicas)]",
];

const workloadsRead = listRead("workloads", {
  get: ["deployments,statefulsets,daemonsets", "--all-namespaces"],
  fields: [
    ".kind",
    ".metadata.namespace",
    ".metadata.name",
    ".metadata.creationTimestamp",
    ".spec.replicas",
    ".status.desiredNumberScheduled",
    ".status.availableReplicas",
    ".status.numberAvailable",
    `${condition("Available")}.status`,
    `${condition("Available")}.lastTransitionTime`,
    `${condition("Progressing")}.reason`,
    `${condition("ReplicaFailure")}.message`,
  ],
  every: lacksPods,
  item: (kind = [], namespace = [], own = [], createdAt = [], ...more): ShortWorkload | null => {
    const [replicas = [], scheduled = [], available = [], onNodes = [], ...last] = more;
    const [status = [], since = [], progress = [], notMade = []] = last;
    const [inNamespace, called, created] = [name(namespace), name(own), time(createdAt)];
    if (inNamespace === null || called === null || created === null) return null;
    return {
      kind: word(text(kind)),
      namespace: inNamespace,
      name: called,
      created,
      wanted: count([...replicas, ...scheduled]),
      available: count([...available, ...onNodes]),
      isUnavailable: text(status) === "False",
      unavailableSince: text(status) === "False" ? time(since) : null,
      isStuck: text(progress) === "ProgressDeadlineExceeded",
      notMade: text(notMade),
    };
  },
});

/** One may stand in several of the lists. */
export const workloads = {
  ...workloadsRead,
  read: (output: string, exitCode: number): readonly ShortWorkload[] | null => {
    const all = workloadsRead.read(output, exitCode);
    return all && [...new Map(all.map((each) => [JSON.stringify(each), each])).values()];
  },
};

/** The API server itself leaves out those that have succeeded. */
export const jobs = listRead("jobs", {
  get: ["jobs", "--all-namespaces", "--field-selector=status.successful=0"],
  fields: [
    ".metadata.namespace",
    ".metadata.name",
    ".metadata.creationTimestamp",
    ".spec.suspend",
    ".status.active",
    ".status.failed",
    `${condition("Failed")}.reason`,
    `${condition("Failed")}.lastTransitionTime`,
  ],
  item: (namespace = [], own = [], createdAt = [], suspend = [], ...more): Job | null => {
    const [active = [], failed = [], reason = [], at = []] = more;
    const [inNamespace, called, created] = [name(namespace), name(own), time(createdAt)];
    if (inNamespace === null || called === null || created === null) return null;
    return {
      namespace: inNamespace,
      name: called,
      created,
      isSuspended: isTrue(suspend),
      active: count(active),
      failed: count(failed),
      givenUp: reason.length === 0 ? null : { reason: word(text(reason)), at: time(at) },
    };
  },
});
