// A kubectl command as data. Nothing downstream sees the text that was typed; only this argv is ever sent.

import type { Redacted } from "../redact/redact.ts";

/** Applied by us to the output of a command; never a shell. */
export type OutputFilter =
  | Readonly<{ kind: "grep"; pattern: string; ignoreCase: boolean; invert: boolean }>
  | Readonly<{ kind: "head" | "tail"; lines: number }>;

export type CommandRequest = Readonly<{
  tool: "kubectl";
  /** Canonical argv, `kubectl` first, as it will be sent after quoting. */
  argv: readonly string[];
  verb: string;
  /** Full plural names as kubectl's API knows them, for example `pods`; empty for verbs without a resource. */
  resources: readonly string[];
  /** `log` for `kubectl logs`, else absent. */
  subresource?: string;
  /** Object names given after the resource, empty when the whole list is asked for. */
  names: readonly string[];
  /** The namespace asked for, `default` when none was named; `null` for cluster-scoped and for all namespaces. */
  namespace: string | null;
  allNamespaces: boolean;
  access: "read" | "write";
  /** Sentences for the card, for example that the output may hold personal data. Usually empty. */
  risks: readonly string[];
  filters: readonly OutputFilter[];
}>;

/** `code` is stable for scripts; `reason` is one sentence that says what was wrong and what to write instead. */
export type Refusal = Readonly<{ ok: false; code: string; reason: string }>;
export type ParsedCommand = Readonly<{ ok: true; request: CommandRequest }> | Refusal;

export type CommandResult = Readonly<{
  /** `null` when the provider did not say. */
  exitCode: number | null;
  /** Standard output and error as one text, redacted. */
  output: string;
  /** The provider cut the output at its limit of 512 kB. */
  truncated: boolean;
  /** How many values redaction replaced. */
  masked: number;
  /** The same by what gave them away; absent where it was not counted. */
  maskedKinds?: Redacted["kinds"];
  startedAt?: string;
  finishedAt?: string;
  operationId: string;
}>;
