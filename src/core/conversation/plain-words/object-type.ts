// What a look is at: the type, the namespace, the object, and flags as kubectl has them.
import { takesNextWord } from "../../command/grammar/flag-values.ts";
import { findResource } from "../../command/grammar/resources.ts";
import { once } from "../../text/once.ts";
import { setOf, spelling } from "./languages/known-words.ts";
import type { Language, LookWords } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import { isOneOf } from "./match.ts";

type Words = readonly LineWord[];

export const has = (words: Words, { look }: Language, kind: keyof LookWords): boolean => {
  const list = look[kind];
  return typeof list === "string" && words.some((each) => isOneOf(each, setOf(list)));
};

/** Flags with their values, apart from the other words. */
export function flagsIn(words: Words): readonly [readonly string[], Words] {
  const flags: string[] = [];
  const bare: LineWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (!word.raw.startsWith("-")) {
      bare.push(word);
      continue;
    }
    flags.push(word.raw);
    if (takesNextWord(word.raw)) {
      at += 1;
      flags.push(words[at]?.raw ?? "");
    }
  }
  return [flags, bare];
}

/** `-n shop`, as in a command. */
export const spaceIn = (flags: readonly string[]): string | null =>
  flags.find((_, at) => flags[at - 1] === "-n" || flags[at - 1] === "--namespace") ?? null;

const ownTypes = once(
  ({ look }: Language) => new Map(Object.entries(look.types).map(([word, type]) => [spelling(word), type])),
);

/** The type that a word names, by kubectl's names for it or the language's; null where it names none. */
export function typeOf(word: string, language: Language): string | null {
  const own = ownTypes(language).get(word);
  if (own !== undefined) return own;
  if (setOf(language.look.noTypes).has(word) || setOf(language.look.namespaces).has(word)) return null;
  return (findResource(word) ?? findResource(word.replace(/s$/, "")))?.name ?? null;
}

export const typeOrSlip = ({ word, slips }: LineWord, language: Language): string | null =>
  [word, ...slips].map((each) => typeOf(each, language)).find((type) => type !== null) ?? null;

export function typesIn(words: Words, language: Language): readonly string[] {
  const found = words.flatMap((each) => typeOrSlip(each, language) ?? []);
  // `pods in all namespaces`
  const types = found.filter((type) => type !== "namespaces" || new Set(found).size === 1);
  if (types.length > 0 || has(words, language, "logs"))
    return types.filter((type) => type !== "events" || types.length === 1);
  return has(words, language, "spaces") ? ["namespaces"] : [];
}
