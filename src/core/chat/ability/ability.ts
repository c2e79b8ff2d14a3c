// What a line asks for, as people's own lines teach it: whoever wants the bot to understand a new way of asking adds a line to
// the examples of its language.
import { once } from "../plain/once.ts";
import de from "./examples/de.json" with { type: "json" };
import en from "./examples/en.json" with { type: "json" };
import zh from "./examples/zh.json" with { type: "json" };
import { learn, type Ranked } from "./learn.ts";

/** What may be asked for. Each language has examples of each. */
export type Ability = keyof typeof en;

type Examples = Readonly<Record<Ability, readonly string[]>>;
const languages: readonly Examples[] = [en, de, zh];

const isAbility = (label: string): label is Ability => Object.hasOwn(en, label);

const learned = once((examples: readonly Examples[]) =>
  learn(
    examples.flatMap((each) =>
      Object.entries(each).flatMap(([label, lines]) =>
        isAbility(label) ? lines.map((line) => ({ line, label })) : [],
      ),
    ),
  ),
);

/** The likeliest first. */
export const abilitiesOf = (line: string): readonly Ranked<Ability>[] => learned(languages)(line);
