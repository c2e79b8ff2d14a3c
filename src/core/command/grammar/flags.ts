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
  | "condition"
  | "waitingTime"
  | "path"
  | "template"
  | "amounts"
  | "patch"
  | "fileName"
  | Readonly<{ either: readonly string[] }>
  | Readonly<{ oneOf: readonly string[] }>;

export type ValueRule = Readonly<{
  pattern: RegExp;
  wants: Wanted;
  /** An empty value says the same as no flag. */
  mayBeEmpty?: true;
}>;

/**
 * A flag without `value` is a switch. Of a flag that is typed twice the last counts; the values of a `list` are joined.
 * `bare`: what it says where it stands alone; such a flag takes no next word for its value.
 */
export type FlagSpec = Readonly<{
  long: string;
  short?: string;
  value?: ValueRule;
  list?: true;
  bare?: string;
}>;

/** Flags without a value. */
export const switches = (...names: readonly string[]): readonly FlagSpec[] => names.map((long) => ({ long }));

/** A value that is one of these words. */
export const either = (...words: readonly string[]): ValueRule => ({
  pattern: new RegExp(`^(${words.join("|")})$`),
  wants: { either: words },
});

const dnsLabel = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/;
const durations = /^(0|(\d{1,6}(\.\d{1,3})?(ms|s|m|h)){1,3})$/;

const wholeNumber: ValueRule = { pattern: /^\d{1,9}$/, wants: "number" };
const duration: ValueRule = { pattern: durations, wants: "duration" };
const selector: ValueRule = { pattern: /^[\w./=!<>,() -]*$/, wants: "labelSelector", mayBeEmpty: true };
const fieldSelector: ValueRule = {
  pattern: /^[\w./=!,:@+[\] -]*$/,
  wants: "fieldSelector",
  mayBeEmpty: true,
};
const fieldPath: ValueRule = { pattern: /^[\w.{[\\][^\n\r]*$/, wants: "field" };
const word: ValueRule = { pattern: /^[\w./-]+$/, wants: "word" };
const words: ValueRule = { pattern: /^[\w./,-]+$/, wants: "words" };

const templates = ["jsonpath", "jsonpath-as-json", "go-template"];
export const formatsWithText = [...templates, "template", "custom-columns"];

/** Output formats by name; templates and `custom-columns` carry an expression behind `=`, or in a flag of its own. */
function outputFormat(...formats: readonly string[]): FlagSpec {
  const alternatives = formats.map((name) =>
    formatsWithText.includes(name) ? `${name}(?:=[^\\n\\r]+)?` : name,
  );
  const shown = formats.map((name) => (formatsWithText.includes(name) ? `${name}=…` : name));
  const value = { pattern: new RegExp(`^(${alternatives.join("|")})$`), wants: { oneOf: shown } };
  return { long: "output", short: "o", value };
}

export const namespaceFlag: FlagSpec = {
  long: "namespace",
  short: "n",
  value: { pattern: dnsLabel, wants: "namespace" },
};
/** A number alone are seconds. */
const requestTimeout: FlagSpec = {
  long: "request-timeout",
  value: { pattern: /^(\d{1,6}|(\d{1,6}(ms|s|m|h)){1,3})$/, wants: "duration" },
};
/** Those that every verb takes, before it as well. */
export const everyVerbFlags: readonly FlagSpec[] = [
  namespaceFlag,
  requestTimeout,
  ...switches("disable-compression", "match-server-version", "warnings-as-errors"),
];

const allNamespaces: FlagSpec = { long: "all-namespaces", short: "A" };
const selectorFlag: FlagSpec = { long: "selector", short: "l", value: selector };
const fieldSelectorFlag: FlagSpec = { long: "field-selector", value: fieldSelector };
const sortBy: FlagSpec = { long: "sort-by", value: fieldPath };
const noHeaders: FlagSpec = { long: "no-headers" };
const chunkSize: FlagSpec = { long: "chunk-size", value: wholeNumber };
const revision: FlagSpec = { long: "revision", value: wholeNumber };
const timeout: FlagSpec = { long: "timeout", value: duration };
/** How an object is printed. */
const printing: readonly FlagSpec[] = [
  { long: "template", value: { pattern: /^[^\n\r]+$/, wants: "template" } },
  ...switches("allow-missing-template-keys", "show-managed-fields"),
];
const objectOutput = outputFormat("yaml", "json", "name", ...templates);

export const getFlags: readonly FlagSpec[] = [
  allNamespaces,
  outputFormat("wide", "yaml", "json", "name", ...formatsWithText),
  { long: "raw", value: { pattern: /^(?=\/)[\w/?&=.,~%:+-]+$/, wants: "path" } },
  selectorFlag,
  fieldSelectorFlag,
  sortBy,
  { long: "label-columns", short: "L", value: words, list: true },
  ...switches("show-labels", "show-kind"),
  ...printing,
  { long: "server-print" },
  { long: "subresource", value: either("status", "scale") },
  noHeaders,
  { long: "ignore-not-found" },
  chunkSize,
];

export const describeFlags: readonly FlagSpec[] = [
  allNamespaces,
  selectorFlag,
  { long: "show-events" },
  chunkSize,
];

export const logsFlags: readonly FlagSpec[] = [
  { long: "container", short: "c", value: { pattern: dnsLabel, wants: "container" } },
  ...switches("all-containers", "all-pods"),
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
  ...switches("timestamps", "prefix"),
  { long: "limit-bytes", value: wholeNumber },
  { long: "ignore-errors" },
  { long: "max-log-requests", value: wholeNumber },
  { long: "pod-running-timeout", value: duration },
  selectorFlag,
];

const topShared: readonly FlagSpec[] = [
  selectorFlag,
  { long: "sort-by", value: either("cpu", "memory") },
  noHeaders,
  { long: "use-protocol-buffers" },
];
export const topPodsFlags: readonly FlagSpec[] = [
  allNamespaces,
  ...topShared,
  fieldSelectorFlag,
  ...switches("containers", "sum"),
];
export const topNodesFlags: readonly FlagSpec[] = [...topShared, { long: "show-capacity" }];

export const eventsFlags: readonly FlagSpec[] = [
  allNamespaces,
  { long: "for", value: { pattern: /^[A-Za-z][\w.-]*\/[A-Za-z0-9][\w.:-]*$/, wants: "typeAndName" } },
  {
    long: "types",
    value: { pattern: /^[A-Za-z]+(,[A-Za-z]+)*$/, wants: "eventTypes" },
    list: true,
  },
  objectOutput,
  ...printing,
  noHeaders,
  chunkSize,
];

export const rolloutStatusFlags: readonly FlagSpec[] = [selectorFlag, revision, timeout];
export const rolloutHistoryFlags: readonly FlagSpec[] = [selectorFlag, revision, objectOutput, ...printing];

/** Well within the five minutes for which an answer is waited for. */
export const upToFourMinutes = /^(?:0s?|[1-4]m|(?:[1-3]m)?[1-5]?\ds|(?:1?\d\d|2[0-3]\d|240)s)$/;

export const waitFlags: readonly FlagSpec[] = [
  allNamespaces,
  { long: "for", value: { pattern: /^(create|delete|(condition|jsonpath)=[^\n\r]+)$/i, wants: "condition" } },
  { long: "timeout", value: { pattern: /^(?:0|(?:\d{1,6}[smh]){1,3})$/, wants: "waitingTime" } },
  { long: "all" },
  selectorFlag,
  fieldSelectorFlag,
  objectOutput,
  ...printing,
];

export const canIFlags: readonly FlagSpec[] = [
  allNamespaces,
  { long: "list" },
  { long: "subresource", value: word },
  { long: "quiet", short: "q" },
  noHeaders,
];
export const whoAmIFlags: readonly FlagSpec[] = [objectOutput, ...printing];

export const explainFlags: readonly FlagSpec[] = [
  { long: "recursive" },
  { long: "api-version", value: word },
  outputFormat("plaintext", "plaintext-openapiv2"),
];

export const apiResourcesFlags: readonly FlagSpec[] = [
  { long: "api-group", value: word },
  { long: "cached" },
  { long: "categories", value: words, list: true },
  { long: "namespaced" },
  { long: "verbs", value: words, list: true },
  { long: "sort-by", value: either("name", "kind") },
  outputFormat("wide", "name"),
  noHeaders,
];
export const versionFlags: readonly FlagSpec[] = [{ long: "client" }, outputFormat("yaml", "json")];

export const dumpFlags: readonly FlagSpec[] = [
  { long: "namespaces", value: { pattern: dnsLabel, wants: "namespace" } },
  outputFormat("yaml", "json"),
  { long: "pod-running-timeout", value: duration },
];
