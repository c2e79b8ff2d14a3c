// The types of all texts, and what the product needs to know to read them: `src/presenters/messages/catalogue/texts.ts`.
import { type Group, type Topics, type Use, usesIn } from "./read-texts.ts";
import { valueType } from "./value-types.ts";

const inCamelCase = (name: string): string =>
  name.replace(/-(.)/g, (_dash, letter: string) => letter.toUpperCase());

const pathOf = (names: readonly string[]): string =>
  `Catalogue${names.map((name) => `[${JSON.stringify(name)}]`).join("")}`;

const isGroupOfTexts = (group: Group): boolean => {
  const all = Object.entries(group).filter(([key]) => !key.startsWith("//"));
  return all.length > 0 && all.every(([, text]) => typeof text === "string");
};

/** All groups that a value can be said by: their places, by their last name. One with a title is a card, and no word. */
export function groupsIn(topics: Topics): ReadonlyMap<string, readonly (readonly string[])[]> {
  const found = new Map<string, (readonly string[])[]>();
  const look = (group: Group, at: readonly string[]): void => {
    const name = at.at(-1) ?? "";
    if (isGroupOfTexts(group) && !("title" in group)) found.set(name, [...(found.get(name) ?? []), at]);
    for (const [key, each] of Object.entries(group))
      if (typeof each !== "string" && !key.startsWith("//")) look(each, [...at, key]);
  };
  for (const [topic, group] of topics) look(group, topic.split("/").map(inCamelCase));
  return found;
}

/** At one place: what each language says there; English first. */
type Texts = readonly (string | Group | undefined)[];

const fieldsOf = (uses: readonly Use[]): readonly string[] => [...new Set(uses.map(({ field }) => field))];

export type Write = Readonly<{
  places: ReadonlyMap<string, readonly (readonly string[])[]>;
  used: Map<string, readonly string[]>;
  faults: string[];
}>;

/** None for a format that is code: whether there is one, the compiler says. */
function placeOf(format: string, { places, used, faults }: Write, at: string): string | undefined {
  const [place, ...others] = places.get(format) ?? [];
  if (others.length > 0) faults.push(`${at}: several groups of texts are named "${format}"`);
  if (place !== undefined) used.set(format, place);
  return place === undefined ? undefined : pathOf(place);
}

function messageType(texts: Texts, at: string, write: Write): string {
  const uses = texts.flatMap((text) => (typeof text === "string" ? usesIn(text) : []));
  const fields = fieldsOf(uses).map((field) => {
    const ofField = uses.filter((use) => use.field === field);
    const found = valueType(ofField, (format) => placeOf(format, write, at));
    if (found === null) write.faults.push(`${at}: {${field}} is used as two kinds of value`);
    return `${field}${found?.isOptional ? "?" : ""}: ${found?.type ?? "never"}`;
  });
  return fields.length === 0 ? "string" : `Message<{ ${fields.join("; ")} }>`;
}

function groupType(texts: Texts, at: readonly string[], write: Write): readonly string[] {
  const [english] = texts;
  if (typeof english !== "object") return [];
  const indent = "  ".repeat(at.length + 1);
  const notes = Object.entries(english).filter(([key]) => key.startsWith("//"));
  return Object.entries(english).flatMap(([key, text]) => {
    if (key.startsWith("//")) return [];
    const name = /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
    const note = notes.find(([about]) => about.slice(2).trim() === key)?.[1];
    const said = texts.map((group) => (typeof group === "object" ? group[key] : undefined));
    const head = typeof note === "string" ? [`${indent}/** ${note} */`] : [];
    if (typeof text === "string")
      return [...head, `${indent}readonly ${name}: ${messageType(said, [...at, key].join(" "), write)};`];
    return [...head, `${indent}readonly ${name}: {`, ...groupType(said, [...at, key], write), `${indent}};`];
  });
}

/** Topics in folders are in groups. */
function treeOf(topics: ReadonlyMap<string, string | Group>): Group {
  const root: Record<string, unknown> = {};
  for (const [topic, leaf] of topics) {
    const names = topic.split("/").map(inCamelCase);
    const last = names.pop() ?? "";
    let at = root;
    for (const name of names) {
      at[name] ??= {};
      at = at[name] as Record<string, unknown>;
    }
    at[last] = leaf;
  }
  return root as Group;
}

const literal = (tree: Group, indent = "  "): readonly string[] =>
  Object.entries(tree).flatMap(([name, leaf]) =>
    typeof leaf === "string"
      ? [`${indent}${name}: ${JSON.stringify(leaf)},`]
      : [`${indent}${name}: {`, ...literal(leaf, `${indent}  `), `${indent}},`],
  );

/** `faults`: what no type can be written for. */
export function textsFile(
  languages: readonly Topics[],
): Readonly<{ text: string; faults: readonly string[] }> {
  const [english = new Map()] = languages;
  const write: Write = { places: groupsIn(english), used: new Map(), faults: [] };
  const types = groupType(languages.map(treeOf), [], write);
  const uses = ["Formatted", "Message", "Said", "Text", "Texts"].filter((name) =>
    types.some((line) => new RegExp(`\\b${name}\\b`).test(line.replace(/\/\*.*/, ""))),
  );
  const used = [...write.used].toSorted(([one], [other]) => (one < other ? -1 : 1));
  const text = [
    "// Written by `npm run messages` out of the JSON files of all languages: which texts there are, and what each takes.",
    `import type { ${uses.join(", ")} } from "./formats.ts";`,
    "",
    "/** Each a file of every language. */",
    "export const topics = {",
    ...literal(treeOf(new Map([...english.keys()].map((topic) => [topic, topic])))),
    "};",
    "",
    "/** Groups of texts that a message names as a format: where each stands. */",
    "export const groups: Readonly<Record<string, readonly string[]>> = {",
    ...used.map(([name, place]) => `  ${JSON.stringify(name)}: ${JSON.stringify(place)},`),
    "};",
    "",
    "export interface Catalogue {",
    ...types,
    "}",
    "",
  ];
  return { text: text.join("\n"), faults: write.faults };
}
