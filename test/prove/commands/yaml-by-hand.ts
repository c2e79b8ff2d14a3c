// Values written as YAML or JSON the way hands write them, in every style and out of every habit; by no library, so that a
// text may be wrong, or right for one reader alone.
import type { Chance } from "../redaction/chance.ts";

/** `raw` is written as it is. Of a mapping a key may stand twice. */
export type Value =
  | string
  | number
  | boolean
  | null
  | readonly Value[]
  | Readonly<{ raw: string }>
  | Readonly<{ pairs: readonly Pair[] }>;
export type Pair = readonly [key: string, value: Value];

export const map = (...pairs: readonly (Pair | undefined)[]): Value => ({
  pairs: pairs.filter((pair) => pair !== undefined),
});
export const raw = (text: string): Value => ({ raw: text });

/** `odd`: one in so many is written in a way that few people use; 0 for none. */
export type Hand = Readonly<{
  chance: Chance;
  step: number;
  listStep: number;
  odd: number;
}>;

/** Behind a key or a dash, and what stands below that, with no indentation yet. */
type Written = Readonly<{ inline: string; below: readonly string[]; isList?: true }>;

/** Deeper than anything around it. */
const deep = " ".repeat(40);

const isOdd = ({ chance, odd }: Hand): boolean => odd > 0 && chance.below(odd) === 0;
const indented = (by: number, lines: readonly string[]): readonly string[] =>
  lines.map((line) => (line === "" ? "" : `${" ".repeat(by)}${line}`));

export const blockLines = (hand: Hand, value: Value): readonly string[] => {
  const { inline, below } = write(hand, value);
  return inline === "" ? below : [inline, ...indented(hand.step, below)];
};

function write(hand: Hand, value: Value): Written {
  if (typeof value === "string")
    return (isOdd(hand) && isOdd(hand)) || value.includes("\n") ? longText(hand, value) : short(hand, value);
  if (typeof value !== "object" || value === null) return { inline: String(value), below: [] };
  if ("raw" in value) return { inline: value.raw, below: [] };
  if (isOdd(hand)) return { inline: withProperty(hand, flow(hand, value)), below: [] };
  if ("pairs" in value) {
    if (value.pairs.length === 0) return { inline: "{}", below: [] };
    return { inline: "", below: value.pairs.flatMap((pair) => [...aside(hand), ...pairLines(hand, pair)]) };
  }
  if (value.length === 0) return { inline: "[]", below: [] };
  return {
    inline: "",
    below: value.flatMap((each) => [...aside(hand), ...itemLines(hand, each)]),
    isList: true,
  };
}

const short = (hand: Hand, text: string): Written => ({
  inline: withProperty(hand, scalar(hand, text)),
  below: [],
});

const withProperty = (hand: Hand, text: string): string =>
  isOdd(hand) && isOdd(hand)
    ? `${hand.chance.pick(["!!str", "!!map", "&a", "!", "!!seq", "!<tag:yaml.org,2002:str>"])} ${text}`
    : text;

function pairLines(hand: Hand, [key, value]: Pair): readonly string[] {
  const { inline, below, isList } = write(hand, value);
  const name = keyText(hand, key);
  const by = isList ? Math.min(hand.listStep, hand.step) : hand.step;
  const gap = isOdd(hand) ? hand.chance.pick(["  ", "\t", "   "]) : " ";
  if (isOdd(hand) && isOdd(hand))
    return [`? ${name}`, `:${gap}${inline}`, ...indented(Math.max(by, 1), below)];
  const end =
    isOdd(hand) && !/^[|>]/.test(inline) ? hand.chance.pick([" # note", " ", "\t", "  #", "\t# note"]) : "";
  return [
    `${name}${isOdd(hand) ? " " : ""}:${inline === "" ? "" : gap}${inline}${end}`,
    ...indented(by, below),
  ];
}

function itemLines(hand: Hand, value: Value): readonly string[] {
  const { inline, below } = write(hand, value);
  if (inline !== "" || below.length === 0) return [`- ${inline}`, ...indented(hand.step, below)];
  if (isOdd(hand)) return ["-", ...indented(hand.step, below)];
  const [first = "", ...others] = below;
  return [`- ${first}`, ...indented(2, others)];
}

const aside = (hand: Hand): readonly string[] =>
  isOdd(hand) && isOdd(hand)
    ? [hand.chance.pick(["", "# it is: so", "#", "  # kind: Secret", "\t", " ", "#---", " ---"])]
    : [];

function keyText(hand: Hand, key: string): string {
  if (!/^[\w./-]+$/.test(key)) return quoted(key);
  if (!isOdd(hand)) return key;
  const { chance } = hand;
  return chance.pick([quoted(key), `'${key}'`, escaped(chance, key, true), `!!str ${key}`]);
}

/** What no reader takes for something else, as people would leave it without quotes. */
const plainWord = /^[a-z][a-z./-]*[a-z]$|^[A-Z][A-Za-z]*$/;
const turned = /^(?:y|n|yes|no|on|off|true|false|null|nan|inf)$/i;
export const quoted = (text: string): string => JSON.stringify(text);

function scalar(hand: Hand, text: string): string {
  const { chance } = hand;
  const isPlain = plainWord.test(text) && !turned.test(text);
  if (isPlain && !isOdd(hand)) return text;
  if (isOdd(hand)) return escaped(chance, text);
  return chance.below(2) === 0 ? quoted(text) : `'${text.replaceAll("'", "''")}'`;
}

/** One letter by its number, or cut over two lines. */
function escaped(chance: Chance, text: string, isKey = false): string {
  const at = chance.below(Math.max(text.length, 1));
  const code = text.charCodeAt(at) || 0x61;
  const hex = code.toString(16);
  const letter = chance.pick([
    `\\u${hex.padStart(4, "0")}`,
    `\\U${hex.padStart(8, "0")}`,
    ...(code < 256 ? [`\\x${hex.padStart(2, "0")}`] : []),
    ...(chance.below(4) === 0 ? ["\\/", "\\_"] : []),
    ...(isKey ? [] : [`\\\n${deep}`, `\n${deep}`]),
  ]);
  return `"${quoted(text.slice(0, at)).slice(1, -1)}${letter}${quoted(text.slice(at + 1)).slice(1, -1)}"`;
}

function longText(hand: Hand, text: string): Written {
  const { chance } = hand;
  const lines = text.split("\n");
  const kept = text.includes("\n") ? chance.pick(["", "", "-", "+"]) : chance.pick(["-", "-", "-", "+", ""]);
  const deeper = isOdd(hand) && isOdd(hand) ? chance.pick(["1", "2", "4", "9", "0"]) : "";
  const inline = `${chance.pick(["|", "|", ">"])}${chance.below(2) === 0 ? deeper + kept : kept + deeper}`;
  const more = isOdd(hand)
    ? chance.pick([[""], ["", ""], ["  "], ["\t"], ["# no note"], [" x"], ["---"], ["  more", "less"]])
    : [];
  const before = isOdd(hand) && isOdd(hand) ? chance.pick([[""], ["    "], ["", " "]]) : [];
  return { inline: isOdd(hand) ? `${inline} # note` : inline, below: [...before, ...lines, ...more] };
}

export function flow(hand: Hand, value: Value): string {
  const { chance } = hand;
  if (typeof value === "string") return isOdd(hand) && plainWord.test(value) ? value : quoted(value);
  if (typeof value !== "object" || value === null) return String(value);
  if ("raw" in value) return value.raw;
  const gap = chance.pick([" ", " ", "", `\n${deep}`]);
  const comma = `,${gap}`;
  const last = isOdd(hand) && isOdd(hand) ? chance.pick([",", ", ,"]) : "";
  if (!("pairs" in value)) return `[${value.map((each) => flow(hand, each)).join(comma)}${last}]`;
  const pairs = value.pairs.map(([key, inner]) => {
    const name = isOdd(hand) ? keyText(hand, key) : quoted(key);
    return `${name}:${name.startsWith('"') ? chance.pick(["", " "]) : " "}${flow(hand, inner)}`;
  });
  return `{${pairs.join(comma)}${last}}`;
}

/** As JSON is written; a raw word becomes a text where JSON has no such word. */
export function json(value: Value, gap = ""): string {
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  if ("raw" in value)
    return /^(?:-?\d[\d.eE+-]*|true|false|null|\{\}|\[\])$/.test(value.raw) ? value.raw : quoted(value.raw);
  if (!("pairs" in value)) return `[${value.map((each) => json(each, gap)).join(`,${gap}`)}]`;
  return `{${gap}${value.pairs.map(([key, inner]) => `${quoted(key)}:${gap}${json(inner, gap)}`).join(`,${gap}`)}${gap}}`;
}
