// Words of any sentence: what the examples say again and again names nothing in a cluster.
import { once } from "../../text/once.ts";
import { examples, plainOf, readMarked } from "../examples.ts";
import { spelling } from "../plain-words/languages/known-words.ts";

/** In as many examples a word is no name, unless it is marked as one in some of them. */
const often = 3;
/** Of 1: so often, of all times that it stands there. */
const seldom = 0.15;

export const isOrdinary = (word: string): boolean => ordinary(examples).has(word);

/** Some example calls something so. */
export const isMarkedName = (word: string): boolean => marked(examples).has(word);

type Examples = typeof examples;

const marked = once((all: Examples): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { example } of all) {
    const named = readMarked(example).marks.filter(({ part }) => part !== "cluster");
    for (const word of new Set(named.map((each) => each.word))) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
});

const ordinary = once((all: Examples): ReadonlySet<string> => {
  const counts = new Map<string, number>();
  for (const { example } of all)
    for (const word of new Set(
      spelling(plainOf(example).toLowerCase()).match(/(?<![\w./-])[a-z]{2,30}(?![\w./-])/g),
    ))
      counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set(
    [...counts].flatMap(([word, count]) =>
      count >= often && (marked(all).get(word) ?? 0) <= count * seldom ? [word] : [],
    ),
  );
});
