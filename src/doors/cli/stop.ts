// A verb that ends early, with a sentence for the person and, for scripts, the same as JSON.
import { type SettingProblem, sentenceOf } from "../../config/problem.ts";
import { clean } from "./format.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./json-text.ts";

// What the exit code of every verb says. Documented in the help and in docs/cli.md; 1 is left to Node for our own bugs.

export const exitCodes = {
  /** Healthy, allowed, valid. */
  good: 0,
  /** The command line was not understood, or a setting or file is missing. */
  wrongUse: 2,
  /** Broken or degraded, no access path, not valid, chain broken. */
  broken: 3,
  /** What would settle it could not be read. */
  unknown: 4,
  /** Denied by the policy, or refused by the guard. */
  denied: 5,
  /** Sign-in, Azure or the store failed. */
  failure: 6,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** `code` is stable for scripts; `reason` is one sentence that says what was wrong and what to do. */
export type CliStop = Readonly<{ ok: false; exitCode: ExitCode; code: string; reason: string }>;

export const stop = (exitCode: ExitCode, code: string, reason: string): CliStop => ({
  ok: false,
  exitCode,
  code,
  reason,
});

export const settingsStop = (problems: readonly SettingProblem[]): CliStop =>
  wrongUse(problems.map(sentenceOf).join(" "), "settings");

export const wrongUse = (reason: string, code = "wrongUse"): CliStop =>
  stop(exitCodes.wrongUse, code, reason);

/** Standard error gets the sentence; with `--json`, standard output gets the document. */
export function tell(io: Io, json: boolean, { exitCode, code, reason }: CliStop): ExitCode {
  io.err(clean(reason));
  const document = { schema: "aks-oncall/failure/v1", code, reason };
  if (json) io.out(jsonText(document, 2));
  return exitCode;
}
