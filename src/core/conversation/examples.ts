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

// Examples as they are written: what a line names stands in braces, `restart {api} in {payments/} on {@prod-1}`: an object, its
// namespace, and a cluster.

export type ExamplePart = "none" | "name" | "namespace" | "cluster";

/** `line`: as somebody typed it. `marks`: where in it each begins. */
type Marked = Readonly<{
  line: string;
  marks: readonly Readonly<{ start: number; word: string; part: ExamplePart }>[];
}>;

const mark = /\{(@?)([A-Za-z0-9][\w.-]*)(\/?)\}/g;

export const plainOf = (example: string): string => example.replace(mark, "$2");

export function readMarked(example: string): Marked {
  let cut = 0;
  const marks = [...example.matchAll(mark)].map(({ 0: whole, 1: at, 2: word = "", 3: slash, index }) => {
    const start = index - cut;
    cut += whole.length - word.length;
    const part: ExamplePart = at === "@" ? "cluster" : slash === "/" ? "namespace" : "name";
    return { start, word: word.toLowerCase(), part };
  });
  return { line: plainOf(example), marks };
}
