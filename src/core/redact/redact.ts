// Masks what is or looks like a secret before it reaches the store, the log or a card. Size comes first: what is longer
// than a card, a log line or the service's own limit is cut before it is looked through.
import { cutText } from "../text/text.ts";
import { asksForm, type OutputRequest } from "./custom-columns.ts";
import { maskSecrets } from "./mask-secrets.ts";
import { mask, type Redacted } from "./span.ts";

export type { OutputRequest } from "./custom-columns.ts";
export type { Redacted } from "./span.ts";

/** Twice the longest message that is read; stack traces of errors fit too. */
const longestText = 8_000;

/** Run command cuts its output at 512 kB; whatever comes longer is cut here. In UTF-16 code units. */
const longestOutput = 512 * 1024;

/** Whether something in the text was masked before. */
export const isMasked = (text: string): boolean => text.includes(mask);

/** What somebody typed, an error, a reason: cut at 8 000 characters. Quick enough for every message. */
export const redact = (text: string): Redacted =>
  maskSecrets(text.length <= longestText ? text : `${text.slice(0, longestText).toWellFormed()}…`);

/** The same, cut afterwards: the first half of a secret may look like none. In UTF-16 code units. */
export const redactShort = (text: string, longest: number): string =>
  redact(text).text.slice(0, longest).toWellFormed();

/** The output of a command. `left`: how many characters were cut out of its middle or off its end. */
export type RedactedOutput = Redacted & Readonly<{ left: number }>;

/**
 * Redact before filtering: what makes a value a secret may stand on another line. Of lines that stand for themselves
 * (logs, tables) a long output keeps its end too; the end of an object would have lost what says what its values are.
 */
export function redactOutput(output: string, request: OutputRequest): RedactedOutput {
  const { text, left } = cutText(output, longestOutput, printsLines(request));
  return { ...maskSecrets(text, request), left };
}

const printsLines = ({ argv }: OutputRequest): boolean => !argv.includes("describe") && !asksForm(argv);

// Data whose texts came from outside, masked text by text: what has to be kept as data, and not as a sentence.

type Data =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly Data[]
  | Readonly<{ [key: string]: Data }>;

/** Every text in it but its own ids: `is` names what it is. */
export function redactValues<T extends object>(value: T): T {
  // Keys and kinds of values stay as they are.
  return masked(value as Data) as T;
}

function masked(value: Data): Data {
  if (typeof value === "string") return redact(value).text;
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(masked);
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [key, key === "is" ? each : masked(each)]),
  );
}
