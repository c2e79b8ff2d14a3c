// The texts of a language, out of its JSON files: ICU messages, each file read when it is first needed and each message
// when it is first said. `npm run messages` writes the types of all texts into `texts.ts`.
import { readFileSync } from "node:fs";
import { IntlMessageFormat } from "intl-messageformat";
import { lookUp } from "../../../core/text/look-up.ts";
import type { PlainFormats } from "./formats.ts";
import { type Catalogue, groups, topics } from "./texts.ts";

type Values = Readonly<Record<string, unknown>>;
export type Format = (value: unknown) => string | number;

/** Each is asked for anew for every value that is said, and costs more to make than all the rest of a message. */
function madeOnce<Options, Format>(make: (options?: Options) => Format) {
  const made = new Map<string, Format>();
  return (_: unknown, options?: Options): Format => {
    const key = JSON.stringify(options) ?? "";
    const format = made.get(key) ?? make(options);
    made.set(key, format);
    return format;
  };
}

/** Numbers stand as they are typed in commands and settings: 2000, not 2,000. */
const plainNumbers = (locale: string) => ({
  getNumberFormat: madeOnce(
    (options?: Intl.NumberFormatOptions) => new Intl.NumberFormat(locale, { ...options, useGrouping: false }),
  ),
  getDateTimeFormat: madeOnce(
    (options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locale, options),
  ),
  getPluralRules: madeOnce((options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locale, options)),
});

/** A part of a message, as the library reads it; a choice and a plural have options. */
type Part = {
  value: string;
  readonly type: number;
  readonly pluralType?: string;
  readonly options?: Record<string, { readonly value: Part[] }>;
};
const [literal, pound] = [0, 7];

/** These take a whole list; every other format says one value. */
const ofLists: ReadonlySet<string> = new Set<keyof PlainFormats>([
  ...(["and", "or", "list", "comma", "few", "count"] as const),
  ...(["eachAnd", "eachOr", "clauses", "semicolons", "unique", "two", "three"] as const),
  ...(["sentences", "dotted"] as const),
]);
/** These show what is no word of the language, or whole sentences: nothing around it depends on what it is. */
const ofNames: ReadonlySet<string> = new Set([
  ...[...ofLists, "first", "code", "utc", "second", "upper", "lower", "nameOf", "smallestRole"],
  ...["beyond", "found", "hints", "lowerFirst", "wayReason", "withoutStop"],
]);

/** `none` is what is missing or empty. A name that happens to be `none` is a name. */
function choice(value: unknown): string {
  if (value === undefined || value === null || value === "") return "none";
  if (Array.isArray(value)) return value.length === 0 ? "none" : "other";
  return value === "none" || value === "absent" ? "other" : String(value);
}

/** All values that a message names. A choice goes under a name of its own: what decides it may be shown as well. */
function valuesIn(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => {
    if (part.type === literal || part.type === pound) return [];
    const options = part.options ?? {};
    if (part.options !== undefined && part.pluralType === undefined) part.value += "?";
    const { absent } = options;
    if (absent !== undefined) {
      options.none = absent;
      delete options.absent;
    }
    return [part.value, ...Object.values(options).flatMap((option) => valuesIn(option.value))];
  });
}

type Language = Readonly<{
  locale: string;
  formatters: ReturnType<typeof plainNumbers>;
  formatOf: (name: string) => Format;
  /** Takes away the spaces that a message has around a name, where it got a word. */
  closeUp: (text: string) => string;
}>;

function formatted(name: string, values: Values, formatOf: Language["formatOf"]): string | number {
  const [field = "", ...formats] = name.replace("?", "").split("_");
  // What is missing may be named where another option is chosen.
  const value = formats.reduce<unknown>((before, each) => {
    if (before === null || before === undefined) return before;
    return Array.isArray(before) && !ofLists.has(each) ? before.map(formatOf(each)) : formatOf(each)(before);
  }, values[field]);
  if (name.endsWith("?")) return choice(value);
  return typeof value === "number" ? value : String(value ?? "");
}

/** `<` and `>` are letters: no message holds markup. */
function compile(
  icu: string,
  { locale, formatters, formatOf, closeUp }: Language,
): (values: Values) => string {
  const message = new IntlMessageFormat(icu, locale, undefined, {
    formatters,
    ignoreTag: true,
  });
  const names = [...new Set(valuesIn(message.getAst() as Part[]))];
  const hasWords = names.some((name) =>
    name
      .split("_")
      .slice(1)
      .some((format) => !ofNames.has(format)),
  );
  return (values) => {
    const said = names.map((name) => [name, formatted(name, values, formatOf)]);
    const text = String(message.format(Object.fromEntries(said)));
    return hasWords ? closeUp(text) : text;
  };
}

/** Braces in quotes are letters. */
const takesValues = (icu: string): boolean =>
  icu
    .replaceAll("''", "")
    .replace(/'[{}][^']*'/g, "")
    .includes("{");

/** A text without values is a string. One with values is made ready when it is first said. */
function readText(icu: string, language: Language): unknown {
  if (!/[{']/.test(icu)) return icu;
  if (!takesValues(icu)) return compile(icu, language)({});
  let made: ((values: Values) => string) | undefined;
  return (values: Values): string => {
    made ??= compile(icu, language);
    return made(values);
  };
}

/** Each made when it is first asked for. */
export function lazily<Name extends string, From, Made>(
  all: Readonly<Record<Name, From>>,
  make: (name: string, from: From) => Made,
): Readonly<Record<Name, Made>> {
  const made = {} as Record<Name, Made>;
  for (const name of Object.keys(all) as Name[])
    Object.defineProperty(made, name, {
      enumerable: true,
      configurable: true,
      get: () => {
        const value = make(name, all[name]);
        Object.defineProperty(made, name, { value });
        return value;
      },
    });
  return made;
}

type Tree = { readonly [name: string]: string | Tree };

const readTree = (tree: Tree, read: (leaf: string) => unknown): object =>
  lazily(tree, (_name, each) => (typeof each === "string" ? read(each) : readTree(each, read)));

/** Without its remarks. */
const readTopic = (folder: string, topic: string): Tree =>
  JSON.parse(readFileSync(new URL(`../${folder}/${topic}.json`, import.meta.url), "utf8"), (key, value) =>
    key.startsWith("//") ? undefined : value,
  );

/** Says an id, or a member of a union, by a group of texts. What is neither is a name, or was kept by a newer release. */
function formatByGroup(group: Readonly<Record<string, unknown>>): Format {
  const isOfIds = Object.values(group).every((text) => typeof text === "string");
  return (value) => {
    if (typeof value !== "object" || value === null)
      return isOfIds ? ((lookUp(group, String(value)) as string) ?? String(value)) : String(value);
    const { is, kind = is } = value as Readonly<Record<string, unknown>>;
    const text = group.each ?? lookUp(group, String(is ?? kind));
    return typeof text === "function" ? text(value) : String(text ?? is ?? kind);
  };
}

type Groups = Readonly<Record<string, unknown>>;

/** `formats`: how the language does each that is no group of texts. */
type Source = Omit<Language, "formatOf" | "formatters"> &
  Readonly<{ folder: string; formats: Map<string, Format> }>;

export function readCatalogue({ folder, formats, ...language }: Source): Catalogue {
  const groupAt = (place: readonly string[]): Groups =>
    place.reduce((group, name) => group[name] as Groups, catalogue as unknown as Groups);
  const formatOf = (name: string): Format => {
    const known = formats.get(name) ?? formatByGroup(groupAt(groups[name] ?? []));
    formats.set(name, known);
    return known;
  };
  const all = { ...language, formatters: plainNumbers(language.locale), formatOf };
  const catalogue = readTree(topics, (topic) =>
    readTree(readTopic(folder, topic), (icu) => readText(icu, all)),
  ) as Catalogue;
  return catalogue;
}
