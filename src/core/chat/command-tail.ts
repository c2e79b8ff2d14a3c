// Where a command ends in a sentence: the clusters that are named behind it or between its flags, and what else people
// write behind it.
import { takesNextWord } from "../command/grammar/flag-values.ts";
import { findResource } from "../command/grammar/resources.ts";
import { parseClusterName } from "./cluster-name.ts";
import { marks } from "./cluster-words.ts";
import type { Language } from "./plain/language.ts";
import { setOf, spelling } from "./plain/words.ts";
import { splitWords, type Word } from "./words.ts";

/** `led`: a word is left in it that leads to a cluster. */
export type CommandTail = Readonly<{ command: string; clusters: readonly string[]; led: boolean }>;

/** `to`: the word behind it. */
type Clause = Readonly<{ from: number; to: number; clusters: readonly string[] }>;

/** `text` begins with the command. Null where it is not certain which words belong to it. */
export function splitCommand(text: string, language: Language): CommandTail | null {
  const { words, unclosed } = splitWords(text.replace(/\s*\(([\w-]{1,63})\)([.!?]?)$/, " @$1$2"));
  if (unclosed) return null;
  const bare = words.filter((_, at) => !isValue(words, at));
  const clauses = clausesIn(words, language);
  if (clauses.length > 1) return null;
  const clusters = clauses.flatMap((clause) => clause.clusters);
  const gone = new Set(clauses.flatMap(({ from, to }) => [...words.keys()].slice(from, to)));
  const kept = withoutBehind(
    words.filter((_, at) => !gone.has(at)),
    language,
  );
  const isEnd = clauses.every(
    ({ to }) => words[to] === undefined || /^[-|]/.test(words[to].raw) || !kept.includes(words[to]),
  );
  const left = kept.filter((word) => bare.includes(word));
  if (!isEnd || left.some((word) => isCertainLead(word, language))) return null;
  const command = kept.map((word, at) => rawOf(word, at === kept.length - 1)).join(" ");
  return { command, clusters, led: left.some((word) => isLead(word, language)) };
}

const isValue = (words: readonly Word[], at: number): boolean => {
  const flag = words[at - 1]?.raw ?? "";
  return flag.startsWith("-") && takesNextWord(flag);
};

/** Without the sentence's punctuation. */
const plain = ({ raw }: Word): string => raw.replace(/^[`"'(@]{1,3}/, "").replace(/[`"'),.:;!?]{1,5}$/, "");
const wordOf = (word: Word): string => spelling(plain(word).toLowerCase());

const rawOf = ({ raw, quoted }: Word, isLast: boolean): string =>
  isLast && !quoted ? raw.replace(/[,.:;!?]{1,5}$/, "") : raw;

const isCertainLead = ({ raw }: Word, { command }: Language): boolean =>
  setOf(command.leads).has(raw.toLowerCase());

const isLead = (word: Word, { command }: Language): boolean =>
  word.raw.startsWith("@") ||
  [marks, setOf(command.leads)].some((leads) => leads.has(word.raw.toLowerCase()));

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
  const isBehindComma = /[,;]$/.test(words[at - 1]?.raw ?? "") && isAtEnd(words, at, language);
  if (!isLed && !word.raw.startsWith("@") && !isBehindComma) return null;
  let to = isLed ? at + 1 : at;
  while (setOf(language.sentence.articles).has(wordOf(words[to] ?? word)) && words[to + 1]) to += 1;
  const first = nameAt(words, to, language);
  if (first === null) return null;
  const clusters = [first.name];
  to = first.to;
  for (let more = moreAt(words, to, language); more !== null; more = moreAt(words, to, language)) {
    if (!more.isExcept) clusters.push(more.name);
    to = more.to;
  }
  const isBehind = setOf(language.sentence.behindName).has(wordOf(words[to] ?? word));
  return { from: at, to: isBehind && words[to] ? to + 1 : to, clusters };
}

/** Nothing but what people write behind a command follows. */
function isAtEnd(words: readonly Word[], at: number, language: Language): boolean {
  const name = nameAt(words, at, language);
  return (
    name !== null && words.slice(name.to).every((word) => setOf(language.command.behind).has(wordOf(word)))
  );
}

type Name = Readonly<{ name: string; to: number }>;

function nameAt(words: readonly Word[], at: number, language: Language): Name | null {
  const [word, next] = words.slice(at, at + 2);
  if (word === undefined || word.raw.startsWith("-") || isLead({ ...word, raw: plain(word) }, language))
    return null;
  const name = plain(word);
  if (parseClusterName(name) === null || findResource(name) !== undefined) return null;
  const isOpen = next !== undefined && !/[,.:;!?]$/.test(word.raw) && /^[a-z][a-z0-9-]*$/i.test(name);
  const follows = isOpen && !/^@/.test(next.raw) && isSecond(name, plain(next), language);
  return follows ? { name: `${name}-${plain(next)}`, to: at + 2 } : { name, to: at + 1 };
}

/** `prod 1`, `staging eu`. */
const isSecond = (name: string, next: string, { sentence, command }: Language): boolean => {
  const others = [
    command.behind,
    command.leads,
    sentence.and,
    sentence.except,
    sentence.behindName,
    sentence.fillers,
  ];
  if (/^\d{1,4}$/.test(next)) return true;
  return (
    /^[a-z]+$/i.test(name) && /^[a-z]{2,12}$/.test(next) && !others.some((list) => setOf(list).has(next))
  );
};

function moreAt(
  words: readonly Word[],
  at: number,
  language: Language,
): (Name & { isExcept: boolean }) | null {
  const { and, except } = language.sentence;
  const word = words[at];
  if (word === undefined) return null;
  const isExcept = setOf(except).has(wordOf(word));
  if (!isExcept && !setOf(and).has(wordOf(word))) return null;
  const next = words[at + 1];
  const isLed = next !== undefined && isLead(next, language) && !next.raw.startsWith("@");
  const name = nameAt(words, isLed ? at + 2 : at + 1, language);
  return name === null ? null : { ...name, isExcept };
}

/** `please`, `for me`: from the end, as long as it is no flag's value. */
function withoutBehind(words: readonly Word[], { command }: Language): readonly Word[] {
  const behind = setOf(command.behind);
  const last = words.findLastIndex((word, at) => !behind.has(wordOf(word)) || isValue(words, at));
  return words.slice(0, last + 1);
}

/** Behind the command that begins at `start`: no command holds a Chinese character, unless in quotes. */
export function endOfCommand(text: string, start: number): number {
  const word = splitWords(text.slice(start)).words.find(({ raw }) => /^[^`"']*\p{Script=Han}/u.test(raw));
  if (word === undefined) return text.length;
  return start + word.start + word.raw.search(/\p{Script=Han}/u);
}
