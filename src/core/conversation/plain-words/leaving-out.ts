// "Without looking inside": words that want nothing sent into the cluster, whatever else the line asks.

import { once } from "../../text/once.ts";
import { en } from "./languages/en.ts";
import type { Language, Phrases } from "./languages/language.ts";
import type { Spoken } from "./languages/languages.ts";
import { edgesOf, matchPhrases } from "./match.ts";

/** What is typed in English is understood in every language. */
const phrasesOf: (language: Language) => Phrases = once((language) => [
  ...new Set([...language.leavesOut, ...en.leavesOut]),
]);

/** The line without these words, and whether it had any. */
export function takeLeavingOut({ language, line }: Spoken): Readonly<{ spoken: Spoken; leavesOut: boolean }> {
  const found = matchPhrases(line, phrasesOf(language), edgesOf(line, language), { words: 0 });
  if (found === null) return { spoken: { language, line }, leavesOut: false };
  const rest = line.filter((_, at) => !found.includes(at));
  return { spoken: { language, line: rest }, leavesOut: true };
}
