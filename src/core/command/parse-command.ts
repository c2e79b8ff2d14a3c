// Typed text is a command that only reads, one that changes something, or neither. What changes something is never taken
// for a read: each has a grammar of its own, and a verb is in one of them.
import type { ChangeRequest } from "./change/change-request.ts";
import { parseChange } from "./change/parse-change.ts";
import type { CommandRequest } from "./command-request.ts";
import { parseKubectl } from "./parse-kubectl.ts";
import type { Refusal } from "./refusal.ts";

export type AnyCommand =
  | Readonly<{ ok: true; is: "read"; request: CommandRequest }>
  | Readonly<{ ok: true; is: "change"; request: ChangeRequest }>
  | Refusal;

/** Of a verb that is never accepted the refusal is that of the reads: it says why. */
export function parseCommand(text: string): AnyCommand {
  const read = parseKubectl(text);
  if (read.ok) return { ok: true, is: "read", request: read.request };
  if (read.code !== "write-not-supported") return read;
  const change = parseChange(text);
  if (change.ok) return { ok: true, is: "change", request: change.request };
  return change.reason.is === "verbUnknown" ? read : change;
}
