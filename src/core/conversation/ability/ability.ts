// What a line asks for, as people's own lines teach it.
import { type Ability, examples, plainOf } from "../examples.ts";
import { featuresOf } from "./features.ts";
import { type Learned, learn, type Ranked, rank } from "./learn.ts";

export type { Ability };

/** It takes a second. */
export const learnAbilities = (): Learned<Ability> =>
  learn(
    examples.map(({ ability, example }) => ({
      features: () => featuresOf(plainOf(example)),
      label: ability,
    })),
  );

let known: Learned<Ability> | null = null;

/** Learned elsewhere, from the same examples. */
export function know(learned: Learned<Ability>): void {
  known = learned;
}

/** The likeliest first. Learned here and now where nobody has before. */
export function abilitiesOf(line: string): readonly Ranked<Ability>[] {
  known ??= learnAbilities();
  return rank(featuresOf(line), known);
}
