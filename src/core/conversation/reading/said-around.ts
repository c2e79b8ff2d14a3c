// What is said around a command in a sentence: its cluster, and whether it is to be run or somebody may do it.
import { parseClusterName } from "../../cluster-name.ts";
import { fillersOf, setOf } from "../plain-words/languages/known-words.ts";
import type { Language } from "../plain-words/languages/language.ts";
import type { Spoken } from "../plain-words/languages/languages.ts";
import type { LineWord } from "../plain-words/languages/line-words.ts";
import { isOneOf, matchPhrases } from "../plain-words/match.ts";
import { isToPerson } from "../plain-words/talk.ts";

type SurroundingWords = Readonly<{ kind: "run" | "canI"; clusters: readonly string[] }>;

/** The command begins with word `at`, and ends before `end`. Null where the rest says something else, too. */
export function saidAround(
  spoken: Spoken,
  at: number,
  end: number,
  isNamed: boolean,
): SurroundingWords | null {
  const { language, line } = spoken;
  const tool = line[at];
  const before = line.slice(0, at);
  const behind = line.filter(({ start }, index) => index > at && start >= end);
  const own = before.filter(({ sentence }) => sentence === tool?.sentence);
  if (tool === undefined) return null;
  const said = [...own, ...behind].filter(({ word }) => !setOf(language.talk.opening).has(word));
  if (isToPerson(said, language)) return null;
  const words = [...own, { ...tool, word: "kubectl" }, ...behind];
  const edges = { begins: [...words.keys()], end: own.length - 1 };
  const asked = matchPhrases(words, language.may.phrases, edges, { words: 3 });
  const kind = asked === null ? "run" : "canI";
  const asking = new Set(asked?.map((index) => words[index]));
  const parts = [own, behind].map((part) => part.filter((word) => !asking.has(word)));
  const clusters = clustersIn(parts, language, kind);
  if (clusters === null) return null;
  const isElsewhere = own.length < before.length;
  if (isElsewhere && (isNamed || clusters.length > 0))
    return earlier(spoken, before.slice(0, before.length - own.length), kind) && { kind, clusters };
  return isElsewhere ? earlier(spoken, before, kind) : { kind, clusters };
}

/** Another sentence before it may name the cluster; what else it says is not dropped. */
function earlier(
  { language }: Spoken,
  before: readonly LineWord[],
  kind: SurroundingWords["kind"],
): SurroundingWords | null {
  const clusters = clustersIn([before], language, kind);
  return clusters && { kind, clusters };
}

/** `prod-1>` says which cluster is meant; `alex@laptop:~$` does not. */
const isPrompt = ({ word, raw }: LineWord): boolean =>
  word === "ps" || (/[$#>]$/.test(raw) && parseClusterName(word) === null);

/** Null where the words say something else, and where one of them may be a cluster and need not be. */
function clustersIn(
  parts: readonly (readonly LineWord[])[],
  language: Language,
  kind: SurroundingWords["kind"],
): readonly string[] | null {
  const names: string[] = [];
  for (const part of parts) {
    const words = part.filter((word) => !isPrompt(word) && word.word !== "");
    if (words.some(({ word }) => setOf(language.command.forbids).has(word)) && part === parts[0]) return null;
    if (kind === "run" && words.some(({ word }) => setOf(language.command.never).has(word))) return null;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined || isBeside(word, language, kind)) continue;
      const name = nameAt(words, at, language);
      if (name === null) return null;
      if (!setOf(language.sentence.except).has(words[at - 1]?.word ?? "")) names.push(name.name);
      at = name.last;
    }
  }
  return names;
}

function isBeside(word: LineWord, language: Language, kind: SurroundingWords["kind"]): boolean {
  const { sentence, command, talk, may } = language;
  const lists = [sentence.polite, sentence.leads, sentence.and, sentence.except, sentence.behindName];
  const own = [command.before, command.behind, talk.opening, kind === "canI" ? may.beside : ""];
  return isOneOf(word, fillersOf(language)) || [...lists, ...own].some((list) => isOneOf(word, setOf(list)));
}

/** `prod-1`, `prod 1`, `staging eu`; a word like any other only where nothing else than a cluster can stand. */
function nameAt(
  words: readonly LineWord[],
  at: number,
  language: Language,
): Readonly<{ name: string; last: number }> | null {
  const [word, next] = words.slice(at, at + 2);
  if (word === undefined || parseClusterName(word.word) === null) return null;
  if (next !== undefined && /^\d{1,4}$/.test(next.word) && /^[a-z]/.test(word.word))
    return { name: `${word.word}-${next.word}`, last: at + 1 };
  if (/[\d-]/.test(word.word)) return { name: word.word, last: at };
  const { leads, behindName, articles } = language.sentence;
  const before = words.slice(0, at).findLast((each) => !setOf(articles).has(each.word));
  const isLed =
    word.at ||
    /[:>]$/.test(word.raw) ||
    words.length === 1 ||
    (before !== undefined && before.word !== "to" && setOf(leads).has(before.word));
  const isFollowed = next !== undefined && setOf(behindName).has(next.word);
  const isPair = next !== undefined && /^[a-z]{2,12}$/.test(next.word) && (words.length === 2 || isLed);
  if (isPair && !isFollowed && parseClusterName(next.word) !== null)
    return { name: `${word.word}-${next.word}`, last: at + 1 };
  return isLed || isFollowed ? { name: word.word, last: at } : null;
}
