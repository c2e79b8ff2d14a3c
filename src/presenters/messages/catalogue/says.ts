// Judgement into words: what `core` hands on is an id of a union with its values, and a catalogue holds the words for
// each id. A new member of a union does not compile before the catalogue says it.
import { lookUp } from "../../../core/text/look-up.ts";

type Told = Readonly<{ is: string }>;

/** Words that take no value are a text. `More`: what else the words take, beside the values of the id. */
export type Says<It extends Told, More extends readonly unknown[] = []> = {
  readonly [Is in It["is"]]: string | ((it: Extract<It, Readonly<{ is: Is }>>, ...more: More) => string);
};

/** A name is said as it stands; an id that a newer release kept, by itself. */
export function say<It extends Told, More extends readonly unknown[]>(
  words: Says<It, More>,
  it: It | string,
  ...more: More
): string {
  if (typeof it === "string") return it;
  // The key picks the words that take this one: TypeScript does not follow the link between the two.
  const said = lookUp<string | ((it: It, ...more: More) => string)>(words as never, it.is);
  return (typeof said === "function" ? said(it, ...more) : said) ?? it.is;
}

/** Each once: what differs may read alike. */
export const sayEach = <It extends Told>(
  words: Says<It>,
  all: readonly (It | string)[],
): readonly string[] => [...new Set(all.map((it) => say(words, it)))];
