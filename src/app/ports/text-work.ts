// Work on texts that is too long for the event loop.
import type { ReadFile } from "../../core/command/change/read-sent-file.ts";
import type { OnCallNow } from "../../core/on-call/on-call.ts";
import type { CalendarQuestion } from "../../core/on-call/read-calendar.ts";
import type { OutputRequest } from "../../core/redact/custom-columns.ts";
import type { RedactedOutput } from "../../core/redact/redact.ts";

/** `deadline`: it took too long, or too much waits already; `failed`: the thread ended. */
type NotDone = Readonly<{ ok: false; reason: "deadline" | "failed" }>;

/** Where it was not done, the text is to be withheld. */
export type RedactionResult = Readonly<{ ok: true; redacted: RedactedOutput }> | NotDone;

export interface TextWork {
  /** `redactOutput` of the core. Never throws: what could not be masked in time is not had back at all. */
  redact(output: string, request: OutputRequest): Promise<RedactionResult>;
  /** `readSentFile` of the core, never on the event loop. Never throws. */
  readFile(given: string): Promise<Readonly<{ ok: true; read: ReadFile }> | NotDone>;
  /** `readCalendar` of the core, never on the event loop. Never throws. */
  readCalendar(asked: CalendarQuestion): Promise<Readonly<{ ok: true; read: OnCallNow }> | NotDone>;
}
