// The flags that reading verbs may carry: their names and what a value has to look like. Checked against kubectl 1.34.

/** `either` and `oneOf` name all that is accepted. */
export type Wanted =
  | "number"
  | "duration"
  | "typeAndName"
  | "labelSelector"
  | "fieldSelector"
  | "field"
  | "word"
  | "words"
  | "namespace"
  | "container"
  | "lines"
  | "time"
  | "eventTypes"
  | Readonly<{ either: readonly string[] }>
  | Readonly<{ oneOf: readonly string[] }>;

export type ValueRule = Readonly<{ pattern: RegExp; wants: Wanted }>;

/** A flag without `value` is a switch. */
export type FlagSpec = Readonly<{ long: string; short?: string; value?: ValueRule }>;

const dnsLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;

const wholeNumber: ValueRule = { pattern: /^\d{1,9}$/, wants: "number" };
const duration: ValueRule = {
  pattern: /^(\d{1,6}(ms|s|m|h)){1,3}$/,
  wants: "duration",
};
const typeAndName: ValueRule = {
  pattern: /^[a-z.]+\/[A-Za-z0-9][\w.:-]*$/,
  wants: "typeAndName",
};
const selector: ValueRule = { pattern: /^[\w./=!,() -]+$/, wants: "labelSelector" };
const fieldSelector: ValueRule = {
  pattern: /^[\w./=!,:-]+$/,
  wants: "fieldSelector",
};
const fieldPath: ValueRule = {
  pattern: /^[\w.[\]{}\\/:-]+$/,
  wants: "field",
};
const word: ValueRule = { pattern: /^[\w./-]+$/, wants: "word" };
const words: ValueRule = { pattern: /^[\w./,-]+$/, wants: "words" };

const formatsWithText = ["jsonpath", "jsonpath-as-json", "custom-columns"];

/** Output formats by name; `jsonpath`, `jsonpath-as-json` and `custom-columns` carry an expression behind `=`. */
function outputFormat(...formats: readonly string[]): FlagSpec {
  const alternatives = formats.map((name) => (formatsWithText.includes(name) ? `${name}=[^\\n\\r]+` : name));
  const shown = formats.map((name) => (formatsWithText.includes(name) ? `${name}=…` : name));
  const value = { pattern: new RegExp(`^(${alternatives.join("|")})$`), wants: { oneOf: shown } };
  return { long: "output", short: "o", value };
}

export const namespaceFlag: FlagSpec = {
  long: "namespace",
  short: "n",
  value: { pattern: dnsLabel, wants: "namespace" },
};
export const requestTimeoutFlag: FlagSpec = { long: "request-timeout", value: duration };

const allNamespaces: FlagSpec = { long: "all-namespaces", short: "A" };
const selectorFlag: FlagSpec = { long: "selector", short: "l", value: selector };
const fieldSelectorFlag: FlagSpec = { long: "field-selector", value: fieldSelector };
const sortBy: FlagSpec = { long: "sort-by", value: fieldPath };
const noHeaders: FlagSpec = { long: "no-headers" };
const chunkSize: FlagSpec = { long: "chunk-size", value: wholeNumber };
const revision: FlagSpec = { long: "revision", value: wholeNumber };

export const getFlags: readonly FlagSpec[] = [
  namespaceFlag,
  allNamespaces,
  outputFormat("wide", "yaml", "json", "name", ...formatsWithText),
  selectorFlag,
  fieldSelectorFlag,
  sortBy,
  { long: "label-columns", short: "L", value: words },
  { long: "show-labels" },
  { long: "show-kind" },
  { long: "show-managed-fields" },
  noHeaders,
  { long: "ignore-not-found" },
  chunkSize,
];

export const describeFlags: readonly FlagSpec[] = [
  namespaceFlag,
  allNamespaces,
  selectorFlag,
  { long: "show-events" },
  chunkSize,
];

export const logsFlags: readonly FlagSpec[] = [
  namespaceFlag,
  { long: "container", short: "c", value: { pattern: dnsLabel, wants: "container" } },
  { long: "all-containers" },
  { long: "all-pods" },
  { long: "previous", short: "p" },
  { long: "tail", value: { pattern: /^(-1|\d{1,9})$/, wants: "lines" } },
  { long: "since", value: duration },
  {
    long: "since-time",
    value: {
      pattern: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/,
      wants: "time",
    },
  },
  { long: "timestamps" },
  { long: "prefix" },
  { long: "limit-bytes", value: wholeNumber },
  { long: "ignore-errors" },
  { long: "max-log-requests", value: wholeNumber },
  selectorFlag,
];

const topShared: readonly FlagSpec[] = [
  selectorFlag,
  { long: "sort-by", value: { pattern: /^(cpu|memory)$/, wants: { either: ["cpu", "memory"] } } },
  noHeaders,
];
export const topPodsFlags: readonly FlagSpec[] = [
  namespaceFlag,
  allNamespaces,
  ...topShared,
  fieldSelectorFlag,
  { long: "containers" },
  { long: "sum" },
];
export const topNodesFlags: readonly FlagSpec[] = [...topShared, { long: "show-capacity" }];

export const eventsFlags: readonly FlagSpec[] = [
  namespaceFlag,
  allNamespaces,
  { long: "for", value: typeAndName },
  {
    long: "types",
    value: { pattern: /^[A-Za-z]+(,[A-Za-z]+)*$/, wants: "eventTypes" },
  },
  outputFormat("yaml", "json", "name"),
  noHeaders,
  chunkSize,
];

export const rolloutStatusFlags: readonly FlagSpec[] = [namespaceFlag, selectorFlag, revision];
export const rolloutHistoryFlags: readonly FlagSpec[] = [namespaceFlag, selectorFlag, revision];

export const canIFlags: readonly FlagSpec[] = [
  namespaceFlag,
  allNamespaces,
  { long: "list" },
  { long: "subresource", value: word },
  { long: "quiet", short: "q" },
  noHeaders,
];
export const whoAmIFlags: readonly FlagSpec[] = [outputFormat("yaml", "json")];

export const explainFlags: readonly FlagSpec[] = [
  { long: "recursive" },
  { long: "api-version", value: word },
];

export const apiResourcesFlags: readonly FlagSpec[] = [
  { long: "api-group", value: word },
  { long: "categories", value: words },
  { long: "namespaced" },
  { long: "verbs", value: words },
  { long: "sort-by", value: { pattern: /^(name|kind)$/, wants: { either: ["name", "kind"] } } },
  outputFormat("wide", "name"),
  noHeaders,
];
export const versionFlags: readonly FlagSpec[] = [{ long: "client" }, outputFormat("yaml", "json")];
