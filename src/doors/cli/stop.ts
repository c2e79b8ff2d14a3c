// A verb that ends early, with a sentence for the person and, for scripts, the same as JSON.
import type { ExitCode } from "./exit-codes.ts";
import { clean } from "./format.ts";
import type { Io } from "./io.ts";

/** `code` is stable for scripts; `reason` is one sentence that says what was wrong and what to do. */
export type Stop = Readonly<{ ok: false; exitCode: ExitCode; code: string; reason: string }>;

export const stop = (exitCode: ExitCode, code: string, reason: string): Stop => ({
  ok: false,
  exitCode,
  code,
  reason,
});

/** Standard error gets the sentence; with `--json`, standard output gets the document. */
export function tell(io: Io, json: boolean, { exitCode, code, reason }: Stop): ExitCode {
  io.err(clean(reason));
  if (json) io.out(JSON.stringify({ schema: "aks-oncall/failure/v1", code, reason }, null, 2));
  return exitCode;
}
