// How the texts of a language differ from the English ones where they must not: a text too few or too many, one that is
// empty, of another kind or with another shape before it, a value that it leaves out, adds, or does not depend on.
import { type Path, type Told, tell } from "./recorded.ts";

type Text = (...values: never[]) => unknown;
type Group = Readonly<Record<string, unknown>>;

/** What values may be besides, in texts of one file: what the code there compares them with. */
export type Literals = Readonly<Record<string, readonly unknown[]>>;

const kindOf = (texts: unknown): string =>
  Array.isArray(texts) ? "list" : texts === null ? "null" : typeof texts;
const isText = (texts: unknown): texts is Text => typeof texts === "function";
const isGroup = (texts: unknown): texts is Group => typeof texts === "object" && texts !== null;

/** State is a word and a shape; shapes are alike in every language. */
const shapeOf = (said: string | null): string => /^[✔✖▲●■…–?]/.exec(said ?? "")?.[0] ?? "";

const usual: readonly unknown[] = [null, undefined, true, false, "", 0, 1, 2, []];

/** A number or a list may be told in one language by the form of a word, and in another not at all. */
const isPlural = (value: unknown): boolean => typeof value === "number" || Array.isArray(value);

const missingIn = (some: ReadonlySet<string>, others: ReadonlySet<string>): readonly string[] =>
  [...some].filter((each) => !others.has(each));

function differOnce(english: Told, other: Told): readonly string[] {
  if (english.said === null) return [];
  if (other.said === null) return ["fails"];
  const shape = shapeOf(english.said);
  return [
    ...missingIn(english.shown, other.shown).map((path) => `leaves out ${path}`),
    ...missingIn(other.shown, english.shown).map((path) => `adds ${path}`),
    ...(english.said.trim() !== "" && other.said === "" ? ["is empty"] : []),
    ...(shape === shapeOf(other.said) ? [] : [`has not the shape ${shape}`]),
  ];
}

/** Of each table of English in which a text has to find its value, one key. */
const keys = ["cluster", "expired", "creating", "automatic", "health"];

const found = new WeakMap<Text, ReadonlyMap<Path, unknown> | null>();

/** Searched once: each language is compared with the same texts. */
export function basisOf(text: Text): ReadonlyMap<Path, unknown> | null {
  const known = found.get(text);
  if (known !== undefined) return known;
  const basis = findBasis(text);
  found.set(text, basis);
  return basis;
}

/** The values with which a text can be called at all: as they come, or with one of them, or two, as something else. */
function findBasis(text: Text): ReadonlyMap<Path, unknown> | null {
  const fits = (set: ReadonlyMap<Path, unknown>): boolean => tell(text, set).said !== null;
  const isWhole = (set: ReadonlyMap<Path, unknown>): boolean => {
    const { said } = tell(text, set);
    return said !== null && !/\bundefined\b/.test(said);
  };
  const wider = (set: ReadonlyMap<Path, unknown>) =>
    [...tell(text, set).read].flatMap((path) =>
      [...usual, ...keys].map((value): ReadonlyMap<Path, unknown> => new Map([...set, [path, value]])),
    );
  const as: ReadonlyMap<Path, unknown> = new Map();
  if (isWhole(as)) return as;
  const one = wider(as);
  return one.find(isWhole) ?? [as, ...one].find(fits) ?? one.flatMap(wider).find(fits) ?? null;
}

/** A value that English expects to be missing. Any other may be of a kind that it never is. */
const isMissing = (value: unknown, said: string): boolean =>
  (value === null || value === undefined) && !/null|undefined/.test(said);

/** With every value as it comes, and with each of them as something else. */
function differInValues(
  english: Text,
  other: Text,
  basis: ReadonlyMap<Path, unknown>,
  literals: readonly unknown[],
): readonly string[] {
  const [plain, otherPlain] = [tell(english, basis), tell(other, basis)];
  const found = new Set(differOnce(plain, otherPlain));
  const read = new Set(plain.read);
  for (const path of read)
    for (const value of [...usual, ...literals]) {
      const set = new Map([...basis, [path, value]]);
      const told = tell(english, set);
      if (told.said === null) continue;
      const otherTold = tell(other, set);
      for (const each of told.read) read.add(each);
      if (otherTold.way !== told.way && !isMissing(value, told.said)) continue;
      for (const each of differOnce(told, otherTold)) found.add(each);
      const isCondition = told.shown.has(path) === plain.shown.has(path) && !isPlural(value);
      if (isCondition && told.said !== plain.said && otherTold.said === otherPlain.said)
        found.add(`says the same whatever ${path} is`);
    }
  return [...found];
}

/** `done`: of each English text, those that it was compared with. */
type Compare = Readonly<{ literals: Literals; done: Map<Text, Set<Text>> }>;

function differ(
  english: unknown,
  other: unknown,
  at: readonly string[],
  compare: Compare,
): readonly string[] {
  const name = at.join(" ");
  if (kindOf(english) !== kindOf(other))
    return [`${name} is ${kindOf(other)}, and ${kindOf(english)} in English`];
  if (isText(english) && isText(other)) {
    // One file hands on what another says.
    const others = compare.done.get(english) ?? new Set();
    if (others.has(other)) return [];
    compare.done.set(english, others.add(other));
    const basis = basisOf(english);
    if (basis === null) return [];
    const literals = compare.literals[at[0] ?? ""] ?? [];
    return differInValues(english, other, basis, literals).map((each) => `${name} ${each}`);
  }
  if (typeof english === "string" && typeof other === "string") {
    const plain = (said: string): Told => ({ said, way: 0, shown: new Set(), read: new Set() });
    return differOnce(plain(english), plain(other)).map((each) => `${name} ${each}`);
  }
  if (!isGroup(english) || !isGroup(other)) return [];
  const has = (texts: Group) => (key: string) => Object.hasOwn(texts, key);
  const names = Object.keys(english);
  return [
    ...names.filter((key) => !has(other)(key)).map((key) => `${[...at, key].join(" ")} is missing`),
    ...Object.keys(other)
      .filter((key) => !has(english)(key))
      .map((key) => `${[...at, key].join(" ")} is too many`),
    ...names.filter(has(other)).flatMap((key) => differ(english[key], other[key], [...at, key], compare)),
  ];
}

/** Of two languages, by file and name. `done` is what needs no second comparison, and gets what was compared. */
export const differences = (
  english: Group,
  other: Group,
  literals: Literals = {},
  done: Compare["done"] = new Map(),
): readonly string[] => differ(english, other, [], { literals, done });

/** Three small words one after the other: no name and no command. */
const isEnglish = (said: string): boolean => /(?:^|[ (“"])[a-z]{2,} [a-z]{2,} [a-z]{2,}/.test(said);

const saidBy = (text: unknown): string | null => {
  if (typeof text === "string") return text;
  const basis = isText(text) ? basisOf(text) : null;
  return basis === null ? null : tell(text as Text, basis).said;
};

/** Which sentences of another language are the English ones. */
export function stillEnglish(
  english: unknown,
  other: unknown,
  at: readonly string[] = [],
): readonly string[] {
  if (isGroup(english) && isGroup(other))
    return Object.keys(english).flatMap((key) => stillEnglish(english[key], other[key], [...at, key]));
  const said = saidBy(english);
  return said !== null && isEnglish(said) && said === saidBy(other) ? [at.join(" ")] : [];
}
