// The text inside a JSON string, with the way back: where each of its characters stands in the text around it.
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

const isHex = (text: string, at: number): boolean => /^[0-9a-f]{4}$/i.test(text.slice(at, at + 4));

/** Spans of the decoded text, where they are in the text around it. */
export const encodedSpans = (spans: readonly Span[], { at }: Decoded): readonly Span[] =>
  spans.map(({ start, end, kind }) => ({ start: at[start] ?? 0, end: at[end] ?? 0, kind }));
