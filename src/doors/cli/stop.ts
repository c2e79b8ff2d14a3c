// A verb that ends early, with a sentence for the person and, for scripts, the same as JSON.
import { type Messages, messages } from "../../presenters/messages/messages.ts";
import { type ExitCode, exitCodes } from "./exit-codes.ts";
import { clean } from "./format.ts";
import type { Io } from "./io.ts";
import { jsonText } from "./json-text.ts";

/** In the language of whoever reads it. */
export type Sentence = (texts: Messages) => string;

/** `code` is stable for scripts; `reason` is one sentence that says what was wrong and what to do. */
export type Stop = Readonly<{ ok: false; exitCode: ExitCode; code: string; reason: Sentence }>;

export const stop = (exitCode: ExitCode, code: string, reason: Sentence): Stop => ({
  ok: false,
  exitCode,
  code,
  reason,
});

/** Of a setting, a file or a store: for whoever runs the product, and in English. */
export const settingsStop = (problems: readonly string[]): Stop =>
  wrongUse(() => problems.join(" "), "settings");

export const wrongUse = (reason: Sentence, code = "wrongUse"): Stop => stop(exitCodes.wrongUse, code, reason);

/** Standard error gets the sentence; with `--json`, standard output gets the document, which is English everywhere. */
export function tell(io: Io, json: boolean, { exitCode, code, reason }: Stop): ExitCode {
  io.err(clean(reason(io.texts)));
  const document = { schema: "aks-oncall/failure/v1", code, reason: reason(messages("en")) };
  if (json) io.out(jsonText(document, 2));
  return exitCode;
}
