// "Why?": nothing but that, asked of the answer before.
import { en } from "./en/language.ts";
import type { Language } from "./language.ts";
import type { Spoken } from "./languages.ts";
import { once } from "./once.ts";
import { setOf, spelling } from "./words.ts";

const joined = (words: readonly string[]): string => words.join("");

/** What is typed in English is understood in every language. */
const linesOf: (language: Language) => ReadonlySet<string> = once(
  ({ why }) => new Set([...why, ...en.why].map((line) => joined(spelling(line).split(" ")))),
);

/** Chinese is parted into words by those that are known, so the line is compared without its spaces. */
export function isWhy({ language, line }: Spoken): boolean {
  const words = line.map(({ word }) => word).filter((word) => word !== "");
  const begin = words.findIndex((word) => !setOf(language.talk.opening).has(word));
  const end = words.findLastIndex((word) => !setOf(language.sentence.polite).has(word));
  return linesOf(language).has(joined(words.slice(Math.max(0, begin), end + 1)));
}
