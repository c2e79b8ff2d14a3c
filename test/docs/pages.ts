// The documents as Markdown is read: their links, places, tables and blocks.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, normalize } from "node:path";

type Token = Readonly<{
  type: string;
  tag: string;
  info: string;
  content: string;
  map: readonly [number, number] | null;
  children: readonly Token[] | null;
  attrGet: (name: string) => string | null;
}>;
type Markdown = Readonly<{ parse: (text: string, env: object) => readonly Token[] }>;
type MakesMarkdown = (options: Readonly<{ html: boolean }>) => Markdown;

const makesMarkdown: MakesMarkdown = createRequire(import.meta.url)("markdown-it");
const markdown = makesMarkdown({ html: true });

export type Page = Readonly<{ path: string; text: string; tokens: readonly Token[] }>;
/** A block of code; `line` is that of its fence. */
export type Block = Readonly<{ path: string; line: number; language: string; lines: readonly string[] }>;
export type Table = Readonly<{
  heading: string;
  head: readonly string[];
  rows: readonly (readonly string[])[];
}>;

export function pageOf(path: string): Page {
  const text = readFileSync(path, "utf8");
  return { path, text, tokens: markdown.parse(text, {}) };
}

const markdownIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join(folder, name));

export const pages: readonly Page[] = [
  ...["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "SECURITY.md", "simulator/README.md"],
  ...markdownIn("docs"),
].map(pageOf);

/** Without those that `npm run findings` writes: their lines are run by test/e2e/fixes.test.ts. */
export const writtenByHand: readonly Page[] = pages.filter(({ path }) => !path.startsWith("docs/findings/"));

/** With what is inside of paragraphs, cells and headings. */
const inlines = ({ tokens }: Page): readonly Token[] => tokens.flatMap(({ children }) => children ?? []);

/** As Git servers make an address of a heading. */
export const placeOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");

const plain = ({ children }: Token): string =>
  (children ?? []).map(({ type, content }) => (type === "html_inline" ? "" : content)).join("");

export const headings = ({ tokens }: Page): readonly string[] =>
  tokens.flatMap((token, at) => (tokens[at - 1]?.type === "heading_open" ? [plain(token)] : []));

/** All places on a page that a link can lead to. */
export const placesOn = (page: Page): ReadonlySet<string> =>
  new Set([
    ...headings(page).map(placeOf),
    ...[...page.text.matchAll(/<a id="([^"]+)">/g)].map(([, id = ""]) => id),
  ]);

/** What links and pictures lead to in this repository. */
export const linksOn = (page: Page): readonly string[] =>
  inlines(page)
    .flatMap((token) => token.attrGet(token.type === "image" ? "src" : "href") ?? [])
    .filter((to) => !/^(?:https?|mailto):/.test(to));

/** A link's file, from the root of the repository, and the place in it. */
export function leadsTo({ path }: Page, link: string): Readonly<{ file: string; place: string }> {
  const [to = "", place = ""] = link.split("#");
  return { file: to === "" ? path : normalize(join(dirname(path), to)).replace(/\/$/, ""), place };
}

export const codeOn = (page: Page): readonly string[] =>
  inlines(page).flatMap(({ type, content }) => (type === "code_inline" ? [content] : []));

export const blocksOn = ({ path, tokens }: Page): readonly Block[] =>
  tokens.flatMap(({ type, info, content, map }) =>
    type === "fence"
      ? [{ path, line: (map?.[0] ?? 0) + 1, language: info.trim(), lines: content.trimEnd().split("\n") }]
      : [],
  );

/** Each table with the heading above it, its cells as they are written. */
export function tablesOn({ tokens }: Page): readonly Table[] {
  let heading = "";
  let cells: string[][] = [];
  const tables: Table[] = [];
  tokens.forEach((token, at) => {
    const before = tokens[at - 1]?.type;
    if (before === "heading_open") heading = plain(token);
    if (token.type === "table_open") cells = [];
    if (token.type === "tr_open") cells.push([]);
    if (before === "th_open" || before === "td_open") cells.at(-1)?.push(token.content);
    if (token.type === "table_close") tables.push({ heading, head: cells[0] ?? [], rows: cells.slice(1) });
  });
  return tables;
}

/** Without the signs of code. */
export const bare = (cell: string): string => cell.replaceAll("`", "");
