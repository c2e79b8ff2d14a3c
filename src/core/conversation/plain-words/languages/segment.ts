// Chinese is written without spaces: the longest words that are known, and what stands between them.

import { once } from "../../../text/once.ts";
import { allWords } from "./known-words.ts";
import type { Language } from "./language.ts";

export type Piece = Readonly<{ start: number; end: number }>;

const han = /\p{Script=Han}/u;
/** What is written in other letters, with what belongs to a name or an address; a command in quotes stays whole. */
const other = /`[^`]*`|@?[^\s\p{Script=Han},;!?()"'`]+/uy;

const longestOf: (language: Language) => number = once((language) =>
  Math.max(...[...allWords(language)].filter((word) => han.test(word)).map((word) => word.length)),
);

export const isHan = (text: string): boolean => han.test(text);

/** Where the words stand; what is unknown is one word as far as it goes. */
export function segment(text: string, language: Language): readonly Piece[] {
  const pieces: Piece[] = [];
  let unknown = -1;
  const add = (start: number, end: number) => {
    if (unknown !== -1) pieces.push({ start: unknown, end: start });
    unknown = -1;
    if (end > start) pieces.push({ start, end });
  };
  for (let at = 0; at < text.length; ) {
    if (!han.test(text[at] ?? "")) {
      other.lastIndex = at;
      const length = other.exec(text)?.[0].length ?? 0;
      add(at, at + length);
      at += Math.max(1, length);
      continue;
    }
    const length = knownAt(text, at, language);
    if (length > 0) add(at, at + length);
    else if (unknown === -1) unknown = at;
    at += Math.max(1, length);
  }
  add(text.length, text.length);
  return pieces;
}

function knownAt(text: string, at: number, language: Language): number {
  const words = allWords(language);
  for (let length = longestOf(language); length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    if (word.length === length && words.has(word) && han.test(word[0] ?? "")) return length;
  }
  return 0;
}
