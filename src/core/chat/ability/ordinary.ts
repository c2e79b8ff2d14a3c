// Words of any sentence: what the examples say again and again names nothing in a cluster.
import { once } from "../plain/once.ts";
import { spelling } from "../plain/words.ts";
import de from "./examples/de.json" with { type: "json" };
import en from "./examples/en.json" with { type: "json" };
import names from "./examples/names.json" with { type: "json" };
import zh from "./examples/zh.json" with { type: "json" };

/** In as many examples a word is no name, unless it is one of those that the examples call something. */
const often = 3;

type Examples = Readonly<Record<string, readonly string[]>>;
const all: readonly Examples[] = [en, de, zh];

export const isOrdinary = (word: string): boolean => ordinary(all).has(word);

const ordinary = once((languages: readonly Examples[]): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const lines of languages.flatMap((each) => Object.values(each)))
    for (const line of lines)
      for (const word of new Set(spelling(line.toLowerCase()).match(/(?<![\w./-])[a-z]{2,30}(?![\w./-])/g)))
        counts.set(word, (counts.get(word) ?? 0) + 1);
  const called = new Set(names);
  return new Set([...counts].flatMap(([word, count]) => (count >= often && !called.has(word) ? [word] : [])));
});
