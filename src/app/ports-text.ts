// Work on texts that is too long for the event loop.
import type { OutputRequest, RedactedOutput } from "../core/redact/redact.ts";

/** `deadline`: it took too long, or too much waits already; `failed`: the thread ended. The text is to be withheld then. */
export type RedactionResult = Readonly<
  { ok: true; redacted: RedactedOutput } | { ok: false; reason: "deadline" | "failed" }
>;

export interface TextWork {
  /** `redactOutput` of the core. Never throws: what could not be masked in time is not had back at all. */
  redact(output: string, request: OutputRequest): Promise<RedactionResult>;
}
