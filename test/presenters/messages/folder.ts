// A language as its translator sees it: the files of its folder, with what each says.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parseSync } from "@swc/core";
import { IntlMessageFormat } from "intl-messageformat";
import { type Group, readTopics } from "../../../scripts/messages/read-texts.ts";

const root = join(import.meta.dirname, "../../../src/presenters/messages");

export type Folder = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** What has a folder here that counts and lists in a way of its own. */
export const folders = (): readonly string[] =>
  readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(root, entry.name, "words.ts")))
    .map(({ name }) => name)
    .toSorted();

const filesOf = (language: string): readonly string[] =>
  readdirSync(join(root, language), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .toSorted();

/** By file. How a language counts and lists is no text: a language may have more of these ways, or fewer. */
export async function readFolder(language: string): Promise<Folder> {
  const files = filesOf(language).filter((file) => file !== "words.ts");
  const read = files.map(async (file) => [file, { ...(await import(join(root, language, file))) }] as const);
  return Object.fromEntries(await Promise.all(read));
}

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === "object" && value !== null;
const isLiteral = (node: unknown): node is Readonly<{ value: string | number }> =>
  isNode(node) && (node.type === "StringLiteral" || node.type === "NumericLiteral");

/** What the code of a file compares its values with. */
function comparedIn(code: string): readonly unknown[] {
  const found = new Set<unknown>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) for (const each of value) look(each);
    if (!isNode(value) || Array.isArray(value)) return;
    const sides = value.type === "BinaryExpression" ? [value.left, value.right] : [];
    for (const side of value.type === "SwitchCase" ? [value.test] : sides)
      if (isLiteral(side)) found.add(side.value);
    for (const each of Object.values(value)) look(each);
  };
  look(parseSync(code, { syntax: "typescript" }).body);
  return [...found];
}

/** By file, of English. */
export const comparedInEnglish = (): Readonly<Record<string, readonly unknown[]>> =>
  Object.fromEntries(
    filesOf("en").map((file) => [file, comparedIn(readFileSync(join(root, "en", file), "utf8"))]),
  );

function textsIn(value: unknown): readonly string[] {
  if (!isNode(value)) return [];
  const isText = value.type === "StringLiteral" || value.type === "TemplateElement";
  return [...(isText ? [String(value.value ?? value.raw)] : []), ...Object.values(value).flatMap(textsIn)];
}

/** The letters of a message, without its values. */
const lettersIn = (part: unknown): readonly string[] => {
  if (Array.isArray(part)) return part.flatMap(lettersIn);
  if (!isNode(part)) return [];
  const isLetters = part.type === 0 && typeof part.value === "string";
  return isLetters ? [String(part.value)] : Object.values(part).flatMap(lettersIn);
};

function textsInGroup(group: Group): readonly string[] {
  return Object.entries(group).flatMap(([key, text]) => {
    if (key.startsWith("//")) return [];
    if (typeof text !== "string") return textsInGroup(text);
    return lettersIn(new IntlMessageFormat(text, "en", undefined, { ignoreTag: true }).getAst());
  });
}

/** Every text that stands in the files of a language, without its values. */
export const textsOf = (language: string): readonly string[] => [
  ...filesOf(language).flatMap((file) =>
    textsIn(parseSync(readFileSync(join(root, language, file), "utf8"), { syntax: "typescript" }).body),
  ),
  ...[...readTopics(pathToFileURL(`${join(root, language)}/`)).values()].flatMap(textsInGroup),
];

/** What a file takes of another language beside its types: that would be said in that language. */
export const borrowedIn = (code: string, language: string): readonly string[] =>
  parseSync(code, { syntax: "typescript" }).body.flatMap((each) => {
    if (each.type !== "ImportDeclaration" || each.typeOnly) return [];
    const [, from = language] = /(?:^|\/)(en|de|zh)(?:\/|\.ts$)/.exec(each.source.value) ?? [];
    return from === language ? [] : [each.source.value];
  });

/** In all files of a language. */
export const borrowed = (language: string): readonly string[] =>
  [`${language}.ts`, ...filesOf(language).map((file) => join(language, file))].flatMap((file) =>
    borrowedIn(readFileSync(join(root, file), "utf8"), language),
  );
