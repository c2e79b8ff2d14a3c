// Whether a phrase stands in a line, and which of its words it is.

import { takesNextWord } from "../../command/grammar/flag-values.ts";
import { findResource } from "../../command/grammar/resources.ts";
import { typingErrors } from "../../text/nearest.ts";
import { once } from "../../text/once.ts";
import { meaningsOf, perLine, setOf, spelling } from "./languages/known-words.ts";
import type { Language, LookWords, Phrases } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";

/** How many words may stand between two of a phrase, and which may not. */
type Gap = Readonly<{ words: number; without?: ReadonlySet<string> }>;

/** Where a part of the sentence begins, and where the line ends. */
export type Edges = Readonly<{ begins: readonly number[]; end: number }>;

type Step = Readonly<{
  words: ReadonlySet<string>;
  about: readonly string[];
  ends: readonly string[];
  far: boolean;
}>;
type Phrase = Readonly<{ first: boolean; last: boolean; steps: readonly Step[] }>;

const compiled: (phrases: Phrases) => readonly Phrase[] = once((phrases) =>
  phrases.map((text) => ({
    first: text.startsWith("^"),
    last: text.endsWith("$"),
    steps: spelling(text)
      .replace(/^\^|\$$/g, "")
      .split(" ")
      .map(stepOf),
  })),
);

function stepOf(text: string): Step {
  const all = text.replace(/^…/, "").split("|");
  const words = new Set(all.map((word) => word.replace(/^~/, "")));
  const about = all.filter((word) => word.startsWith("~")).map((word) => word.slice(1));
  const ends = all.filter((word) => word.startsWith("*")).map((word) => word.slice(1));
  return { words, about, ends, far: text.startsWith("…") };
}

/** Short words are too near to each other; long ones may hold one mistake, very long ones two. */
const isNearTo = (word: string, meant: string): boolean =>
  meant.length > 4 &&
  Math.abs(word.length - meant.length) <= 2 &&
  word.length <= 20 &&
  typingErrors(word, meant) <= (meant.length > 7 ? 2 : 1);

const [address, number] = ["<address>", "<number>"];
export const isAddress = (word: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(word);
export const isRange = (word: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}\/\d{1,2}$/.test(word);

/** As AKS calls the machines of a pool; people leave the beginning out. */
export const isNode = (word: string): boolean => /^(?:aks-[a-z0-9]+-\d{1,10}-)?vmss[a-z0-9]{6}$/.test(word);

/** No command takes it. */
export const isShortNode = (word: string): boolean => isNode(word) && word.startsWith("vmss");

/** What a node reports of itself. */
export const pressure = /^\w*pressure$|^conditions?$|压力/;

/** The word is one of these, or a slip in one. */
export const isOneOf = ({ word, slips }: LineWord, words: ReadonlySet<string>): boolean =>
  words.has(word) || slips.some((slip) => words.has(slip));

const fits = (each: LineWord | undefined, { words, about, ends }: Step): boolean =>
  each !== undefined &&
  each.word !== "" &&
  (isOneOf(each, words) ||
    about.some((meant) => isNearTo(each.word, meant)) ||
    ends.some((end) => each.word.endsWith(end)) ||
    (words.has(address) && (isAddress(each.word) || isRange(each.word))) ||
    (words.has(number) && /^\d{1,4}$/.test(each.word)));

/** The words of the first phrase that fits, by their indexes; null where none does. */
export function matchPhrases(
  line: readonly LineWord[],
  phrases: Phrases,
  edges: Edges,
  gap: Gap,
): readonly number[] | null {
  for (const phrase of compiled(phrases)) {
    const found = matchOne(line, phrase, edges, gap);
    if (found !== null) return found;
  }
  return null;
}

function matchOne(
  line: readonly LineWord[],
  { first, last, steps }: Phrase,
  { begins, end }: Edges,
  gap: Gap,
): readonly number[] | null {
  const [step] = steps;
  for (const start of first ? begins : line.keys()) {
    // Most words are not even the first of the phrase.
    if (step === undefined || !fits(line[start], step)) continue;
    const found = from(line, steps, start, gap);
    if (found !== null && (!last || found.at(-1) === end)) return found;
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
    const reach = step.far ? line.length : gap.words;
    const end = index === 0 ? start : Math.min(line.length - 1, at + reach);
    while (at <= end && !fits(line[at], step)) {
      if (index > 0 && gap.without?.has(line[at]?.word ?? "")) return null;
      at += 1;
    }
    if (at > end) return null;
    found.push(at);
    at += 1;
  }
  return found;
}

// Where the parts of a sentence begin, and where the line ends.

const near = { words: 0 };

/** Behind a greeting, and behind "could you". */
function beginAt(line: readonly LineWord[], { talk }: Language, start: number): number {
  const isOpening = ({ word }: LineWord) => word === "" || setOf(talk.opening).has(word);
  const first = (from: number): number => {
    const at = line.findIndex((each, index) => index >= from && !isOpening(each));
    return at === -1 ? from : at;
  };
  const begin = first(start);
  const [at = -1, ...more] = matchPhrases(line, talk.request, { begins: [begin], end: -1 }, near) ?? [];
  const behind = at + more.length + 1;
  return at === begin && line[behind] !== undefined ? first(behind) : begin;
}

/** A question begins wherever its word stands. */
export const edgesOf = perLine((line: readonly LineWord[], language: Language): Edges => {
  const { talk, sentence } = language;
  const starts = line.flatMap(({ clause, word }, at) =>
    at === 0 || clause !== line[at - 1]?.clause || setOf(talk.questions).has(word) ? [at] : [],
  );
  const begins = [...new Set(starts.map((start) => beginAt(line, language, start)))];
  return { begins, end: line.findLastIndex(({ word }) => word !== "" && !setOf(sentence.polite).has(word)) };
});

// What a look is at: the type, the namespace, the object, and flags as kubectl has them.

type Words = readonly LineWord[];

export const has = (words: Words, { look }: Language, kind: keyof LookWords): boolean => {
  const list = look[kind];
  return typeof list === "string" && words.some((each) => isOneOf(each, setOf(list)));
};

/** Flags with their values, apart from the other words. */
export function flagsIn(words: Words): readonly [readonly string[], Words] {
  const flags: string[] = [];
  const bare: LineWord[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    if (!word.raw.startsWith("-")) {
      bare.push(word);
      continue;
    }
    flags.push(word.raw);
    if (takesNextWord(word.raw)) {
      at += 1;
      flags.push(words[at]?.raw ?? "");
    }
  }
  return [flags, bare];
}

/** `-n shop`, as in a command. */
export const spaceIn = (flags: readonly string[]): string | null =>
  flags.find((_, at) => flags[at - 1] === "-n" || flags[at - 1] === "--namespace") ?? null;

/** The type that a word names, by kubectl's names for it or the language's; null where it names none. */
export function typeOf(word: string, language: Language): string | null {
  const own = meaningsOf(language.look.types).get(word);
  if (own !== undefined) return own;
  if (setOf(language.look.noTypes).has(word) || setOf(language.look.namespaces).has(word)) return null;
  return (findResource(word) ?? findResource(word.replace(/s$/, "")))?.name ?? null;
}

export const typeOrSlip = ({ word, slips }: LineWord, language: Language): string | null =>
  [word, ...slips].map((each) => typeOf(each, language)).find((type) => type !== null) ?? null;

export function typesIn(words: Words, language: Language): readonly string[] {
  const found = words.flatMap((each) => typeOrSlip(each, language) ?? []);
  // `pods in all namespaces`
  const types = found.filter((type) => type !== "namespaces" || new Set(found).size === 1);
  if (types.length > 0 || has(words, language, "logs"))
    return types.filter((type) => type !== "events" || types.length === 1);
  return has(words, language, "spaces") ? ["namespaces"] : [];
}

// In which state somebody says that pods are, or a claim for a volume.

/** How kubectl prints what people say of pods, in any language. */
const states = meaningsOf({
  Pending: "pending",
  Evicted:
    "evicted evict evicts evictions eviction evictet evicteten evictete verdraengt verdraengte verdraengten rausgeworfen",
  Terminating: "terminating",
  ContainerCreating: "containercreating",
  CrashLoop: "crashloop crashloops crashlooping crashloopbackoff",
  ImagePull: "imagepullbackoff errimagepull imagepull",
  OOMKilled: "oomkilled",
});
type State = Readonly<{ word: string; isNot?: true }>;
/** Kubernetes found no volume for a claim, or made none. */
export const isUnbound = perLine(
  (words: Words, language: Language): boolean =>
    matchPhrases(words, language.look.notBound, edgesOf(words, language), { words: 1 }) !== null,
);

/** `pvc not bound`: what is said of how something is names nothing. */
export const isOfState = (word: string): boolean => states.has(word) || boundWords.has(word);
const boundWords = setOf("bound unbound binding gebunden ungebunden");

export const stateIn = perLine((words: Words, language: Language): State | null => {
  const word = words
    .flatMap((each) => [each.word, ...each.slips])
    .map((each) => states.get(each))
    .find((state) => state !== undefined);
  if (word !== undefined) return { word };
  const edges = edgesOf(words, language);
  const said = Object.entries(language.look.states).find(
    ([, phrases]) => matchPhrases(words, phrases, edges, { words: 1 }) !== null,
  );
  if (said !== undefined) return { word: said[0] };
  const types = typesIn(words, language);
  const isNot =
    (types.length === 0 || types.includes("pods")) &&
    matchPhrases(words, language.look.notRunning, edges, { words: 1 }) !== null;
  return isNot ? { word: "Running", isNot } : null;
});
