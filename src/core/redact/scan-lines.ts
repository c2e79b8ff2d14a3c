// Reads what is written as lines with keys: YAML as kubectl prints it, and `kubectl describe`. One pass; a text that is
// neither gives nothing.
import { isTelling } from "./names.ts";
import { createObjectReader, type ObjectReader } from "./object-reader.ts";
import type { Span } from "./span.ts";

/** Where a line begins and ends, and the column of its first character that is no space; -1 for an empty line. */
type Line = Readonly<{ start: number; end: number; column: number }>;

type Open = Readonly<{ column: number; dash: boolean; args: boolean }>;

type Scan = Readonly<{ text: string; lines: readonly Line[]; reader: ObjectReader; open: Open[] }>;

export function lineSpans(text: string): readonly Span[] {
  if (!text.includes(":")) return [];
  const scan: Scan = { text, lines: linesOf(text), reader: createObjectReader(), open: [] };
  for (let at = 0; at < scan.lines.length; ) at = readLine(scan, at);
  return scan.reader.spans();
}

export function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= text.length; ) {
    const found = text.indexOf("\n", start);
    const end = found === -1 ? text.length : found;
    let column = start;
    while (column < end && (text.charCodeAt(column) === 32 || text.charCodeAt(column) === 9)) column += 1;
    lines.push({ start, end, column: column === end ? -1 : column - start });
    start = end + 1;
  }
  return lines;
}

/** A key: anything without a colon followed by a space, in quotes or not; what JSON puts around keys is left to JSON. */
const keyForm =
  /(?:([^\s"'{}[\],#:&*!|>%@`-][^\n"#]{0,200}?|-{1,2}[\w.-]{1,80}|"[^"\n]{1,200}"|'[^'\n]{1,200}'))[ \t]{0,4}:(?:[ \t]+|(?=\n)|$)/y;

/** Returns the line to go on with. */
function readLine(scan: Scan, at: number): number {
  const { text, lines, reader } = scan;
  const line = lines[at];
  if (line === undefined || line.column === -1) return at + 1;
  let start = line.start + line.column;
  if (text.startsWith("---", start) && line.column === 0) {
    closeTo(scan, -1, false);
    reader.close();
    return at + 1;
  }
  while (text.charAt(start) === "-" && /[ \n]|^$/.test(text.charAt(start + 1))) {
    const column = start - line.start;
    closeTo(scan, column, true);
    start += 1;
    while (start < line.end && text.charAt(start) === " ") start += 1;
    const isItem = start < line.end && !text.startsWith("- ", start) && keyAt(text, start, line.end) === null;
    if (isItem) return readValue(scan, at, null, start, column);
    reader.open(null);
    scan.open.push({ column, dash: true, args: false });
  }
  return readKey(scan, at, line, start);
}

function readKey(scan: Scan, at: number, line: Line, start: number): number {
  const column = start - line.start;
  closeTo(scan, column, false);
  if (scan.open.at(-1)?.args === true) return readValue(scan, at, null, start, column);
  const found = keyAt(scan.text, start, line.end);
  if (found === null) return at + 1;
  const { key, value } = found;
  const inner = keyAlone(scan.text, value, line.end);
  if (inner !== null) {
    openKey(scan, at, key, line.end, column);
    return openKey(scan, at, inner, line.end, value - line.start);
  }
  if (opensBelow(scan.text, value, line.end)) return openKey(scan, at, key, value, column);
  if (opensFlow(scan.text, value, line.end)) return readFlow(scan, at, key, value);
  const isJson = scan.reader.isPlain() && /[{[]/.test(scan.text.charAt(value));
  return isJson ? at + 1 : readValue(scan, at, key, value, column);
}

/** `{stripe: x, mail: {key: y}}`, whose names stand without quotes; what is in quotes is read as JSON. */
const opensFlow = (text: string, start: number, end: number): boolean =>
  text.charAt(start) === "{" &&
  /^\{[ \t]{0,4}[A-Za-z_][\w.-]{0,80}:[ \t]/.test(text.slice(start, Math.min(end, start + 100)));
const flowPart =
  /([A-Za-z_][\w.-]{0,80}):[ \t]{1,4}(?:(\{)|(["'])([^\n]{0,1000}?)\3|([^\s,{}[\]"'][^,{}[\]\n]{0,1000}))|\}/g;

function readFlow({ text, lines, reader }: Scan, at: number, key: string, start: number): number {
  const depth = reader.depth();
  reader.open(key);
  for (const match of text.slice(start, lines[at]?.end).matchAll(flowPart)) {
    const [part, name, brace, , quoted, bare] = match;
    const value = quoted ?? bare ?? "";
    const from = start + match.index + part.length - value.length - (quoted === undefined ? 0 : 1);
    if (name === undefined) {
      if (reader.depth() > depth) reader.close();
    } else if (brace === undefined) reader.scalar(name, { value, start: from, end: from + value.length });
    else reader.open(name);
  }
  while (reader.depth() > depth) reader.close();
  return at + 1;
}

/** `Annotations:  a.example/token:`, and the value on the next line. */
function keyAlone(text: string, start: number, end: number): string | null {
  return /^([\w./-]{1,300}):[ \t]*$/.exec(text.slice(start, Math.min(end, start + 310)))?.[1] ?? null;
}

/** Nothing behind the key, or the sign of a text below. */
const opensBelow = (text: string, start: number, end: number): boolean =>
  start >= end || /^(?:[|>][-+\d]{0,3}|<none>)[ \t]*$/.test(text.slice(start, Math.min(end, start + 12)));

/** A sentence before a colon is no key: of several words, each begins with a capital letter, as `describe` writes them. */
function keyAt(text: string, start: number, lineEnd: number) {
  keyForm.lastIndex = start;
  const written = start < lineEnd ? keyForm.exec(text)?.[1] : undefined;
  if (written === undefined || keyForm.lastIndex > lineEnd) return null;
  const value = Math.min(keyForm.lastIndex, lineEnd);
  // pam_unix(sshd:auth): …
  if (/^[\w.-]+\(\S*\)$/.test(written)) return null;
  const colon = text.indexOf(":", start + written.length);
  if (!isTitle(written) && !/ {2}/.test(text.slice(colon, value))) return null;
  return { key: written.replace(/^["']|["']$/g, ""), value };
}

const isTitle = (key: string): boolean =>
  !key.includes(" ") || key.split(" ").every((word) => /^[A-Z0-9(][^,;.]*$/.test(word));

/** What is indented below: a map, a list, or the lines of a text (`|`). */
function openKey(scan: Scan, at: number, key: string, start: number, column: number): number {
  const { reader, lines, open } = scan;
  const line = lines[at];
  const isText = line !== undefined && start < line.end;
  if ((isText || (isTelling(key) && !isKeyLine(scan, at + 1))) && reader.looksAt(key)) {
    const end = lastBelow(scan, at, column);
    const value = blockValue(scan, at, end);
    if (value !== null) reader.scalar(key, value);
  }
  reader.open(key);
  // `describe` writes one below the other; in YAML a list or a map follows.
  const args = /(?:^|[^a-z])(?:args|arguments|command|argv)$/i.test(key);
  open.push({ column, dash: false, args: args && (/^[A-Z]/.test(key) || !isKeyLine(scan, at + 1)) });
  return at + 1;
}

/** `describe` puts a long annotation below its key, where YAML has a map or a list. */
function isKeyLine({ text, lines }: Scan, at: number): boolean {
  const line = lines[at];
  if (line === undefined || line.column === -1) return true;
  const start = line.start + line.column;
  return text.startsWith("- ", start) || keyAt(text, start, line.end) !== null;
}

function blockValue({ text, lines }: Scan, at: number, end: number) {
  const first = lines[at + 1];
  const last = lines[end];
  if (end === at || first === undefined || last === undefined) return null;
  return { value: text.slice(first.start, last.end), start: first.start, end: last.end };
}

/** A value on the line of its key and, when it is looked at, on the lines below that are indented deeper. */
function readValue(scan: Scan, at: number, key: string | null, start: number, column: number): number {
  const { reader, lines } = scan;
  const line = lines[at];
  if (line === undefined) return at + 1;
  const looked = reader.looksAt(key);
  const end = looked ? lastBelow(scan, at, column) : at;
  const range = withoutQuotes(scan, start, lines[end]?.end ?? line.end);
  const value = scan.text.slice(range.start, Math.min(range.end, looked ? range.end : range.start + 300));
  reader.scalar(key, { value, start: range.start, end: range.end });
  return end + 1;
}

/** `"…"` and `'…'` around all of it, and the comma of JSON behind. */
function withoutQuotes({ text }: Scan, start: number, end: number) {
  let to = end;
  while (to > start && /[ \t\n\r]/.test(text.charAt(to - 1))) to -= 1;
  const quote = text.charAt(start);
  const last = text.charAt(to - 1) === "," && (quote === '"' || quote === "'") ? to - 1 : to;
  return (quote === '"' || quote === "'") && last - start >= 2 && text.charAt(last - 1) === quote
    ? { start: start + 1, end: last - 1 }
    : { start, end: to };
}

/** The last line below `at` that is indented deeper than `column`; empty lines between them belong to it. */
function lastBelow({ lines }: Scan, at: number, column: number): number {
  let last = at;
  for (let next = at + 1; next < lines.length; next += 1) {
    const below = lines[next]?.column ?? -1;
    if (below === -1) continue;
    if (below <= column) break;
    last = next;
  }
  return last;
}

/** Ends what began at this column or behind it. A dash may stand at the column of the key whose list it is in. */
function closeTo({ reader, open }: Scan, column: number, dash: boolean): void {
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const stays = top.column < column || (dash && top.column === column && !top.dash);
    if (stays) return;
    open.pop();
    reader.close();
  }
}

// What `kubectl diff` prints: YAML behind a sign at the margin, where the name and the two values of a pair stand together.

/** Without the signs, and each letter where it was. */
export const differenceSpans = (text: string): readonly Span[] =>
  /^@@ -\d/m.test(text) ? lineSpans(text.replace(/^[+-](?=[ +-])/gm, " ")) : [];
