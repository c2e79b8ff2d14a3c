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
  const type = goTypeAt(text, scan.at);
  if (type > 0) scan.at += type;
  else if (character === '"') readString(scan);
  else if ("{[".includes(character)) open(scan);
  else if ("}],:\n".includes(character)) {
    if (character === ":") beginValue(scan);
    else if (character !== "\n") endValue(scan);
    else if (startsAnew(text, scan.at + 1)) startAnew(scan);
    if ("}]".includes(character) && reader.depth() > 0) reader.close();
    scan.at += 1;
  } else if (scan.key !== null && wordStart.test(character)) readWord(scan);
  else passOver(scan);
}

/** Where a jsonpath leads nowhere, kubectl prints the whole object as Go source: a type before each opening bracket. */
const goType = /(?:map)?\[(?:string)?\](?:interface \{\}|any|string)(?=\{)/y;

function goTypeAt(text: string, at: number): number {
  goType.lastIndex = at;
  return goType.exec(text)?.[0].length ?? 0;
}

function open(scan: Scan): void {
  const { reader, text } = scan;
  const outermost = reader.depth() === 0 ? (scan.root ?? keyBefore(text, scan.at)) : null;
  reader.open(scan.key ?? outermost);
  scan.string = null;
  scan.key = null;
  scan.at += 1;
}

function beginValue(scan: Scan): void {
  if (scan.string !== null) scan.key = scan.string.value;
  scan.string = null;
}

const structure = /["{}[\]:,\n]/g;
const wordStart = /[\w.+-]/;

/** To the next character that means something; behind a key, that may be the first of a word. */
function passOver(scan: Scan): void {
  scan.at += 1;
  if (scan.key !== null) return;
  structure.lastIndex = scan.at;
  scan.at = structure.exec(scan.text)?.index ?? scan.text.length;
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

const stringEnd = /["\\\n]/g;

/** Up to the closing quote or, where the output was cut off, the end of the line. */
function readString(scan: Scan): void {
  // Two strings side by side, as kubectl prints several results of a jsonpath: the first was a value.
  if (scan.string !== null) endValue(scan);
  const { text } = scan;
  const start = scan.at + 1;
  stringEnd.lastIndex = start;
  let escaped = false;
  let end = text.length;
  for (let stop = stringEnd.exec(text); stop !== null; stop = stringEnd.exec(text)) {
    end = stop.index;
    if (stop[0] !== "\\") break;
    escaped = true;
    stringEnd.lastIndex += 1;
    end = text.length;
  }
  const decoded = escaped ? decodeString(text, start, end) : null;
  const value = decoded === null ? text.slice(start, end) : decoded.text;
  scan.string = decoded === null ? { value, start, end } : { value, start, end, decoded };
  if (decoded !== null) for (const span of encodedSpans(scan.inner(value), decoded)) scan.found.push(span);
  scan.at = text.charAt(end) === '"' ? end + 1 : end;
  // With words before the colon it was no key: `"wrong password" when method :x`.
  beforeColon.lastIndex = scan.at;
  if (!beforeColon.test(text)) endValue(scan);
}

const beforeColon = /\s{0,40}:/y;

const word = /[\w.+-]+/y;

/** A number or a switch; also a word of a text that is no JSON. */
function readWord(scan: Scan): void {
  const start = scan.at;
  word.lastIndex = start;
  const value = word.exec(scan.text)?.[0] ?? "";
  scan.at = start + Math.max(1, value.length);
  // A sentence goes on behind it: `"web-token" : secret "x" not found`.
  if (/^[ \t]+["\w]/.test(scan.text.slice(scan.at, scan.at + 8)) && /^[a-z]+$/i.test(value)) {
    endValue(scan);
    return;
  }
  scan.string = { value, start, end: start + value.length };
}

// Reads Go's own notation of objects, which kubectl prints where custom-columns or a template name a whole object:
// `map[name:DB value:x]`, `[--a b]`.

type GoMapScan = {
  readonly text: string;
  at: number;
  readonly reader: ObjectReader;
  readonly open: ("map" | "list")[];
  key: string | null;
  /** Where the value at hand begins; -1 between values. */
  value: number;
};

/** `root` is the field that the outermost maps belong to, where that is known. */
export function goMapSpans(text: string, root: string | null = null): readonly Span[] {
  const reader = createObjectReader();
  if (root !== null) reader.open(root);
  const scan: GoMapScan = { text, at: 0, reader, open: [], key: null, value: -1 };
  for (let next = text.indexOf("map["); next !== -1; next = text.indexOf("map[", scan.at)) {
    scan.at = next;
    readObject(scan);
  }
  return reader.spans();
}

/** From `map[` to its closing bracket or the end of the text. */
function readObject(scan: GoMapScan): void {
  const { text, open } = scan;
  do {
    if (scan.value === -1 && opens(scan)) continue;
    const character = text.charAt(scan.at);
    if (character === "]" && /[\s\]]|^$/.test(text.charAt(scan.at + 1))) closeOne(scan);
    else if (character === " " && open.at(-1) === "list") endGoValue(scan);
    else if (character === " " && keyAt(text, scan.at + 1) !== null) endGoValue(scan);
    else if (character !== " " && scan.value === -1 && !takesKey(scan)) scan.value = scan.at;
    scan.at += 1;
  } while (open.length > 0 && scan.at < text.length);
  endGoValue(scan);
  while (open.length > 0) closeOne(scan);
}

function opens(scan: GoMapScan): boolean {
  const isMap = scan.text.startsWith("map[", scan.at);
  if (!isMap && scan.text.charAt(scan.at) !== "[") return false;
  scan.reader.open(scan.key);
  scan.key = null;
  scan.open.push(isMap ? "map" : "list");
  scan.at += isMap ? 4 : 1;
  return true;
}

function closeOne(scan: GoMapScan): void {
  endGoValue(scan);
  scan.open.pop();
  scan.reader.close();
}

function endGoValue(scan: GoMapScan): void {
  const { text, value, at } = scan;
  if (value !== -1) scan.reader.scalar(scan.key, { value: text.slice(value, at), start: value, end: at });
  scan.key = null;
  scan.value = -1;
}

/** In a map: reads the key and stands on its colon. */
function takesKey(scan: GoMapScan): boolean {
  const key = scan.key === null && scan.open.at(-1) === "map" ? keyAt(scan.text, scan.at) : null;
  if (key === null) return false;
  scan.key = key;
  scan.at += key.length;
  return true;
}

const keyForm = /([A-Za-z][\w./-]{0,62}):/y;

function keyAt(text: string, at: number): string | null {
  keyForm.lastIndex = at;
  return keyForm.exec(text)?.[1] ?? null;
}
