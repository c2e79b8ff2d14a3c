// Which flags take the next word for their value, whatever the verb.
import { everyVerbFlags } from "./flags.ts";
import { verbs } from "./verbs.ts";

const specs = [...everyVerbFlags, ...verbs.flatMap(({ flags }) => flags)];
const valued = specs.filter(({ value }) => value !== undefined);
const switches = specs.filter(({ value }) => value === undefined);
/** A name that is a switch for another verb counts as one: a word too many is better than one too few. */
const long = new Set(valued.map((spec) => `--${spec.long}`));
const short = new Set(valued.flatMap((spec) => spec.short ?? []));
for (const spec of switches) {
  long.delete(`--${spec.long}`);
  if (spec.short !== undefined) short.delete(spec.short);
}

/** `word` begins with a dash. Switches may share one dash; the first flag with a value takes the rest, or the next word. */
export function takesNextWord(word: string): boolean {
  if (word.startsWith("--")) return long.has(word);
  const letters = [...word.slice(1)];
  const first = letters.findIndex((letter) => short.has(letter));
  return first !== -1 && first === letters.length - 1;
}
