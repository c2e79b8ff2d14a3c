// What is wrong with the texts of a language: not well formed, one too few or too many, or with other values in it than
// English has.
import { type Group, quotesMore, type Topics, type Use, usesIn } from "./read-texts.ts";

/** The form of a word may depend on a number or a choice in one language, and in another not. */
const shownIn = (uses: readonly Use[]): ReadonlySet<string> =>
  new Set(uses.flatMap((use) => (use.kind === "shown" ? [use.field] : [])));
const namedIn = (uses: readonly Use[]): ReadonlySet<string> => new Set(uses.map(({ field }) => field));

/** A state is a word and a shape; shapes are alike in every language. */
const shapeOf = (text: string): string => /^[✔✖▲●■…–?]/.exec(text)?.[0] ?? "";

const missingIn = (some: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
  [...some].filter((each) => !others.has(each));

function wellFormed(text: string): readonly string[] {
  if (quotesMore(text) || /'[<>#]/.test(text.replaceAll("''", "")))
    return ["an apostrophe before one of {}<># is written twice: ''"];
  try {
    usesIn(text);
    return [];
  } catch (error) {
    return [`not well formed: ${String(error)}`];
  }
}

/** Three small words one after the other: no name and no command. */
const isEnglish = (text: string): boolean => /(?:^|[ (“"])[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(text);

function differ(english: string, other: string): readonly string[] {
  const bad = wellFormed(other);
  if (bad.length > 0 || wellFormed(english).length > 0) return bad;
  const [here, there] = [usesIn(english), usesIn(other)];
  return [
    ...missingIn(shownIn(here), namedIn(there)).map((field) => `leaves out {${field}}`),
    ...missingIn(shownIn(there), namedIn(here)).map((field) => `adds {${field}}`),
    ...(english.trim() !== "" && other === "" ? ["is empty"] : []),
    ...(shapeOf(english) === shapeOf(other) ? [] : [`has not the shape ${shapeOf(english)}`]),
  ];
}

function groupFaults(english: Group, other: Group, at: string): readonly string[] {
  const all = new Set(
    [...Object.keys(english), ...Object.keys(other)].filter((key) => !key.startsWith("//")),
  );
  return [...all].flatMap((key): readonly string[] => {
    const [here, there] = [english[key], other[key]];
    const name = `${at} ${key}`;
    if (there === undefined) return [`${name} is missing`];
    if (here === undefined) return [`${name} is too many`];
    if (typeof here === "string" && typeof there === "string")
      return [
        ...differ(here, there),
        ...(english !== other && here === there && isEnglish(here) ? ["is still English"] : []),
      ].map((fault) => `${name} ${fault}`);
    if (typeof here === "string" || typeof there === "string") return [`${name} is of another kind`];
    return groupFaults(here, there, name);
  });
}

/** Of English itself: compared with itself, what is not well formed. */
export function faultsIn(english: Topics, other: Topics): readonly string[] {
  const topics = new Set([...english.keys(), ...other.keys()]);
  return [...topics].flatMap((topic) => {
    const [here, there] = [english.get(topic), other.get(topic)];
    if (there === undefined) return [`${topic}.json is missing`];
    if (here === undefined) return [`${topic}.json is too many`];
    return groupFaults(here, there, `${topic}.json`);
  });
}
