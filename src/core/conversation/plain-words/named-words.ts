// Which words of a line name something, learned from examples in which they are marked: by the word, its shape, and what stands
// beside it.

import { type Example, type Features, type Learned, learn, rank } from "../ability/learn.ts";
import { isOrdinary } from "../ability/ordinary.ts";
import { type Ability, type ExamplePart, examples, readMarked } from "../examples.ts";
import { allWords, setOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import { readSpoken } from "./languages/languages.ts";
import type { LineWord } from "./languages/line-words.ts";
import { typeOf } from "./match.ts";

/** Nothing is named in lines of these: each of them teaches, marked or not. */
const nameless: ReadonlySet<Ability> = new Set(["approvers", "help", "status", "talk", "whoAmI"]);

/** It takes two seconds. */
export const learnNamed = (): Learned<ExamplePart> =>
  learn(
    examples.flatMap(({ ability, example }) => {
      const { line, marks } = readMarked(example);
      if (marks.length === 0 && !nameless.has(ability)) return [];
      const { line: words, language } = readSpoken(line);
      const parts = words.map(
        ({ start, end }) => marks.find((each) => each.start >= start && each.start < end)?.part ?? "none",
      );
      return words.flatMap(({ word }, at): readonly Example<ExamplePart>[] => {
        const label = parts[at] ?? "none";
        const isBeside = [parts[at - 1], label, parts[at + 1]].some((part) => (part ?? "none") !== "none");
        const teaches = mayName(word) && (isBeside || at % oneIn === 0);
        return teaches ? [{ features: () => featuresOf(words, at, language), label }] : [];
      });
    }),
  );

/** Of the words of a sentence that stand beside no name. */
const oneIn = 3;

let known: Learned<ExamplePart> | null = null;

/** Learned elsewhere, from the same examples. */
export function knowNamed(learned: Learned<ExamplePart>): void {
  known = learned;
}

/** Of each word what it names, with how likely that is. */
export function namedIn(
  words: readonly LineWord[],
  language: Language,
): readonly Readonly<{ part: ExamplePart; share: number }>[] {
  known ??= learnNamed();
  const learned = known;
  return words.map(({ word }, at) => {
    const [best] = mayName(word) ? rank(featuresOf(words, at, language), learned) : [];
    return best === undefined ? { part: "none", share: 1 } : { part: best.label, share: best.share };
  });
}

const mayName = (word: string): boolean => /^[a-z0-9][a-z0-9.-]{0,80}$/.test(word) && /[a-z]/.test(word);

/** Of any name the same: nothing is learned of one. */
const shapeOf = (word: string): string =>
  /^\d+$/.test(word) ? "<number>" : /[-\d]/.test(word) && mayName(word) ? "<name>" : word;

/** What stands at a place, and what kind of word that is. */
type Beside = Readonly<{ word: string; kind: "type" | "namespace" | "" }>;

function besideAt(words: readonly LineWord[], at: number, language: Language): Beside {
  const word = words[at]?.word ?? (at < 0 ? "^" : "$");
  const isMarker = setOf(language.look.namespaces).has(word);
  return {
    word: shapeOf(word),
    kind: typeOf(word, language) !== null ? "type" : isMarker ? "namespace" : "",
  };
}

function featuresOf(words: readonly LineWord[], at: number, language: Language): Features {
  const features = [...ofWord(words, at, language), ...ofPlace(words, at, language)];
  return new Map(features.map((feature) => [feature, 1]));
}

function ofWord(words: readonly LineWord[], at: number, language: Language): readonly string[] {
  const { word = "", raw = "" } = words[at] ?? {};
  const shape = shapesOf(word);
  return [
    ...[`word ${word}`, `type ${besideAt(words, at, language).kind}`, `length ${Math.min(word.length, 12)}`],
    ...[`shape ${shape}`, `capital ${capitalsIn(raw, language)}`, `aside ${raw.startsWith("(")}`],
    `known ${allWords(language).has(word)} ${isOrdinary(word)} ${shape}`,
    ...[`first ${at === 0}`, `last ${at === words.length - 1}`],
    ...(shape === "" ? [2, 3, 4].map((length) => `end ${word.slice(-length)}`) : []),
  ];
}

function ofPlace(words: readonly LineWord[], at: number, language: Language): readonly string[] {
  const { word = "", raw = "" } = words[at] ?? {};
  const [twoBefore, before, behind, twoBehind] = [-2, -1, 1, 2].map((by) =>
    besideAt(words, at + by, language),
  ) as [Beside, Beside, Beside, Beside];
  const isNew = !allWords(language).has(word) && !isOrdinary(word);
  const news = isNew ? `new${shapesOf(word)}` : "known";
  return [
    ...[`before ${before.word}`, `behind ${behind.word}`, `between ${before.word} ${behind.word}`],
    ...[
      `two before ${twoBefore.word}`,
      `two behind ${twoBehind.word}`,
      `both ${twoBefore.word} ${before.word}`,
    ],
    ...[`before is ${before.kind}`, `behind is ${behind.kind}`, `two before is ${twoBefore.kind}`],
    ...[`among ${before.kind} ${behind.kind}`, `shape ${shapesOf(word)} ${before.word}`],
    `inside ${setOf(language.look.inside).has(words[at - 1]?.word ?? "")}`,
    ...[`news ${news} ${before.word}`, `news ${news} behind ${behind.word}`],
    ...[`news ${news} among ${before.kind} ${behind.kind}`, `news ${news} ${capitalsIn(raw, language)}`],
  ];
}

function shapesOf(word: string): string {
  const pod = /-[a-z0-9]{8,10}-[a-z0-9]{5}$/.test(word) ? " pod" : /-\d+$/.test(word) ? " one" : "";
  return `${word.includes("-") ? "-" : ""}${/\d/.test(word) ? "9" : ""}${word.includes(".") ? "." : ""}${pod}`;
}

/** Where nouns have a capital letter, a small one tells a name. */
function capitalsIn(raw: string, { look }: Language): string {
  if (!look.capitals) return "";
  if (!/\p{Lu}/u.test(raw)) return "none";
  return /^\P{L}*\p{Lu}\p{Ll}+\P{L}*$/u.test(raw) ? "first" : "more";
}
