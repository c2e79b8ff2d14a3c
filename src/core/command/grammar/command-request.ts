// A command as data. Nothing downstream sees the text that was typed; only this argv is ever sent.
import type { Redacted } from "../../redact/span.ts";
import { quoteArgv } from "../../text/marked.ts";
import type { CommandRefusal } from "./refusal.ts";
import type { Tool } from "./verb-spec.ts";

/** Applied by us to the output of a command; never a shell. */
export type OutputFilter =
  | Readonly<{
      kind: "grep";
      /** As it is written; `^` before it and `$` behind it hold it to an end of the line. */
      pattern: string;
      /** Others that will do as well. */
      or?: readonly string[];
      ignoreCase: boolean;
      invert: boolean;
      /** Lines around each that is found. */
      around?: Readonly<{ before: number; after: number }>;
    }>
  | Readonly<{ kind: "head" | "tail"; lines: number }>
  | Readonly<{ kind: "sort" | "count" }>;

/** Where a command reads: in no namespace, in one, or in all of them. */
export type CommandScope = Readonly<
  { kind: "cluster" } | { kind: "allNamespaces" } | { kind: "namespace"; name: string }
>;

/** The output may hold personal data, or passwords that do not look like any. */
export type CommandRisk = "logs" | "configMaps" | "releases";

/** One kind of object that a command makes kubectl read. All of its reads have to be allowed. */
export type Read = Readonly<{
  /** Full plural name, with its sub-resource: `pods/log`; of a type that only the cluster knows, the word. `*`: of any type. */
  resource: string;
  /** `namespaceObjects`: the Namespace objects of these names, all of them where none is named. */
  scope: CommandScope | Readonly<{ kind: "namespaceObjects"; names: readonly string[] }>;
  /** Nobody asked for it: kubectl reads it besides. */
  also: boolean;
}>;

export type CommandRequest = Readonly<{
  tool: Tool;
  /** Canonical argv, the tool first, as it will be sent after quoting. */
  argv: readonly string[];
  /** As policies call it: `get`, `helm list`. */
  verb: string;
  /**
   * Full plural names as kubectl's API knows them, for example `pods`; of a type that is none of Kubernetes' own the word
   * that was typed. Empty for verbs without a resource.
   */
  resources: readonly string[];
  /** `log` for `kubectl logs`, or what `--subresource` says: a part of the object. Else absent. */
  subresource?: string;
  /** Object names given after the resource, empty when the whole list is asked for. */
  names: readonly string[];
  /** The namespace asked for, `default` when none was named; `cluster` where nothing that is asked for lies in one. */
  scope: CommandScope;
  /** Nobody named the namespace: it is `default` by Kubernetes' own rule. */
  namespaceAssumed?: true;
  /** So long it was asked to wait, which is longer than an answer is waited for: the argv holds less. */
  waitAsked?: string;
  /** Empty for verbs that read no object. */
  reads: readonly Read[];
  access: "read" | "write";
  /** What whoever reads the output should know of. Usually empty. */
  risks: readonly CommandRisk[];
  filters: readonly OutputFilter[];
}>;

export type ParsedCommand = Readonly<{ ok: true; request: CommandRequest }> | CommandRefusal;

export type CommandResult = Readonly<{
  /** `null` when the provider did not say. */
  exitCode: number | null;
  /** Standard output and error as one text, redacted. */
  output: string;
  /** Something of the output is missing: the provider cut it at its limit of 512 kB, or see `leftOut`. */
  truncated: boolean;
  /** Characters that we cut out of its middle or off its end before looking through it; absent where there were none. */
  leftOut?: number;
  /** How many values redaction replaced. */
  masked: number;
  /** The same by what gave them away; absent where it was not counted. */
  maskedKinds?: Redacted["kinds"];
  startedAt?: string;
  finishedAt?: string;
  operationId: string;
}>;

// A command as a person would type it: for cards, and to ask the same thing again.

/** Words stand bare where no shell would change them, and in single quotes elsewhere. */
export const commandText = ({ argv, filters = [] }: Typed): string =>
  [quoteArgv(argv), ...filters.map(filterText)].join(" | ");

type Typed = Pick<CommandRequest, "argv"> & Partial<Pick<CommandRequest, "filters">>;

/** To ask the same again: a namespace that nobody named is left to be assumed again. */
export const textAgain = ({ argv, filters, namespaceAssumed }: CommandRequest): string =>
  commandText({
    argv: namespaceAssumed === true ? argv.filter((word) => !/^--namespaces?=/.test(word)) : argv,
    filters,
  });

function filterText(filter: OutputFilter): string {
  switch (filter.kind) {
    case "grep":
      return grepText(filter);
    case "head":
    case "tail":
      return `${filter.kind} -n ${filter.lines}`;
    case "sort":
      return "sort";
    case "count":
      return "wc -l";
  }
}

function grepText({
  pattern,
  or = [],
  ignoreCase,
  invert,
  around,
}: Extract<OutputFilter, { kind: "grep" }>): string {
  const options = [ignoreCase ? "-i" : "", invert ? "-v" : ""].filter(Boolean);
  const lines = around === undefined ? [] : ["-B", `${around.before}`, "-A", `${around.after}`];
  const patterns = or.length === 0 ? [pattern] : [pattern, ...or].flatMap((each) => ["-e", each]);
  return quoteArgv(["grep", ...options, ...lines, ...patterns]);
}
