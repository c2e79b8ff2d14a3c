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
