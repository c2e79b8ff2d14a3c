// Where a command ends in a sentence: the clusters that are named behind it or between its flags, and what else people
// write behind it.

import { parseClusterName } from "../../cluster-name.ts";
import { takesNextWord } from "../../command/grammar/flag-values.ts";
import { findResource } from "../../command/grammar/resources.ts";
import { fillersOf, setOf, spelling } from "../plain-words/languages/known-words.ts";
import type { Language } from "../plain-words/languages/language.ts";
import { isHan } from "../plain-words/languages/segment.ts";
import { splitWords, type Word } from "../split-words.ts";
import { leads, marks } from "./cluster-words.ts";

/** `led`: a word is left in it that leads to a cluster. */
type CommandTail = Readonly<{ command: string; clusters: readonly string[]; led: boolean }>;

/** Words that name clusters, with what leads to them; `to`: the word behind. */
type Clause = Readonly<{ from: number; to: number; clusters: readonly string[] }>;

/** `text` begins with the command. Null where it is not certain which words belong to it. */
export function splitCommand(text: string, language: Language): CommandTail | null {
  const { words, unclosed } = splitWords(text.replace(/\s*\(([\w-]{1,63})\)([.!?]?)$/, " @$1$2"));
  const [clause, second] = clausesIn(words, language);
  if (unclosed || second !== undefined) return null;
  if (clause !== undefined && !isSaidBehind(words, clause, language)) return null;
  const rest = clause === undefined ? [] : moreBehind(words, clause);
  const kept = withoutBehind([...words.slice(0, clause?.from), ...rest], language);
  const bare = kept.filter((_, at) => !isValue(kept, at));
  if (bare.some((word) => isCertainLead(word, language))) return null;
  const command = kept.map((word, at) => rawOf(word, at === kept.length - 1)).join(" ");
  return { command, clusters: clause?.clusters ?? [], led: bare.some((word) => isLead(word, language)) };
}

/** Flags and filters of the command. */
const moreBehind = (words: readonly Word[], { to }: Clause): readonly Word[] =>
  /^(?:-{1,2}[a-z]|\|)/i.test(words[to]?.raw ?? "") ? words.slice(to) : [];

const isSaidBehind = (words: readonly Word[], clause: Clause, language: Language): boolean =>
  moreBehind(words, clause).length > 0 || words.slice(clause.to).every((word) => isSaid(word, language));

const isValue = (words: readonly Word[], at: number): boolean => {
  const flag = words[at - 1]?.raw ?? "";
  return flag.startsWith("-") && takesNextWord(flag);
};

/** Without the sentence's punctuation. */
const plain = ({ raw }: Word): string => raw.replace(/^[`"'(@]{1,3}/, "").replace(/[`"'),.:;!?]{1,5}$/, "");
const isIn = (word: Word | undefined, ...sets: readonly ReadonlySet<string>[]): boolean =>
  word !== undefined && sets.some((set) => set.has(spelling(plain(word).toLowerCase())));
const isOneOf = (word: Word | undefined, words: string): boolean => isIn(word, setOf(words));

const rawOf = ({ raw, quoted }: Word, isLast: boolean): string =>
  isLast && !quoted ? raw.replace(/[,.:;!?]{1,5}$/, "") : raw;

const isCertainLead = ({ raw }: Word, { command }: Language): boolean =>
  setOf(command.leads).has(spelling(raw.toLowerCase()));

const isMark = (word: Word): boolean => word.raw.startsWith("@") || marks.has(plain(word).toLowerCase());

const isLead = (word: Word, language: Language): boolean => isMark(word) || isCertainLead(word, language);

/** Behind the cluster nothing of it is an argument. */
const isSaid = (word: Word, language: Language): boolean => {
  const { command, sentence, talk } = language;
  const lists = [command.behind, command.before, sentence.polite, talk.opening].map(setOf);
  return /^[-\u2013\u2014:;)]+$/.test(word.raw) || isIn(word, ...lists, fillersOf(language));
};

/** `please`, `for me`: from the end, as long as it is no flag's value. */
function withoutBehind(words: readonly Word[], { command, sentence }: Language): readonly Word[] {
  const isSmall = (word: Word) =>
    isOneOf(word, command.behind) || (isOneOf(word, sentence.small) && !isMark(word));
  const isShort = (word: Word, at: number) => at === words.length - 1 && plain(word).length < 2;
  const last = words.findLastIndex((word, at) => !isSmall(word) || isShort(word, at) || isValue(words, at));
  return words.slice(0, last + 1);
}

function clausesIn(words: readonly Word[], language: Language): readonly Clause[] {
  const clauses: Clause[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const clause = isValue(words, at) ? null : clauseAt(words, at, language);
    if (clause === null) continue;
    clauses.push(clause);
    at = clause.to - 1;
  }
  return clauses;
}

/** `on prod-1`, `on the cluster prod 1`, `@prod-1`, `on prod-1 and prod-2`, `on prod-1, not prod-2`, `, prod-1`. */
function clauseAt(words: readonly Word[], at: number, language: Language): Clause | null {
  const word = words[at];
  if (word === undefined) return null;
  const isLed = isCertainLead(word, language);
  const isDash = /^[-\u2013\u2014]$/.test(word.raw);
  let to = isLed || isDash ? at + 1 : at;
  while (isOneOf(words[to], language.sentence.articles) && words[to + 1]) to += 1;
  const first = nameAt(words, to, language);
  if (first === null) return null;
  const isParted = isDash || /[,;]$/.test(words[at - 1]?.raw ?? "");
  const isEnd = words.slice(first.to).every((each) => isOneOf(each, language.command.behind));
  if (!isLed && !word.raw.startsWith("@") && !(isParted && isEnd)) return null;
  const clusters = [first.name];
  to = first.to;
  for (let more = moreAt(words, to, language); more !== null; more = moreAt(words, to, language)) {
    if (!more.isExcept) clusters.push(more.name);
    to = more.to;
  }
  return { from: at, to: isOneOf(words[to], language.sentence.behindName) ? to + 1 : to, clusters };
}

type Name = Readonly<{ name: string; to: number }>;

function nameAt(words: readonly Word[], at: number, language: Language): Name | null {
  const [word, next] = words.slice(at, at + 2);
  if (word === undefined || word.raw.startsWith("-")) return null;
  const name = plain(word);
  if (isLead({ ...word, raw: name }, language) || parseClusterName(name) === null) return null;
  if (findResource(name) !== undefined || isIn(word, fillersOf(language))) return null;
  const isOpen = next !== undefined && !/[,.:;!?]$/.test(word.raw) && /^[a-z][a-z0-9-]*$/i.test(name);
  const follows = isOpen && !next.raw.startsWith("@") && isSecond(name, plain(next), language);
  return follows ? { name: `${name}-${plain(next)}`, to: at + 2 } : { name, to: at + 1 };
}

/** `prod 1`, `staging eu`. */
function isSecond(name: string, next: string, language: Language): boolean {
  if (/^\d{1,4}$/.test(next)) return true;
  const { and, except, behindName } = language.sentence;
  const others = [language.command.behind, language.command.leads, and, except, behindName].map(setOf);
  const isWord = /^[a-z]+$/i.test(name) && /^[a-z]{2,12}$/.test(next);
  return isWord && ![...others, fillersOf(language)].some((set) => set.has(next));
}

/** `and prod-2`, `or on prod-2`, `not prod-2`. */
function moreAt(
  words: readonly Word[],
  at: number,
  language: Language,
): (Name & Readonly<{ isExcept: boolean }>) | null {
  const { and, except } = language.sentence;
  const isExcept = isOneOf(words[at], except);
  if (!isExcept && !isOneOf(words[at], and)) return null;
  const next = words[at + 1];
  const name = nameAt(words, next !== undefined && isCertainLead(next, language) ? at + 2 : at + 1, language);
  return name === null ? null : { ...name, isExcept };
}

/** Something is said of the command: words of the grammar stand between its own. */
export function isSentence(text: string, language: Language): boolean {
  const { words } = splitWords(text);
  const [clause] = clausesIn(words, language);
  const { small, articles } = language.sentence;
  const own = withoutBehind(words.slice(0, clause?.from), language);
  const bare = beforeFilters(own).filter((word, at) => !isValue(own, at) && plain(word).length > 1);
  const isGrammar = (word: Word) =>
    isOneOf(word, small) && !isOneOf(word, articles) && !isIn(word, leads) && !isCertainLead(word, language);
  const isNever = (word: Word) => isOneOf(word, language.command.never) || isHan(word.raw);
  const isOther = beforeFilters(words).some((word, at) => isNever(word) && !isValue(words, at));
  return isOther || bare.some(isGrammar) || (clause !== undefined && !isSaidBehind(words, clause, language));
}

/** What a filter looks for may be any word: `| grep -i timeout`. */
const beforeFilters = (words: readonly Word[]): readonly Word[] => {
  const end = words.findIndex(({ raw }) => raw.startsWith("|"));
  return end === -1 ? words : words.slice(0, end);
};

/** Behind the command that begins at `start`: no command holds a Chinese character, unless in quotes. */
export function endOfCommand(text: string, start: number): number {
  const word = splitWords(text.slice(start)).words.find(({ raw }) => /^[^`"']*\p{Script=Han}/u.test(raw));
  if (word === undefined) return text.length;
  return start + word.start + word.raw.search(/\p{Script=Han}/u);
}
