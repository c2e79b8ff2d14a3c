// Reads Go's own notation of objects, which kubectl prints where custom-columns or a template name a whole object:
// `map[name:DB value:x]`, `[--a b]`.
import { createObjectReader, type ObjectReader } from "./object-reader.ts";
import type { Span } from "./span.ts";

type Scan = {
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
  const scan: Scan = { text, at: 0, reader, open: [], key: null, value: -1 };
  for (let next = text.indexOf("map["); next !== -1; next = text.indexOf("map[", scan.at)) {
    scan.at = next;
    readObject(scan);
  }
  return reader.spans();
}

/** From `map[` to its closing bracket or the end of the text. */
function readObject(scan: Scan): void {
  const { text, open } = scan;
  do {
    if (scan.value === -1 && opens(scan)) continue;
    const character = text.charAt(scan.at);
    if (character === "]" && /[\s\]]|^$/.test(text.charAt(scan.at + 1))) closeOne(scan);
    else if (character === " " && open.at(-1) === "list") endValue(scan);
    else if (character === " " && keyAt(text, scan.at + 1) !== null) endValue(scan);
    else if (character !== " " && scan.value === -1 && !takesKey(scan)) scan.value = scan.at;
    scan.at += 1;
  } while (open.length > 0 && scan.at < text.length);
  endValue(scan);
  while (open.length > 0) closeOne(scan);
}

function opens(scan: Scan): boolean {
  const isMap = scan.text.startsWith("map[", scan.at);
  if (!isMap && scan.text.charAt(scan.at) !== "[") return false;
  scan.reader.open(scan.key);
  scan.key = null;
  scan.open.push(isMap ? "map" : "list");
  scan.at += isMap ? 4 : 1;
  return true;
}

function closeOne(scan: Scan): void {
  endValue(scan);
  scan.open.pop();
  scan.reader.close();
}

function endValue(scan: Scan): void {
  const { text, value, at } = scan;
  if (value !== -1) scan.reader.scalar(scan.key, { value: text.slice(value, at), start: value, end: at });
  scan.key = null;
  scan.value = -1;
}

/** In a map: reads the key and stands on its colon. */
function takesKey(scan: Scan): boolean {
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
