// Judgement into words: what `core` hands on is an id of a union with its values, and a catalogue holds the words for
// each id. A new member of a union does not compile before the catalogue says it.

type Told = Readonly<{ is: string }>;

export type Says<It extends Told> = {
  readonly [Is in It["is"]]: (it: Extract<It, Readonly<{ is: Is }>>) => string;
};

/** What was kept as a sentence, before it was data, is said as it stands; an id that a newer version kept, by itself. */
export function say<It extends Told>(words: Says<It>, it: It | string): string {
  if (typeof it === "string") return it;
  // The key picks the words that take this one: TypeScript does not follow the link between the two.
  const known: Readonly<Record<string, ((it: It) => string) | undefined>> = words as never;
  return (Object.hasOwn(known, it.is) ? known[it.is]?.(it) : undefined) ?? it.is;
}
