// What is kept and shown of what somebody typed.
import { redact } from "../redact/redact.ts";
import { maxMessageLength } from "./parse-intent.ts";

/** Masked. Nothing of a message that is too long to be read: its size is looked at before anything is done with it. */
export const askedText = (typed: string): string =>
  typed.length > maxMessageLength ? "" : redact(typed).text;
