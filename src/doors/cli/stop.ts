// A verb that ends early, with a sentence for the person and, for scripts, the same as JSON.
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { clean } from "./format.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./json-text.ts";

/** `code` is stable for scripts; `reason` is one sentence that says what was wrong and what to do. */
export type Stop = Readonly<{ ok: false; exitCode: ExitCode; code: string; reason: string }>;

export const stop = (exitCode: ExitCode, code: string, reason: string): Stop => ({
  ok: false,
  exitCode,
  code,
  reason,
});

/** Of a setting, a file or a store. */
export const settingsStop = (problems: readonly string[]): Stop => wrongUse(problems.join(" "), "settings");

export const wrongUse = (reason: string, code = "wrongUse"): Stop => stop(exitCodes.wrongUse, code, reason);

/** Standard error gets the sentence; with `--json`, standard output gets the document. */
export function tell(io: Io, json: boolean, { exitCode, code, reason }: Stop): ExitCode {
  io.err(clean(reason));
  const document = { schema: "aks-oncall/failure/v1", code, reason };
  if (json) io.out(jsonText(document, 2));
  return exitCode;
}
