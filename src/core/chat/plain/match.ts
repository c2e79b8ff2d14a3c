// Whether a phrase stands in a line, and which of its words it is.
import { typingErrors } from "../../text/nearest.ts";
import type { Phrases } from "./ability.ts";
import type { LineWord } from "./line.ts";

/** How many words may stand between two of a phrase, and which may not. */
export type Gap = Readonly<{ words: number; without?: ReadonlySet<string> }>;

type Step = Readonly<{ words: ReadonlySet<string>; about: readonly string[] }>;
type Phrase = Readonly<{ first: boolean; last: boolean; steps: readonly Step[] }>;

const compiled = new WeakMap<Phrases, readonly Phrase[]>();

function compile(phrases: Phrases): readonly Phrase[] {
  const known = compiled.get(phrases);
  if (known !== undefined) return known;
  const made = phrases.map((text) => {
    const first = text.startsWith("^");
    const last = text.endsWith("$");
    const steps = text
      .slice(first ? 1 : 0, last ? -1 : undefined)
      .split(" ")
      .map((step) => {
        const all = step.split("|");
        const words = new Set(all.map((word) => word.replace(/^~/, "")));
        return { words, about: all.filter((word) => word.startsWith("~")).map((word) => word.slice(1)) };
      });
    return { first, last, steps };
  });
  compiled.set(phrases, made);
  return made;
}

/** Short words are too near to each other; long ones may hold one mistake, very long ones two. */
const isAbout = (word: string, meant: string): boolean =>
  meant.length > 4 &&
  Math.abs(word.length - meant.length) <= 2 &&
  word.length <= 20 &&
  typingErrors(word, meant) <= (meant.length > 7 ? 2 : 1);

const fits = ({ word }: LineWord, { words, about }: Step): boolean =>
  word !== "" && (words.has(word) || about.some((meant) => isAbout(word, meant)));

/** The words of the first phrase that fits, by their indexes; null where none does. `begin`: where the sentence begins. */
export function matchPhrases(
  line: readonly LineWord[],
  phrases: Phrases,
  begin: number,
  gap: Gap,
): readonly number[] | null {
  for (const phrase of compile(phrases)) {
    const found = matchOne(line, phrase, begin, gap);
    if (found !== null) return found;
  }
  return null;
}

function matchOne(
  line: readonly LineWord[],
  { first, last: ends, steps }: Phrase,
  begin: number,
  gap: Gap,
): readonly number[] | null {
  const last = first ? begin : line.length - 1;
  for (let start = first ? begin : 0; start <= last; start += 1) {
    const found = from(line, steps, start, gap);
    if (found !== null && (!ends || found.at(-1) === line.length - 1)) return found;
  }
  return null;
}

/** Each word as early as it can stand. */
function from(
  line: readonly LineWord[],
  steps: readonly Step[],
  start: number,
  gap: Gap,
): readonly number[] | null {
  const found: number[] = [];
  let at = start;
  for (const [index, step] of steps.entries()) {
    const end = index === 0 ? start : Math.min(line.length - 1, at + gap.words);
    while (at <= end && !fits(line[at] ?? nothing, step)) {
      if (index > 0 && gap.without?.has(line[at]?.word ?? "")) return null;
      at += 1;
    }
    if (at > end) return null;
    found.push(at);
    at += 1;
  }
  return found;
}
const nothing: LineWord = { raw: "", word: "", start: 0, end: 0, at: false };
