// Typed text is a command that only reads, one that changes something, or neither. What changes something is never taken
// for a read: each has a grammar of its own, and a verb is in one of them.
import type { ChangeRequest } from "./change/change-request.ts";
import { parseChange } from "./change/parse-change.ts";
import type { SentFile } from "./change/sent-file.ts";
import type { CommandRequest } from "./grammar/command-request.ts";
import { type Refusal, refuse } from "./grammar/refusal.ts";
import { parseKubectl } from "./parse-kubectl.ts";

export type AnyCommand =
  | Readonly<{ ok: true; is: "read"; request: CommandRequest }>
  | Readonly<{ ok: true; is: "change"; request: ChangeRequest }>
  | Refusal;

/** `file`: which whoever typed it has sent, and the command names. Who knows the verb says what is wrong; of a verb that is never accepted, and of most others, that is the reads. */
export function parseCommand(text: string, file?: SentFile): AnyCommand {
  const read = parseKubectl(text);
  if (read.ok) return { ok: true, is: "read", request: read.request };
  if (read.code !== "write-not-supported" && read.code !== "verb-unknown") return read;
  const change = parseChange(text, file);
  if (change.ok) return { ok: true, is: "change", request: change.request };
  return read.code === "verb-unknown" ? withVerbsOf(change, read) : betterOf(change, read);
}

const betterOf = (change: Refusal, read: Refusal): Refusal =>
  change.reason.is === "verbUnknown" ? read : change;

/** Neither knows the verb: what may have been meant stands in either. */
function withVerbsOf({ reason: other }: Refusal, read: Refusal): Refusal {
  const { reason } = read;
  if (reason.is === "verbUnknown" && other.is === "verbUnknown")
    return refuse(read.code, {
      ...reason,
      near: [...reason.near, ...other.near],
      known: [...reason.known, ...other.known],
    });
  if (reason.is === "verbIncomplete" && other.is === "verbIncomplete")
    return refuse(read.code, { ...reason, forms: [...reason.forms, ...other.forms] });
  return read;
}
