// A line in plain words, as each ability looks at it.
import type { Intent } from "../intent.ts";
import type { Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import { type Edges, isOneOf } from "./match.ts";
import type { Placed } from "./parts.ts";
import { fillersOf } from "./words.ts";

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

export type Read = (rest: Rest) => Intent | null;

/** Words that may stand between two of a phrase. */
export const gap = { ability: { words: 3 }, near: { words: 1 } } as const;

export const isFiller = (word: LineWord, language: Language): boolean => isOneOf(word, fillersOf(language));
