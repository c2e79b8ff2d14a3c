// Examples for patterns, and for two of them at once: what one rule allows and another closes may lie where they meet.
import { matchesGlob } from "../../text/glob.ts";
import { other } from "./difference.ts";

/** In names of examples: no pattern that people write holds it. */
export const fresh = "q7x";

export const exampleOf = (pattern: string): string => pattern.replaceAll("*", fresh);

export const pairsOf = <Item>(all: readonly Item[]): readonly (readonly [Item, Item])[] =>
  all.flatMap((one, at) => all.slice(at + 1).map((another) => [one, another] as const));

/** For each two of which neither's own example fits the other: one that fits both, where there is one. */
export function overlapsOf(patterns: readonly string[]) {
  return pairsOf(patterns).flatMap(([a, b]) => {
    const value = exampleOfBoth(a, b);
    if (value === null || value === exampleOf(a) || value === exampleOf(b)) return [];
    return [{ label: value.replaceAll(fresh, other), value, both: [a, b] as const }];
  });
}

/** What fits both, the example of one of them where it does; null where nothing was found. */
export function exampleOfBoth(a: string, b: string): string | null {
  const [[start = "", ...inA], [begin = "", ...inB]] = [a.split("*"), b.split("*")];
  const [last = "", end = ""] = [inA.pop(), inB.pop()];
  const met = [longer(start, begin), ...inA, ...inB, longer(last, end)].join(fresh);
  const fitsBoth = (text: string) => [a, b].every((pattern) => matchesGlob(pattern, text));
  return [exampleOf(b), exampleOf(a), met].find(fitsBoth) ?? null;
}

const longer = (a: string, b: string): string => (b.length > a.length ? b : a);
