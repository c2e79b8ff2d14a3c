// What follows `mode`: nothing, or the mode to set and why.
import { type Mode, modes } from "../mode/mode.ts";
import type { Understood } from "./intent.ts";
import { brief } from "./reasons.ts";

/** In UTF-16 code units: it stands on every card as long as the mode is in force. */
const maxReasonLength = 200;

/** `[full|diagnose|off [because REASON]]` */
export function parseMode(rest: string): Understood {
  const text = rest.trim();
  if (text === "") return { ok: true, intent: { kind: "mode", set: null } };
  const [, word = "", tail = ""] = /^(\S+?),?(?:\s+([\s\S]*))?$/.exec(text) ?? [];
  const mode = modes.find((known) => known === word.toLowerCase());
  if (mode === undefined) {
    return malformed(`"${brief(word)}" is no mode: write mode full, mode diagnose or mode off.`);
  }
  const reason = reasonOf(tail);
  if (reason === null) return set(mode, null);
  if (reason === "")
    return malformed(`Write the reason after "because", like: mode ${mode} because upgrade.`);
  if (reason.length > maxReasonLength) {
    return malformed(`The reason has ${reason.length} characters: write at most ${maxReasonLength}.`);
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

const malformed = (reason: string): Understood => ({ ok: false, code: "malformed", reason });
