// Lines that people typed, each under what it asks for: whoever wants the bot to understand a new way of asking adds one to its
// language.
import de from "./examples/de.json" with { type: "json" };
import en from "./examples/en.json" with { type: "json" };
import zh from "./examples/zh.json" with { type: "json" };

/** What may be asked for. Each language has examples of each. */
export type Ability = keyof typeof en;

const languages: readonly Readonly<Record<Ability, readonly string[]>>[] = [en, de, zh];

const isAbility = (label: string): label is Ability => Object.hasOwn(en, label);

/** `example`: with its marks. */
export const examples: readonly Readonly<{ ability: Ability; example: string }>[] = languages.flatMap(
  (each) =>
    Object.entries(each).flatMap(([label, lines]) =>
      isAbility(label) ? lines.map((example) => ({ ability: label, example })) : [],
    ),
);
