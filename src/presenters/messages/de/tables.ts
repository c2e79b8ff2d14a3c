// A table of kubectl's: how many rows are wrong, what each is in, and what is told of it.
import type { Level, RowAction, State } from "../../../core/table/table.ts";
import type { tableTexts as en } from "../en/tables.ts";
import type { Says } from "../says.ts";
import { type Noun, readRestarts, readSeen, tableSpeech } from "../speech/tables.ts";
import { counted, dotted, message, or } from "./words.ts";

/** Of one and of several, alike in every case; a type that is not here is called as kubectl calls it. */
export const nouns: Readonly<Record<string, Noun>> = {
  persistentvolumeclaims: ["Claim", "Claims"],
  persistentvolumes: ["Volume", "Volumes"],
  horizontalpodautoscalers: ["Autoscaler", "Autoscaler"],
  objects: ["Objekt", "Objekte"],
  pods: ["Pod", "Pods"],
  nodes: ["Node", "Nodes"],
  deployments: ["Deployment", "Deployments"],
  replicasets: ["ReplicaSet", "ReplicaSets"],
  statefulsets: ["StatefulSet", "StatefulSets"],
  daemonsets: ["DaemonSet", "DaemonSets"],
  jobs: ["Job", "Jobs"],
  cronjobs: ["CronJob", "CronJobs"],
  services: ["Service", "Services"],
  endpoints: ["Endpoint", "Endpoints"],
  ingresses: ["Ingress", "Ingresses"],
  events: ["Event", "Events"],
  namespaces: ["Namespace", "Namespaces"],
};

export const states: Says<State> = {
  word: ({ word }) => word,
  notReady: () => "nicht bereit",
  partlyReady: () => "teilweise bereit",
  restarted: () => "in der letzten Stunde neu gestartet",
  pending: () => "Pending",
  rollingOut: () => "Rollout läuft",
  scaledToZero: () => "auf 0 skaliert",
  noAddress: () => "keine Adresse",
  noEndpoints: () => "keine Endpoints",
  notComplete: () => "läuft oder fehlgeschlagen",
  suspended: () => "ausgesetzt",
  noMetric: () => "keine Metriken",
  atMaximum: () => "am Maximum",
  cpuFull: () => "CPU fast voll",
  memoryFull: () => "Speicher fast voll",
  ready: () => "bereit",
};

export const marks: Readonly<Record<Level, string>> = {
  broken: "✖",
  warning: "▲",
  unknown: "?",
  moving: "…",
  fine: "✔",
  plain: "·",
};

const restarts = counted("{it, plural, one {# Neustart} other {# Neustarts}}");

function sayRestarts(value: string): string {
  const read = readRestarts(value);
  if (read === null) return `Neustarts ${value}`;
  return `${restarts(read.count)}${read.last === null ? "" : `, zuletzt vor ${read.last}`}`;
}

function saySeen(value: string): string {
  const { last, often } = readSeen(value);
  return `vor ${last} gesehen${often === "" ? "" : ` ${often}`}`;
}

/** What a cell says, by its column; a column that is not here stands before its cell. */
export const facts: Readonly<Record<string, (value: string) => string>> = {
  READY: (value) => `${value} bereit`,
  RESTARTS: sayRestarts,
  AGE: (value) => `${value} alt`,
  NODE: (value) => `auf ${value}`,
  MESSAGE: (value) => value,
  "LAST SEEN": saySeen,
  "UP-TO-DATE": (value) => `${value} aktuell`,
  DESIRED: (value) => `${value} gewünscht`,
  COMPLETIONS: (value) => `${value} fertig`,
  DURATION: (value) => `dauerte ${value}`,
  ROLES: (value) => value,
  VERSION: (value) => value,
  TYPE: (value) => value,
  "CLUSTER-IP": (value) => `IP ${value}`,
  "EXTERNAL-IP": (value) => `externe IP ${value}`,
  "PORT(S)": (value) => `Ports ${value}`,
  CAPACITY: (value) => value,
  STORAGECLASS: (value) => `Klasse ${value}`,
  REPLICAS: (value) => `${value} Replikate`,
  MAXPODS: (value) => `höchstens ${value}`,
  "CPU(cores)": (value) => `CPU ${value}`,
  "MEMORY(bytes)": (value) => `Speicher ${value}`,
  "CPU%": (value) => `CPU ${value}`,
  "CPU(%)": (value) => `CPU ${value}`,
  "MEMORY%": (value) => `Speicher ${value}`,
  "MEMORY(%)": (value) => `Speicher ${value}`,
};

export const looks: Readonly<Record<RowAction, string>> = {
  describe: "Describe",
  logs: "Logs",
  previous: "Voriges Log",
  events: "Events",
};

const wrongBelow = message<{ more: number }>(
  "{more, plural, one {# weitere solche steht} other {# weitere solche stehen}} als Erstes unter den übrigen.",
);
const notShown = message<{ left: number; total: number }>(
  "{left, plural, one {# von {total} Zeilen passt} other {# von {total} Zeilen passen}} nicht hierher: Drück „Als Text“.",
);
const wrongOf = message<{ wrong: number; all: string; cluster: string }>(
  "{wrong} von {all} auf {cluster} {wrong, plural, one {fällt} other {fallen}} auf",
);
const countedNoun = message<{ count: number; one: string; several: string }>(
  "{count, plural, one {# {one}} other {# {several}}}",
);

const { counting, severalOf, fact } = tableSpeech({
  nouns,
  counted: (count, [one, several]) => countedNoun({ count, one, several }),
  facts,
  fact: (column, value) => `${column} ${value}`,
});

export const tableTexts: typeof en = {
  tables: {
    counting,
    several: (resources) => or(resources.map(severalOf)),
    states,
    marks,
    looks,
    fact,
    inNamespace: (namespace) => `in ${namespace}`,
    wrong: (mark, wrong, all, cluster) => `${mark} ${wrongOf({ wrong, all, cluster })}`,
    one: (mark, name, state, cluster) => `${mark} ${name} auf ${cluster}: ${state}`,
    unknown: (unknown, all, cluster) =>
      `? ${unknown} von ${all} auf ${cluster} in einem Zustand, den ich nicht kenne`,
    noneWrong: (all, cluster) => `✔ ${all} auf ${cluster}, nichts fällt auf`,
    unjudged: (all, cluster) => `${all} auf ${cluster}`,
    counts: dotted,
    count: (count, state) => `${count} ${state}`,
    otherStates: counted("{it} in anderen Zuständen"),
    others: counted("{it, plural, one {# weitere Zeile} other {# weitere Zeilen}}"),
    wrongBelow: (more) => wrongBelow({ more }),
    notShown: (left, total) => notShown({ left, total }),
    filtered: "Hinter dem Filter gezählt: Was er zurückhielt, steckt hier in keiner Zahl.",
    cut: "▲ Es gibt mehr, als hier gezählt sind.",
    alsoPrinted: "kubectl hat auch ausgegeben:",
    also: (line) => `kubectl hat auch ausgegeben: ${line}`,
  },
  assumedNamespace: (namespace) => `Im Namespace ${namespace}, weil keiner genannt war.`,
  waitShortened: (asked) =>
    `Höchstens vier Minuten gewartet und nicht ${asked}: Auf die Antwort eines Run-Commands wird nicht länger gewartet.`,
};
