// The text inside a JSON string or a percent-encoded one, with the way back: where each of its characters stands in the text around it.
import type { Span } from "./span.ts";

export type Decoded = Readonly<{ text: string; at: Uint32Array }>;

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

/** What stands percent-encoded between white space and quotes, where it could hold an assignment or an address. */
export function percentSpans(text: string, inner: (decoded: string) => readonly Span[]): readonly Span[] {
  if (!/%(?:25){0,3}(?:3[abd]|26|40)/i.test(text)) return [];
  const found: Span[] = [];
  for (const { 0: run, index } of text.matchAll(/[^\s"'`<>\\]{1,4096}/g)) {
    if (!/%(?:25){0,3}(?:3[abd]|26|40)/i.test(run)) continue;
    const decoded = decodePercent(text, index, index + run.length);
    for (const span of encodedSpans(inner(decoded.text), decoded)) found.push(span);
  }
  return found;
}

function decodePercent(text: string, start: number, end: number): Decoded {
  const at = new Uint32Array(end - start + 1);
  const pieces: string[] = [];
  let from = start;
  while (from < end) {
    at[pieces.length] = from;
    const isCode =
      text.charAt(from) === "%" && /^[0-9a-f]{2}$/i.test(text.slice(from + 1, Math.min(end, from + 3)));
    pieces.push(
      isCode ? String.fromCharCode(Number.parseInt(text.slice(from + 1, from + 3), 16)) : text.charAt(from),
    );
    from += isCode ? 3 : 1;
  }
  at[pieces.length] = end;
  return { text: pieces.join(""), at };
}

const isHex = (text: string, at: number): boolean => /^[0-9a-f]{4}$/i.test(text.slice(at, at + 4));

/** Spans of the decoded text, where they are in the text around it. */
export const encodedSpans = (spans: readonly Span[], { at }: Decoded): readonly Span[] =>
  spans.map(({ start, end, kind }) => ({ start: at[start] ?? 0, end: at[end] ?? 0, kind }));
