// Pods that are not well. Those that are would fill the output of a large cluster, and say nothing.

import {
  isName,
  listRead,
  name,
  numbers,
  type ReadCell,
  text,
  texts,
  time,
  word,
  words,
} from "./define-read.ts";
import type { EvictedPod, LastWords, Pod, RunningPod, WaitingContainer } from "./model.ts";

const statuses = ".status.containerStatuses[*]";
const beforeThem = ".status.initContainerStatuses[*]";

/** The same, one list behind the other, so that the fields of one container stand at one place of each cell. */
const both = ".status['containerStatuses','initContainerStatuses']";
const waits = `${both}[?(@.state.waiting)]`;
const hasEnded = `${both}[?(@.lastState.terminated)]`;

const fields = [
  ".metadata.namespace",
  ".metadata.name",
  ".status.phase",
  ".spec.nodeName",
  ".metadata.creationTimestamp",
  `${statuses}.state.waiting.reason`,
  `${beforeThem}.state.waiting.reason`,
  `${statuses}.state.waiting.message`,
  `${beforeThem}.state.waiting.message`,
  `${statuses}.restartCount`,
  `${statuses}.lastState.terminated.reason`,
  '.status.conditions[?(@.type=="PodScheduled")].message',
  `${waits}.name`,
  `${waits}.restartCount`,
  `${hasEnded}.name`,
  `${hasEnded}.lastState.terminated.exitCode`,
  `${hasEnded}.lastState.terminated.reason`,
];

/** `whys`: in the order of the names. Where the lists do not fit each other, nobody knows whose is whose. */
function containersOf(whys: readonly string[], cells: readonly ReadCell[]): readonly WaitingContainer[] {
  const [names = [], counts = [], endNames = [], endCodes = [], endWhys = []] = cells;
  const [called, restarts] = [texts(names).filter(isName), numbers(counts)];
  const [ended, codes, ends] = [texts(endNames), numbers(endCodes), words(endWhys)];
  if (called.length !== whys.length || restarts.length !== whys.length) return [];
  const endOf = (container: string): WaitingContainer["end"] => {
    const at = ended.indexOf(container);
    const code = codes.length === ended.length ? codes[at] : undefined;
    return code === undefined ? null : { code, why: (ends.length === ended.length && ends[at]) || "" };
  };
  return called.map((each, at) => ({
    name: each,
    why: whys[at] ?? "",
    restarts: restarts[at] ?? 0,
    end: endOf(each),
  }));
}

const waiting = [`.items[?(@${statuses}.state.waiting)]`, `.items[?(@${beforeThem}.state.waiting)]`];
const pending = '.items[?(@.status.phase=="Pending")]';
const endedBefore = `.items[?(@${statuses}.lastState.terminated)]`;

const podOf = (namespace: ReadCell = [], own: ReadCell = [], ...more: readonly ReadCell[]): Pod | null => {
  const [
    phase = [],
    node = [],
    createdAt = [],
    why = [],
    whyBefore = [],
    said = [],
    saidBefore = [],
    ...last
  ] = more;
  const [restarts = [], ended = [], unplaced = [], ...ofContainers] = last;
  const whys = words([...why, ...whyBefore]);
  const [inNamespace, called, created] = [name(namespace), name(own), time(createdAt)];
  if (inNamespace === null || called === null || created === null) return null;
  return {
    namespace: inNamespace,
    name: called,
    phase: text(phase),
    node: word(text(node)),
    created,
    waiting: whys,
    said: texts([...said, ...saidBefore]),
    restarts: numbers(restarts).reduce((sum, each) => sum + each, 0),
    ended: words(ended),
    unplaced: text(unplaced),
    containers: containersOf(whys, ofContainers),
  };
};

/** A pod may stand in several of the lists. */
const once = (pods: readonly Pod[] | null): readonly Pod[] | null =>
  pods === null ? null : [...new Map(pods.map((pod) => [`${pod.namespace}/${pod.name}`, pod])).values()];

const podsOf = <const Id extends string>(id: Id, where: string, ...every: readonly string[]) => {
  const spec = listRead(id, { get: ["pods", where], fields, every, item: podOf });
  return { ...spec, read: (output: string, exitCode: number) => once(spec.read(output, exitCode)) };
};

export const commandPods = podsOf("commandPods", "--namespace=aks-command", ".items[*]");
export const systemPods = podsOf("systemPods", "--namespace=kube-system", ...waiting, pending, endedBefore);
export const pods = podsOf("pods", "--all-namespaces", ...waiting, pending);

const ready = '.status.conditions[?(@.type=="Ready")]';

/**
 * Kubernetes gives a reason for each condition that is not met, and none for those that are: filters of kubectl's cannot
 * look at one condition by its name.
 */
const withReason = ".items[?(@.status.conditions[*].reason)]";

export const runningPods = listRead("runningPods", {
  get: ["pods", "--all-namespaces", "--field-selector=status.phase=Running"],
  fields: [
    ".metadata.namespace",
    ".metadata.name",
    ".spec.nodeName",
    `${ready}.status`,
    `${ready}.lastTransitionTime`,
    `${statuses}.ready`,
    `${statuses}.state.waiting.reason`,
    ".metadata.deletionTimestamp",
    ".spec.restartPolicy",
  ],
  every: [withReason],
  item: (namespace = [], own = [], node = [], isReady = [], since = [], ...more): RunningPod | null => {
    const [containers = [], waits = [], deleted = [], restarts = []] = more;
    const [inNamespace, called] = [name(namespace), name(own)];
    if (inNamespace === null || called === null) return null;
    return {
      namespace: inNamespace,
      name: called,
      node: word(text(node)),
      isReady: text(isReady) === "True",
      since: time(since),
      ready: containers.filter((each) => each === true).length,
      containers: containers.length,
      waiting: words(waits),
      isEnding: text(deleted) !== "",
      runsToEnd: ["Never", "OnFailure"].includes(text(restarts)),
    };
  },
});

/** Nobody takes these away but whoever made them. */
export const evictedPods = listRead("evictedPods", {
  get: ["pods", "--all-namespaces", "--field-selector=status.phase=Failed"],
  fields: [
    ".metadata.namespace",
    ".metadata.name",
    ".spec.nodeName",
    ".status.message",
    '.status.conditions[?(@.type=="DisruptionTarget")].lastTransitionTime',
    ".status.startTime",
  ],
  every: ['.items[?(@.status.reason=="Evicted")]'],
  item: (namespace = [], own = [], node = [], said = [], at = [], started = []): EvictedPod | null => {
    const [inNamespace, called] = [name(namespace), name(own)];
    if (inNamespace === null || called === null) return null;
    return {
      namespace: inNamespace,
      name: called,
      node: word(text(node)),
      said: text(said),
      at: time(at) ?? time(started),
    };
  },
});

const said = `${both}[?(@.lastState.terminated.message)]`;

/** Anybody may write it, and at length: it is read by itself, behind everything that is judged. */
export const lastWords = listRead("lastWords", {
  get: ["pods", "--all-namespaces"],
  fields: [".metadata.namespace", ".metadata.name", `${said}.name`, `${said}.lastState.terminated.message`],
  every: [
    `.items[?(@${statuses}.lastState.terminated.message)]`,
    `.items[?(@${beforeThem}.lastState.terminated.message)]`,
  ],
  item: (namespace = [], own = [], containers = [], messages = []): LastWords | null => {
    const [inNamespace, called] = [name(namespace), name(own)];
    if (inNamespace === null || called === null) return null;
    const wrote = texts(messages);
    const names = texts(containers);
    return {
      namespace: inNamespace,
      name: called,
      containers:
        names.length === wrote.length ? names.map((each, at) => ({ name: each, said: wrote[at] ?? "" })) : [],
    };
  },
});
