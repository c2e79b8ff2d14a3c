// What is kept and shown of what somebody typed.
import { redact } from "../../redact/redact.ts";
import { keptPaste, longestPaste, maxMessageLength } from "./parse-intent.ts";

/** Output of tools may be longer than a sentence; one line never is. */
const isTooLong = (typed: string): boolean =>
  typed.length > longestPaste || (typed.length > maxMessageLength && !typed.trim().includes("\n"));

/** Masked. Nothing of a message that is too long to be read: its size is looked at before anything is done with it. */
export function askedText(typed: string): string {
  if (isTooLong(typed)) return "";
  return redact(typed.length > maxMessageLength ? keptPaste(typed) : typed).text;
}
