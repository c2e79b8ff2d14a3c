// Reads JSON wherever it stands in a text, whole or cut off, indented or on one line; what is no JSON is passed over.
import { decodeString, encodedSpans } from "./decode.ts";
import { createObjectReader, type ObjectReader } from "./object-reader.ts";
import type { Scalar, Span } from "./span.ts";

/** The rules for the text inside a string that had escapes: a file in a ConfigMap, or JSON again. */
export type Inner = (text: string) => readonly Span[];

type Scan = {
  readonly text: string;
  at: number;
  readonly reader: ObjectReader;
  readonly found: Span[];
  readonly root: string | null;
  readonly inner: Inner;
  /** The string before a colon. */
  key: string | null;
  /** A string that may turn out to be a key. */
  string: Scalar | null;
};

/**
 * Goes over the text once, without recursion; strings with escapes in them are given to `inner`. `root` is the field that the
 * outermost value belongs to, where that is known.
 */
export function jsonSpans(text: string, inner: Inner, root: string | null = null): readonly Span[] {
  if (!text.includes('"')) return [];
  const scan: Scan = {
    text,
    at: 0,
    reader: createObjectReader(),
    found: [],
    root,
    inner,
    key: null,
    string: null,
  };
  while (scan.at < text.length) step(scan);
  endValue(scan);
  for (const span of scan.reader.spans()) scan.found.push(span);
  return scan.found;
}

function step(scan: Scan): void {
  const { text, reader } = scan;
  const character = text.charAt(scan.at);
  switch (character) {
    case '"':
      return readString(scan);
    case "{":
    case "[":
      scan.string = null;
      reader.open(scan.key ?? (reader.depth() === 0 ? (scan.root ?? keyBefore(text, scan.at)) : null));
      scan.key = null;
      break;
    case "}":
    case "]":
      endValue(scan);
      if (reader.depth() > 0) reader.close();
      break;
    case ":":
      if (scan.string !== null) scan.key = scan.string.value;
      scan.string = null;
      break;
    case ",":
      endValue(scan);
      break;
    case "\n":
      if (startsAnew(text, scan.at + 1)) startAnew(scan);
      break;
    default:
      if (isWordStart(character)) return readWord(scan);
  }
  scan.at += 1;
}

/** `args: ["serve"]` in YAML, `env=[…]` in a log: what stands before the first bracket names it. */
const keyBefore = (text: string, at: number): string | null =>
  /([A-Za-z][\w-]{0,40})["']?\s{0,2}[:=]\s{0,2}$/.exec(text.slice(Math.max(0, at - 48), at))?.[1] ?? null;

/** A line that begins at its first column, but not with a closing bracket, belongs to no JSON above it. */
const startsAnew = (text: string, at: number): boolean => /[^\s}\]"]/.test(text.charAt(at));

function startAnew(scan: Scan): void {
  endValue(scan);
  while (scan.reader.depth() > 0) scan.reader.close();
}

function endValue(scan: Scan): void {
  if (scan.string !== null) scan.reader.scalar(scan.key, scan.string);
  scan.string = null;
  scan.key = null;
}

/** Up to the closing quote or, where the output was cut off, the end of the line. */
function readString(scan: Scan): void {
  // Two strings side by side, as kubectl prints several results of a jsonpath: the first was a value.
  if (scan.string !== null) endValue(scan);
  const { text } = scan;
  const start = scan.at + 1;
  let end = start;
  let escaped = false;
  for (; end < text.length; end += 1) {
    const character = text.charAt(end);
    if (character === '"' || character === "\n") break;
    if (character === "\\") {
      escaped = true;
      end += 1;
    }
  }
  end = Math.min(end, text.length);
  const decoded = escaped ? decodeString(text, start, end) : null;
  const value = decoded === null ? text.slice(start, end) : decoded.text;
  scan.string = { value, start, end };
  if (decoded !== null) for (const span of encodedSpans(scan.inner(value), decoded)) scan.found.push(span);
  scan.at = text.charAt(end) === '"' ? end + 1 : end;
}

const isWordStart = (character: string): boolean => /[\w.+-]/.test(character);

/** A number, a switch, or a word of a text that is no JSON. */
function readWord(scan: Scan): void {
  const { text } = scan;
  const start = scan.at;
  while (scan.at < text.length && isWordStart(text.charAt(scan.at))) scan.at += 1;
  if (scan.key !== null) scan.string = { value: text.slice(start, scan.at), start, end: scan.at };
}
