// A card as text, for golden files: what a person reads, one line an element, and what a press sends. Sizes and spaces
// between elements are left out: they stand in the templates.
import type { Presented } from "../../src/presenters/card/presented.ts";

type Node = Readonly<Record<string, unknown>>;
type Lines = readonly string[];

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly Node[] => (Array.isArray(value) ? value.filter(isNode) : []);
const wordsOf = (...parts: readonly unknown[]): string =>
  parts.filter((part) => typeof part === "string" && part !== "").join(" ");

/** Where a diagnosis lists all checks. */
const listsChecks = ({ id }: Node): boolean => id === "details";

/** Of that list: its groups, and what does not pass. How many pass, and which, changes with each new finding. */
const withoutPasses = (lines: Lines): Lines =>
  lines.flatMap((line) => {
    const [, group, fault] = /^ *(?:(\S \*\*.+\*\*) .*|((?:[\w.,\- ]+: )?[✖▲■] .*))$/.exec(line) ?? [];
    return group ?? fault ?? [];
  });

const LOCAL = /\{\{DATE\(([\d-]+)T(\d\d:\d\d):00Z,SHORT\)\}\} \{\{TIME\(\1T\2:00Z\)\}\}/g;

/** A time that the reader's client writes in its own zone and words, as if that were UTC. */
export const asInUtc = (text: string): string =>
  text.replace(LOCAL, "$1 $2 UTC").replace(/\{\{TIME\([\d-]+T(\d\d:\d\d):00Z\)\}\}/g, "$1 UTC");

/** Lines of a text stay lines; what no editor shows is written out. */
const linesOf = (text: unknown): Lines =>
  asInUtc(String(text))
    // Holds the letters of a Chinese label together.
    .replaceAll("\u2060", "")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, (found) => `<U+${codeOf(found)}>`)
    .split("\n");
const codeOf = (letter: string): string => letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
const indent = (lines: Lines): Lines => lines.map((line) => (line === "" ? "" : `  ${line}`));

const targetOf = (target: unknown): string =>
  isNode(target) ? `${target.elementId}=${target.isVisible ? "shown" : "hidden"}` : String(target);

function pressOf(action: Node): string {
  const { type, verb, data, url, targetElements, associatedInputs } = action;
  if (type === "Action.ToggleVisibility")
    return `toggles ${(targetElements as readonly unknown[]).map(targetOf).join(" ")}`;
  if (type === "Action.OpenUrl") return String(url);
  return wordsOf(verb ?? "submit", JSON.stringify(data), associatedInputs === "auto" ? "with inputs" : "");
}

const buttonOf = (action: Node): string =>
  wordsOf(
    `[${action.title}]`,
    action.style === undefined || action.style === "default" ? "" : `(${action.style})`,
    action.mode === "secondary" ? "(in the menu)" : "",
    pressOf(action),
  );

/** Cells beside each other where each is one line, else below each other. */
function beside(cells: readonly Lines[]): Lines {
  if (cells.every((lines) => lines.length <= 1))
    return [`| ${cells.map(([line = ""]) => line).join(" | ")} |`];
  return cells.flatMap((lines) => lines.map((line, at) => (at === 0 ? `| ${line}` : `  ${line}`)));
}

/** The style behind what is one line, else above what has it. */
function styled({ style }: Node, lines: Lines): Lines {
  if (style === undefined || style === "default") return lines;
  return lines.length === 1 ? [`${lines[0]} {${style}}`] : [`{${style}}`, ...indent(lines)];
}

/** What is shown instead by a client that does not know the element, where it reads otherwise. */
function insteadOf({ fallback }: Node, lines: Lines): Lines {
  if (!isNode(fallback)) return lines;
  const other = elementOf(fallback);
  const bare = (each: Lines): string =>
    each
      .map((line) => line.trim().replace(/ ?\{\w+\}$/, ""))
      .join("\n")
      .trim();
  return bare(lines).endsWith(bare(other)) ? lines : [...lines, "or else", ...indent(other)];
}

const code = (node: Node): Lines =>
  insteadOf(node, [
    `code ${node.language} from line ${node.startLineNumber}`,
    ...indent(linesOf(node.codeSnippet)),
  ]);

const inputOf = ({
  type,
  id,
  label,
  isRequired,
  maxLength,
  errorMessage,
  choices,
  placeholder,
}: Node): Lines => [
  wordsOf(
    `<${id}>`,
    label,
    type === "Input.Text" ? `(at most ${maxLength})` : "",
    isRequired ? `(${errorMessage})` : "",
    placeholder,
  ),
  ...listOf(choices).map(({ title, value }) => `  ( ) ${title} = ${value}`),
];

const elements: Readonly<Record<string, (node: Node) => Lines>> = {
  TextBlock: ({ text, style, isSubtle }) => {
    const [first = "", ...rest] = linesOf(text);
    return [wordsOf(style === "heading" ? "#" : "", isSubtle ? "·" : "", first), ...rest];
  },
  RichTextBlock: ({ inlines }) =>
    linesOf(
      listOf(inlines)
        .map(({ text }) => text)
        .join(""),
    ),
  Container: (node) => [
    ...styled(node, listOf(node.items).flatMap(elementOf)),
    ...(isNode(node.selectAction) ? [`  ${buttonOf(node.selectAction)}`] : []),
  ],
  ColumnSet: ({ columns }) => beside(listOf(columns).map(elementOf)),
  Column: (node) => styled(node, listOf(node.items).flatMap(elementOf)),
  FactSet: ({ facts }) => listOf(facts).flatMap(({ title, value }) => linesOf(`${title}: ${value}`)),
  Table: (node) => insteadOf(node, listOf(node.rows).flatMap(elementOf)),
  TableRow: (node) => styled(node, beside(listOf(node.cells).map(elementOf))),
  TableCell: ({ items }) => listOf(items).flatMap(elementOf),
  ActionSet: ({ actions }) => listOf(actions).map(buttonOf),
  CodeBlock: code,
  Badge: ({ text, style }) => [`<${text}> {${style}}`],
  "Input.Text": inputOf,
  "Input.ChoiceSet": inputOf,
};

const widths: Readonly<Record<string, string>> = {
  "atLeast:Standard": "on a desktop",
  "atMost:Narrow": "on a phone",
};

function elementOf(node: Node): Lines {
  const write = elements[String(node.type)];
  if (write === undefined) throw new Error(`${node.type} has no form in text`);
  const written = write(node);
  const lines = listsChecks(node) ? withoutPasses(written) : written;
  const about = [
    ...(node.id !== undefined && !String(node.type).startsWith("Input") ? [`#${node.id}`] : []),
    ...(node.isVisible === false ? ["folded"] : []),
    ...(typeof node.targetWidth === "string" ? [widths[node.targetWidth] ?? node.targetWidth] : []),
  ];
  return about.length === 0 ? lines : [`(${about.join(", ")})`, ...indent(lines)];
}

const mentions = ({ entities }: Node): Lines =>
  listOf(entities).map(({ text, mentioned }) => `mentions ${text} ${JSON.stringify(mentioned)}`);

export function cardText({ card, summary }: Presented): string {
  if (!isNode(card)) throw new Error("no card");
  const { speak, fallbackText, msteams, refresh, body, actions } = card;
  return [
    ...linesOf(`summary: ${summary}`),
    ...(speak === summary ? [] : linesOf(`spoken: ${speak}`)),
    ...(fallbackText === speak ? [] : linesOf(`without a card: ${fallbackText}`)),
    ...(isNode(refresh) && isNode(refresh.action)
      ? [`refreshed for ${refresh.userIds ?? "everybody"}: ${pressOf(refresh.action)}`]
      : []),
    ...(isNode(msteams) ? mentions(msteams) : []),
    ...listOf(body).flatMap(elementOf),
    ...listOf(actions).map(buttonOf),
  ].join("\n");
}
