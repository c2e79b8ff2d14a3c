// Shortens a card until it fits one message: long lists and long texts first, buttons and what they need never.
import { CARD_BUDGET, cardSize } from "./presented.ts";
import { clip } from "./text.ts";

type Node = Readonly<Record<string, unknown>>;

/** What was left out. A line of an output and a check of a diagnosis are one entry each. */
export type LeftOut = Readonly<{ entries: number; characters: number }>;

/** Words for what is missing. `command`: in place of a shell line that is too long, since half of it would be another. */
export type FitTexts = Readonly<{
  shortened: (leftOut: LeftOut) => string;
  command: (characters: number) => string;
}>;

/** Most entries of one list and most characters of one text, from a large card to one that is read at a glance. */
const LEVELS = [
  { entries: 160, characters: 8_000 },
  { entries: 110, characters: 4_000 },
  { entries: 80, characters: 2_000 },
  { entries: 55, characters: 1_400 },
  { entries: 40, characters: 1_000 },
  { entries: 28, characters: 700 },
  { entries: 20, characters: 500 },
  { entries: 14, characters: 350 },
  { entries: 10, characters: 250 },
  { entries: 7, characters: 180 },
  { entries: 5, characters: 120 },
  { entries: 3, characters: 80 },
] as const;
type Level = (typeof LEVELS)[number];

/** Shell lines of a usual fix are what a card is read for: other words make room for them. */
const COMMAND = 1_500;

/**
 * The card as it is where it fits; else with less in it, and a line at its end that says so. Null where even that
 * does not fit. Linear in the size of the card.
 */
export function fitCard(card: object, texts: FitTexts): object | null {
  if (cardSize(card) <= CARD_BUDGET) return card;
  for (const level of LEVELS) {
    const cutter = createCutter(level, texts);
    const cut = cutter.node(card as Node);
    const note = { type: "TextBlock", text: texts.shortened(cutter.leftOut), wrap: true };
    const fitted = { ...cut, body: [...(Array.isArray(cut.body) ? cut.body : []), note] };
    if (cardSize(fitted) <= CARD_BUDGET) return fitted;
  }
  return null;
}

const LISTS = new Set(["body", "items", "columns", "rows", "cells", "inlines", "facts"]);
const TEXTS = new Set(["text", "codeSnippet", "speak", "fallbackText"]);
const FACT_TEXTS = new Set(["title", "value"]);

type Cutter = Readonly<{ node: (node: Node) => Node; leftOut: LeftOut }>;

function createCutter(level: Level, texts: FitTexts): Cutter {
  const leftOut = { entries: 0, characters: 0 };
  const text = (whole: string): string => {
    const cut = clip(whole, level.characters);
    leftOut.characters += whole.length - cut.length;
    return cut;
  };
  const list = (whole: readonly unknown[], isFacts: boolean): readonly unknown[] => {
    let room: number = level.entries;
    const kept = whole.filter((entry) => needed(entry) || room-- > 0);
    leftOut.entries += whole.length - kept.length;
    return kept.map((entry) => (isNode(entry) ? node(entry, isFacts ? FACT_TEXTS : TEXTS) : entry));
  };
  const value = (key: string, whole: unknown, textKeys: ReadonlySet<string>): unknown => {
    if (typeof whole === "string") return textKeys.has(key) ? text(whole) : whole;
    if (Array.isArray(whole)) return LISTS.has(key) ? list(whole, key === "facts") : whole;
    return key === "fallback" && isNode(whole) ? node(whole) : whole;
  };
  const node = (whole: Node, textKeys: ReadonlySet<string> = TEXTS): Node => {
    const command = whole.type === "CodeBlock" && whole.language === "Bash" ? whole.codeSnippet : "";
    if (typeof command === "string" && command.length > Math.max(level.characters, COMMAND)) {
      leftOut.characters += command.length;
      return { type: "TextBlock", text: texts.command(command.length), wrap: true };
    }
    return Object.fromEntries(Object.entries(whole).map(([key, part]) => [key, value(key, part, textKeys)]));
  };
  return { node: (whole) => node(whole), leftOut };
}

/** It holds a button or an input, is what a button shows and hides, or is a heading. */
function needed(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(needed);
  if (!isNode(value)) return false;
  if ("id" in value || "actions" in value || "selectAction" in value || value.style === "heading")
    return true;
  return [...LISTS].some((key) => needed(value[key]));
}

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);
