// A line in plain words, as each ability looks at it.

import { fillersOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import type { Spoken } from "./languages/languages.ts";
import type { LineWord } from "./languages/line-words.ts";
import { type Candidate, isNameLike, type Placed, placeIn } from "./line-parts.ts";
import { type Edges, edgesOf, isOneOf } from "./match.ts";
import { typeOf } from "./object-type.ts";
import { asks } from "./talk.ts";

/** A line without the words of its cluster. */
export type Rest = Readonly<{
  language: Language;
  line: readonly LineWord[];
  edges: Edges;
  /** The same line with `<cluster>` where the cluster stands. */
  marked: readonly LineWord[];
  cluster: string | null;
  text: string;
  place: Placed;
  /** The line asks something, or begins with what asks. */
  asks: boolean;
  /** A word leads to the cluster, or it is written as names are: it is no object's name. */
  isLed: boolean;
  /** It holds `kubectl`: what is understood of it is in the grammar, and no word of it is guessed. */
  isCommand: boolean;
}>;

/** Words that may stand between two of a phrase. */
export const gap = { ability: { words: 3 }, near: { words: 1 } } as const;

export const isFiller = (word: LineWord, language: Language): boolean => isOneOf(word, fillersOf(language));

/** `words`: the line without those that name the cluster. */
export function restOf(
  spoken: Spoken,
  candidate: Candidate | null,
  words: readonly LineWord[],
  text: string,
): Rest {
  const { language, line } = spoken;
  return {
    language,
    line: words,
    marked: candidate === null ? line : withMark(line, candidate),
    edges: edgesOf(words, language),
    cluster: candidate?.written ?? null,
    text,
    place: placeIn(words, language),
    asks: asks(line, language, text),
    isLed:
      candidate !== null && (candidate.led !== "no" || isNameLike(candidate)) && !isOfType(candidate, spoken),
    isCommand: line.some(isTool),
  };
}

const isTool = ({ word }: LineWord): boolean => word === "kubectl" || word === "k";

/** The cluster as one word that phrases know. */
const withMark = (line: readonly LineWord[], { words: [first, ...others] }: Candidate): readonly LineWord[] =>
  line.flatMap((each, at) => {
    if (at === first) return [{ ...each, word: "<cluster>", slips: [] }];
    return others.includes(at) ? [] : [each];
  });

/** `pod edge-1`: an object's name as well; `pods edge-1` are the cluster's. */
export function isOfType({ words: [first = 0], led }: Candidate, { language, line }: Spoken): boolean {
  const { word = "", clause } = line[first - 1] ?? {};
  const isBehind = clause === line[first]?.clause;
  return led === "no" && isBehind && !word.endsWith("s") && typeOf(word, language) !== null;
}
