// How a command is refused: always a value, never an exception.
import type { Refusal } from "./command-request.ts";

/** `reason` is one sentence for the person: what was wrong and what to write instead. */
export function refuse(code: string, reason: string): Refusal {
  return { ok: false, code, reason };
}
