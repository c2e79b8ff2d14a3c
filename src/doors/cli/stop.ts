// A verb that ends early, with a sentence for the person and, for scripts, the same as JSON.
import { type SettingProblem, sentenceOf } from "../../config/problem.ts";
import { cliHelp } from "../../presenters/messages/operator/cli-help.ts";
import type { Io } from "./io.ts";
import { answer, clean, wrapped } from "./print.ts";

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

/** The code of a call that is written wrong. */
const misused = "wrongUse";

export const wrongUse = (reason: string, code = misused): CliStop => stop(exitCodes.wrongUse, code, reason);

/**
 * Standard error gets the sentence, and behind it the usage where the call was wrong. For a script, standard output gets
 * the document.
 */
export function tell(io: Io, { exitCode, code, reason }: CliStop): ExitCode {
  io.err(wrapped(clean(reason), io.width));
  if (code === misused && io.usage !== "") io.err(wrapped(io.usage, io.width, cliHelp.usage));
  const document = { schema: "aks-oncall/failure/v1", code, reason };
  if (io.output !== "table") answer(io, document, () => "");
  return exitCode;
}
