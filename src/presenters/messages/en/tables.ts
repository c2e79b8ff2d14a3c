// A table of kubectl's: how many rows are wrong, what each is in, and what is told of it.
import type { Level, RowAction, State } from "../../../core/table/table.ts";
import type { Says } from "../says.ts";
import { type Noun, readRestarts, readSeen, tableSpeech } from "../speech/tables.ts";
import { counted, list, message, or } from "./words.ts";

/** Of one and of several; a type that is not here is called as kubectl calls it. */
export const nouns: Readonly<Record<string, Noun>> = {
  persistentvolumeclaims: ["claim", "claims"],
  persistentvolumes: ["volume", "volumes"],
  horizontalpodautoscalers: ["autoscaler", "autoscalers"],
  objects: ["object", "objects"],
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

export const states: Says<State> = {
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

export const marks: Readonly<Record<Level, string>> = {
  broken: "✖",
  warning: "▲",
  unknown: "?",
  moving: "…",
  fine: "✔",
  plain: "·",
};

const restarts = counted("{it, plural, one {# restart} other {# restarts}}");

function sayRestarts(value: string): string {
  const read = readRestarts(value);
  if (read === null) return `restarts ${value}`;
  return `${restarts(read.count)}${read.last === null ? "" : `, the last ${read.last} ago`}`;
}

function saySeen(value: string): string {
  const { last, often } = readSeen(value);
  return `seen ${last} ago${often === "" ? "" : ` ${often}`}`;
}

/** What a cell says, by its column; a column that is not here stands before its cell. */
export const facts: Readonly<Record<string, (value: string) => string>> = {
  READY: (value) => `${value} ready`,
  RESTARTS: sayRestarts,
  AGE: (value) => `${value} old`,
  NODE: (value) => `on ${value}`,
  MESSAGE: (value) => value,
  "LAST SEEN": saySeen,
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

export const looks: Readonly<Record<RowAction, string>> = {
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

const { counting, severalOf, fact } = tableSpeech({
  nouns,
  counted: (count, [one, several]) => `${count} ${count === 1 ? one : several}`,
  facts,
  fact: (column, value) => `${column} ${value}`,
});

export const tableTexts = {
  tables: {
    counting,
    several: (resources: readonly string[]) => or(resources.map(severalOf)),
    states,
    marks,
    looks,
    fact,
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
  waitShortened: (asked: string) =>
    `Waited for four minutes at most, and not for ${asked}: an answer of a run command is waited for no longer.`,
};
