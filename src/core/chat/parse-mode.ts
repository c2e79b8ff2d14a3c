// What follows `mode`: nothing, or the mode to set and why.
import { type Mode, modes } from "../mode/mode.ts";
import type { Understood } from "./intent.ts";
import { type Misread, written } from "./misread.ts";

/** In UTF-16 code units: it stands on every card as long as the mode is in force. */
const maxReasonLength = 200;

/** `[full|diagnose|off [because REASON]]` */
export function parseMode(rest: string): Understood {
  const text = rest.trim();
  if (text === "") return { ok: true, intent: { kind: "mode", set: null } };
  const [, word = "", tail = ""] = /^(\S+?),?(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  const mode = modes.find((known) => known === word.toLowerCase());
  if (mode === undefined) {
    return malformed({ is: "noMode", ...written(word) });
  }
  const reason = reasonOf(tail);
  if (reason === null) return set(mode, null);
  if (reason === "") return malformed({ is: "modeReasonMissing", mode });
  if (reason.length > maxReasonLength) {
    return malformed({ is: "modeReasonTooLong", length: reason.length, longest: maxReasonLength });
  }
  return set(mode, reason);
}

/** Null where none is given; empty where it is begun and not said. */
function reasonOf(tail: string): string | null {
  if (tail === "" || /^please$/i.test(tail)) return null;
  const [, reason = ""] = /^because(?:\s+of)?(?:\s+([\s\S]+))?$/i.exec(tail) ?? [];
  return reason.trim();
}

const set = (mode: Mode, reason: string | null): Understood => ({
  ok: true,
  intent: { kind: "mode", set: { mode, reason } },
});

const malformed = (reason: Misread): Understood => ({ ok: false, code: "malformed", reason });
