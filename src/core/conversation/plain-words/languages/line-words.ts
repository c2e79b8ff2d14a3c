// A line that somebody wrote, as words that can be compared.
import { findResource, resourceNames } from "../../../command/grammar/resources.ts";
import { once } from "../../../text/once.ts";
import { splitWords } from "../../split-words.ts";
import { allWords, isOfKubectl, setOf, spelling } from "./known-words.ts";
import type { Language } from "./language.ts";
import { isHan, type Piece, segment } from "./segment.ts";
import { slipsOf } from "./slips.ts";

export type LineWord = Readonly<{
  /** As written. */
  raw: string;
  /** In small letters, without apostrophes and the sentence's punctuation; empty where nothing is left. */
  word: string;
  start: number;
  end: number;
  /** An `@` stands before it. */
  at: boolean;
  /** Counted from 0: what commas and colons part, and what ends with a full stop. */
  clause: number;
  sentence: number;
  /** Known words that it may be, with a slip of the fingers; none where it is known itself. */
  slips: readonly string[];
}>;

/** In words and in UTF-16 code units: nobody asks something in more of them. */
const longest = { words: 80, characters: 600 } as const;

export function readLine(text: string, language: Language): readonly LineWord[] {
  if (text.length > longest.characters) return [];
  const pieces = piecesIn(text, language);
  if (pieces.length > longest.words) return [];
  const line: LineWord[] = [];
  let [clause, sentence, before] = [0, 0, 0];
  for (const { start, end } of pieces) {
    const raw = text.slice(start, end);
    const [at, word] = [raw.startsWith("@"), bare(raw)];
    if (word === "" && !at) continue;
    const first = start + (/[\p{L}\p{N}@]/u.exec(raw)?.index ?? 0);
    const between = line.length === 0 ? "" : text.slice(before, first);
    if (/[.,;:!?()\n]|\s[-\u2013\u2014]+\s/.test(between)) clause += 1;
    if (/[.!?\n]/.test(between)) sentence += 1;
    before = start + endOf(raw);
    line.push({ raw, word, start, end, at, clause, sentence, slips: [] });
  }
  return joined(line).map((each, at, line) => ({ ...each, slips: slipsIn(line, at, language) }));
}

/** `network policies`, `cron job`: a type in two words. */
function joined(line: readonly LineWord[]): readonly LineWord[] {
  const isType = (at: number): boolean => {
    const [word, next] = line.slice(at, at + 2);
    const isPair = /^[a-z]{4,}$/.test(word?.word ?? "") && /^[a-z]{3,}$/.test(next?.word ?? "");
    return (
      isPair && word?.clause === next?.clause && findResource(`${word?.word}${next?.word}`) !== undefined
    );
  };
  return line.flatMap((each, at) => {
    const next = line[at + 1];
    if (at > 0 && isType(at - 1)) return [];
    return next !== undefined && isType(at)
      ? [{ ...each, raw: `${each.word}${next.word}`, word: `${each.word}${next.word}`, end: next.end }]
      : [each];
  });
}

/** Words in other letters may be in quotes; a Chinese sentence has no spaces between its words. */
function piecesIn(text: string, language: Language): readonly Piece[] {
  const { words } = splitWords(text.replaceAll("'", "\u2019"));
  return words.flatMap(({ start, end }) => {
    const raw = text.slice(start, end);
    if (!isHan(raw)) return [{ start, end }];
    return segment(raw, language).map((piece) => ({ start: start + piece.start, end: start + piece.end }));
  });
}

/** A Chinese word with "a little" or the particle of a question behind it is the word. */
const stemsOf = (word: string, known: ReadonlySet<string>): readonly string[] =>
  [word.replace(/(?:一?下|了?吗)$/, "")].filter((stem) => stem !== word && known.has(stem));

/** With kubectl's long names of types. */
const knownIn = once(
  (language: Language): ReadonlySet<string> =>
    new Set([...allWords(language), ...resourceNames.filter((name) => name.length > 5)]),
);

/** What may be somebody's name is no slip. */
function slipsIn(line: readonly LineWord[], at: number, language: Language): readonly string[] {
  const { word = "" } = line[at] ?? {};
  if (isHan(word)) return stemsOf(word, allWords(language));
  const isName = /^(?:of|for|in|named|called)$/.test(line[at - 1]?.word ?? "");
  if (isName || isOfKubectl(word) || isOfKubectl(word.replace(/s$/, ""))) return [];
  const plural = pluralOf(word);
  return plural !== null && isListed(line, at, language) ? [plural] : slipsOf(word, knownIn(language));
}

/** `poda` is pods: the key beside the s. */
function pluralOf(word: string): string | null {
  const plural = word.replace(/(?<=^[a-z]{3,19})a$/, "s");
  return plural !== word && findResource(plural)?.name === plural ? plural : null;
}

/** Right behind what asks for a list, of nothing else: beside a type or `in` it may be what somebody calls something. */
function isListed(line: readonly LineWord[], at: number, { look, sentence }: Language): boolean {
  const { logs, describe, namespaces, of, inside, named } = look;
  const beside = setOf([logs, describe, namespaces, of, inside, named].join(" "));
  const isBeside = ({ word }: LineWord) => beside.has(word) || findResource(word) !== undefined;
  const asking = line
    .slice(0, at)
    .findLast((each) => isBeside(each) || !setOf(sentence.small).has(each.word));
  const isAsked = asking !== undefined && setOf(look.begins).has(asking.word) && !isBeside(asking);
  return (
    isAsked &&
    !line
      .slice(at + 1)
      .some((each) => setOf(`${logs} ${namespaces}`).has(each.word) || findResource(each.word) !== undefined)
  );
}

/** `prod-1's` is prod-1; `what's` is a word of its own. */
const withoutPossessive = (word: string): string =>
  /^(?:what|how|who|where|it|that|there|here|why|when|let|anything|something|someone)[\u2019']s$/.test(word)
    ? word
    : word.replace(/[\u2019']s$/, "");

/** Written as one of several words of one meaning. */
const spellings: Readonly<Record<string, string>> = {
  u: "you",
  r: "are",
  ur: "your",
  cannot: "cant",
};

/** Behind the last letter or digit of it. */
const endOf = (raw: string): number => raw.length - (/[^\p{L}\p{N}]{0,20}$/u.exec(raw)?.[0].length ?? 0);

function bare(raw: string): string {
  const inside = raw.replace(/^[^\p{L}\p{N}/-]{1,20}/u, "").slice(0, 300);
  const end = [...inside].findLastIndex((character) => /[\p{L}\p{N}]/u.test(character));
  const word = [...inside]
    .slice(0, end + 1)
    .join("")
    .toLowerCase();
  const short = spelling(withoutPossessive(word).replace(/[\u2019'`]/g, ""));
  return Object.hasOwn(spellings, short) ? (spellings[short] ?? short) : short;
}
