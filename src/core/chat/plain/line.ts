// A line that somebody wrote, as words that can be compared.
import { splitWords } from "../words.ts";

export type LineWord = Readonly<{
  /** As written. */
  raw: string;
  /** In small letters, without apostrophes and the sentence's punctuation; empty where nothing is left. */
  word: string;
  start: number;
  end: number;
  /** An `@` stands before it. */
  at: boolean;
}>;

/** In words and in UTF-16 code units: nobody asks something in more of them. */
const longest = { words: 60, characters: 600 } as const;

/** Written as one of several words of one meaning. */
const spellings: Readonly<Record<string, string>> = {
  u: "you",
  r: "are",
  ur: "your",
  cannot: "cant",
};

export function readLine(text: string): readonly LineWord[] {
  if (text.length > longest.characters) return [];
  const words = splitWords(text.replaceAll("'", "\u2019")).words.flatMap(({ raw, start, end }) => {
    const at = raw.startsWith("@");
    const word = bare(raw);
    return word === "" && !at ? [] : [{ raw: text.slice(start, end), word, start, end, at }];
  });
  return words.length > longest.words ? [] : words;
}

/** `prod-1's` is prod-1; `what's` is a word of its own. */
const withoutPossessive = (word: string): string =>
  /^(?:what|how|who|where|it|that|there|here|why|when|let)[\u2019']s$/.test(word)
    ? word
    : word.replace(/[\u2019']s$/, "");

function bare(raw: string): string {
  const inside = raw.replace(/^[^\p{L}\p{N}/-]{1,20}/u, "").slice(0, 300);
  const end = [...inside].findLastIndex((character) => /[\p{L}\p{N}]/u.test(character));
  const word = [...inside]
    .slice(0, end + 1)
    .join("")
    .toLowerCase();
  const short = withoutPossessive(word).replace(/[\u2019'`]/g, "");
  return Object.hasOwn(spellings, short) ? (spellings[short] ?? short) : short;
}
