// The text inside a JSON string or a percent-encoded one, with the way back: where each of its characters stands in the text around it.
import type { Decoded, Span } from "./span.ts";

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** Takes back the backslashes of `text` from `start` to `end`; what is no escape stays as it is. */
export function decodeString(text: string, start: number, end: number): Decoded {
  const at = new Uint32Array(end - start + 1);
  const pieces: string[] = [];
  let length = 0;
  const put = (characters: string, from: number) => {
    pieces.push(characters);
    at[length++] = from;
  };
  let from = start;
  while (from < end) {
    const character = text.charAt(from);
    const next = text.charAt(from + 1);
    if (character !== "\\" || from + 1 >= end) {
      put(character, from++);
    } else if (next === "u" && from + 6 <= end && isHex(text, from + 2)) {
      put(String.fromCharCode(Number.parseInt(text.slice(from + 2, from + 6), 16)), from);
      from += 6;
    } else {
      put(escapes[next] ?? next, from);
      from += 2;
    }
  }
  at[length] = end;
  return { text: pieces.join(""), at };
}

const encodedSign = /%(?:25){0,3}(?:3[abd]|26|40)/i;

/** What stands percent-encoded between white space and quotes and could hold an assignment or an address: looked at together, a line each. */
export function percentSpans(text: string, inner: (decoded: string) => readonly Span[]): readonly Span[] {
  if (!encodedSign.test(text)) return [];
  const pieces: string[] = [];
  const at: number[] = [];
  for (const { 0: run, index } of text.matchAll(/[^\s"'`<>\\]{1,4096}/g)) {
    if (!encodedSign.test(run)) continue;
    for (const { 0: sign, index: from } of run.matchAll(/%[0-9a-f]{2}|\S/gi)) {
      const isCode = sign.length === 3;
      pieces.push(isCode ? String.fromCharCode(Number.parseInt(sign.slice(1), 16)) : sign);
      at.push(index + from);
    }
    pieces.push("\n");
    at.push(index + run.length);
  }
  at.push(text.length);
  return encodedSpans(inner(pieces.join("")), { at: Uint32Array.from(at) });
}

const isHex = (text: string, at: number): boolean => /^[0-9a-f]{4}$/i.test(text.slice(at, at + 4));

/** Spans of the decoded text, where they are in the text around it. */
export const encodedSpans = (spans: readonly Span[], { at }: Pick<Decoded, "at">): readonly Span[] =>
  spans.map(({ start, end, kind }) => ({ start: at[start] ?? 0, end: at[end] ?? 0, kind }));

// A text in quotes over several lines, as YAML folds what is longer than 80 letters: read as one line, with the way back.

export function foldedSpans(text: string, inner: (unfolded: string) => readonly Span[]): readonly Span[] {
  const found: Span[] = [];
  const opening = /[:-][ \t]{1,4}(["'])/g;
  for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
    const start = opening.lastIndex;
    const { end, folds } = endOf(text, start, match[1] ?? '"');
    opening.lastIndex = end;
    if (folds.length === 0 || end - start < shortest) continue;
    const folded = unfolded(text, start, end, folds, match[1] === '"');
    for (const span of encodedSpans(inner(folded.text), folded)) found.push(span);
  }
  return found;
}

/** Nobody folds less. */
const shortest = 40;

type Fold = Readonly<{ from: number; to: number }>;

/** The line end, its backslash and the margin of the next line. */
const fold = /\\?[ \t]{0,80}\n[ \t]{1,200}(?=\S)(\\(?= ))?/y;

/** Where the quote closes; the end of the line where the next one does not go on with the text. */
function endOf(
  text: string,
  start: number,
  quote: string,
): Readonly<{ end: number; folds: readonly Fold[] }> {
  const folds: Fold[] = [];
  const stops = quote === '"' ? /["\\\n]/g : /['\n]/g;
  stops.lastIndex = start;
  for (let at = stops.exec(text)?.index; at !== undefined; at = stops.exec(text)?.index) {
    fold.lastIndex = at;
    const isFold = text.charAt(at) !== quote && fold.test(text);
    if (isFold) {
      folds.push({ from: at, to: fold.lastIndex });
      stops.lastIndex = fold.lastIndex;
    } else if (text.charAt(at) === "\n") return { end: at, folds: [] };
    else if (text.charAt(at) === "\\" || text.startsWith("''", at)) stops.lastIndex = at + 2;
    else return { end: at, folds };
  }
  return { end: text.length, folds };
}

/** A fold stands for a space, behind a backslash for nothing. */
function unfolded(
  text: string,
  start: number,
  end: number,
  folds: readonly Fold[],
  escapes: boolean,
): Decoded {
  const pieces: Decoded[] = [];
  let from = start;
  for (const { from: at, to } of [...folds, { from: end, to: end }]) {
    pieces.push(escapes ? decodeString(text, from, at) : plain(text, from, at));
    if (at < end && text.charAt(at) !== "\\") pieces.push({ text: " ", at: Uint32Array.of(at, to) });
    from = to;
  }
  const at = new Uint32Array(pieces.reduce((sum, piece) => sum + piece.text.length, 1));
  let length = 0;
  for (const piece of pieces) {
    at.set(piece.at.subarray(0, piece.text.length), length);
    length += piece.text.length;
  }
  at[length] = end;
  return { text: pieces.map((piece) => piece.text).join(""), at };
}

const plain = (text: string, start: number, end: number): Decoded => ({
  text: text.slice(start, end),
  at: Uint32Array.from({ length: end - start + 1 }, (_, index) => start + index),
});
