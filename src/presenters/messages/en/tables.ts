// A table of kubectl's: how many rows are wrong, what each is in, and what is told of it.
import { findResource } from "../../../core/command/grammar/resources.ts";
import type { Look } from "../../../core/table/looks.ts";
import type { Level, State } from "../../../core/table/table.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import type { Says } from "../says.ts";
import { counted, list, message, or } from "./words.ts";

/** Of one and of several; a type that is not here is called as kubectl calls it. */
const nouns: Readonly<Record<string, readonly [one: string, several: string]>> = {
  persistentvolumeclaims: ["claim", "claims"],
  persistentvolumes: ["volume", "volumes"],
  horizontalpodautoscalers: ["autoscaler", "autoscalers"],
  pods: ["pod", "pods"],
  nodes: ["node", "nodes"],
  deployments: ["deployment", "deployments"],
  replicasets: ["replica set", "replica sets"],
  statefulsets: ["stateful set", "stateful sets"],
  daemonsets: ["daemon set", "daemon sets"],
  jobs: ["job", "jobs"],
  cronjobs: ["cron job", "cron jobs"],
  services: ["service", "services"],
  endpoints: ["endpoint", "endpoints"],
  ingresses: ["ingress", "ingresses"],
  events: ["event", "events"],
  namespaces: ["namespace", "namespaces"],
};

const nounsOf = (resource: string): readonly [one: string, several: string] =>
  lookUp(nouns, resource) ?? [findResource(resource)?.aliases[0] ?? resource, resource];

const counting = (count: number, resource: string): string => {
  const [one, several] = nounsOf(resource);
  return `${count} ${count === 1 ? one : several}`;
};

const states: Says<State> = {
  word: ({ word }) => word,
  notReady: () => "not ready",
  partlyReady: () => "partly ready",
  restarted: () => "restarted within the hour",
  pending: () => "Pending",
  rollingOut: () => "rolling out",
  scaledToZero: () => "scaled to 0",
  noAddress: () => "no address",
  noEndpoints: () => "no endpoints",
  notComplete: () => "runs or failed",
  suspended: () => "suspended",
  noMetric: () => "no metrics",
  atMaximum: () => "at its maximum",
  cpuFull: () => "CPU nearly full",
  memoryFull: () => "memory nearly full",
  ready: () => "ready",
};

const marks: Readonly<Record<Level, string>> = {
  broken: "✖",
  warning: "▲",
  unknown: "?",
  moving: "…",
  fine: "✔",
  plain: "·",
};

const restarts = counted("{it, plural, one {# restart} other {# restarts}}");

/** `14 (2m9s ago)` is the number of restarts and when the last was. */
function sayRestarts(value: string): string {
  const [, count, ago] = /^(\d{1,9})(?: \((.*)\))?$/.exec(value) ?? [];
  if (count === undefined) return `restarts ${value}`;
  return `${restarts(Number(count))}${ago === undefined ? "" : `, the last ${ago}`}`;
}

/** What a cell says, by its column; a column that is not here stands before its cell. */
const facts: Readonly<Record<string, (value: string) => string>> = {
  READY: (value) => `${value} ready`,
  RESTARTS: sayRestarts,
  AGE: (value) => `${value} old`,
  NODE: (value) => `on ${value}`,
  MESSAGE: (value) => value,
  "LAST SEEN": (value) => `seen ${value.replace(/ /, " ago ")}${value.includes(" ") ? "" : " ago"}`,
  "UP-TO-DATE": (value) => `${value} up to date`,
  DESIRED: (value) => `${value} wanted`,
  COMPLETIONS: (value) => `${value} complete`,
  DURATION: (value) => `took ${value}`,
  ROLES: (value) => value,
  VERSION: (value) => value,
  TYPE: (value) => value,
  "CLUSTER-IP": (value) => `IP ${value}`,
  "EXTERNAL-IP": (value) => `external IP ${value}`,
  "PORT(S)": (value) => `ports ${value}`,
  CAPACITY: (value) => value,
  STORAGECLASS: (value) => `class ${value}`,
  REPLICAS: (value) => `${value} replicas`,
  MAXPODS: (value) => `${value} at most`,
  "CPU(cores)": (value) => `CPU ${value}`,
  "MEMORY(bytes)": (value) => `memory ${value}`,
  "CPU%": (value) => `CPU ${value}`,
  "CPU(%)": (value) => `CPU ${value}`,
  "MEMORY%": (value) => `memory ${value}`,
  "MEMORY(%)": (value) => `memory ${value}`,
};

const looks: Readonly<Record<Look, string>> = {
  describe: "Describe",
  logs: "Logs",
  previous: "Previous log",
  events: "Events",
};

const wrongBelow = message<{ more: number }>(
  "{more, plural, one {# more like these stands} other {# more like these stand}} first among the others.",
);
const notShown = message<{ left: number; total: number }>(
  "{left, plural, one {# of {total} rows does} other {# of {total} rows do}} not fit here: press “As text”.",
);

export const tableTexts = {
  tables: {
    counting,
    several: (resources: readonly string[]) => or(resources.map((resource) => nounsOf(resource)[1])),
    states,
    marks,
    looks,
    fact: (column: string, value: string): string =>
      lookUp(facts, column)?.(value) ?? `${column.toLowerCase()} ${value}`,
    inNamespace: (namespace: string) => `in ${namespace}`,
    wrong: (mark: string, wrong: number, all: string, cluster: string) =>
      `${mark} ${wrong} of ${all} ${wrong === 1 ? "needs" : "need"} a look on ${cluster}`,
    one: (mark: string, name: string, state: string, cluster: string) =>
      `${mark} ${name} on ${cluster}: ${state}`,
    unknown: (unknown: number, all: string, cluster: string) =>
      `? ${unknown} of ${all} on ${cluster} in a state that I do not know`,
    noneWrong: (all: string, cluster: string) => `✔ ${all} on ${cluster}, none of them looks wrong`,
    unjudged: (all: string, cluster: string) => `${all} on ${cluster}`,
    counts: list,
    count: (count: number, state: string) => `${count} ${state}`,
    otherStates: counted("{it} in other states"),
    others: counted("{it, plural, one {# other row} other {# other rows}}"),
    wrongBelow: (more: number) => wrongBelow({ more }),
    notShown: (left: number, total: number) => notShown({ left, total }),
    filtered: "Counted behind the filter: what it held back is in no number here.",
    cut: "▲ There are more than are counted here.",
    alsoPrinted: "kubectl also printed:",
    also: (line: string) => `kubectl also printed: ${line}`,
  },
  assumedNamespace: (namespace: string) => `In namespace ${namespace}, since none was named.`,
};
