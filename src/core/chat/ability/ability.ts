// What a line asks for, as people's own lines teach it: whoever wants the bot to understand a new way of asking adds a line to
// the examples of its language.
import de from "./examples/de.json" with { type: "json" };
import en from "./examples/en.json" with { type: "json" };
import zh from "./examples/zh.json" with { type: "json" };
import { type Learned, learn, type Ranked, rank } from "./learn.ts";

/** What may be asked for. Each language has examples of each. */
export type Ability = keyof typeof en;

type Examples = Readonly<Record<Ability, readonly string[]>>;
const languages: readonly Examples[] = [en, de, zh];

const isAbility = (label: string): label is Ability => Object.hasOwn(en, label);

/** It takes a second. */
export const learnAbilities = (): Learned<Ability> =>
  learn(
    languages.flatMap((each) =>
      Object.entries(each).flatMap(([label, lines]) =>
        isAbility(label) ? lines.map((line) => ({ line, label })) : [],
      ),
    ),
  );

let known: Learned<Ability> | null = null;

/** Learned elsewhere, from the same examples. */
export function know(learned: Learned<Ability>): void {
  known = learned;
}

/** The likeliest first. Learned here and now where nobody has before. */
export function abilitiesOf(line: string): readonly Ranked<Ability>[] {
  known ??= learnAbilities();
  return rank(line, known);
}
