// A text in quotes over several lines, as YAML folds what is longer than 80 letters: read as one line, with the way back.
import { decodeString, encodedSpans } from "./decode.ts";
import type { Decoded, Span } from "./span.ts";

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
