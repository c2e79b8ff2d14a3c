// Whether somebody talks to people, rather than to the bot.
import { hasKnownError } from "../../diagnosis/symptoms.ts";
import type { Placed } from "../location-words.ts";
import { allWords, fillersOf, setOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import type { Spoken } from "./languages/languages.ts";
import type { LineWord } from "./languages/line-words.ts";
import { isHan } from "./languages/segment.ts";
import { type Candidate, candidatesIn, isNameLike } from "./line-parts.ts";
import { placeIn } from "./line-place.ts";
import { type Edges, edgesOf, isOneOf, matchPhrases, typeOf } from "./match.ts";

const gapOf = ({ sentence }: Language) => ({ words: 1, without: setOf(sentence.not.replaceAll("|", " ")) });

/** Nothing in it says "not". */
function isWell(line: readonly LineWord[], language: Language): boolean {
  const gap = gapOf(language);
  const found = matchPhrases(line, language.talk.well, edgesOf(line, language), gap);
  return found !== null && !line.some(({ word }) => gap.without.has(word));
}

export const isQuestion = (text: string): boolean => /\?[^\p{L}\p{N}]*$/u.test(text.slice(-20));

/** As kubectl and what stands on its library say that something failed; nobody writes so. */
const toolErrors =
  /Error from server|Unable to connect to (?:the server|context)|The connection to the server|You must be logged in to the server|Client\.Timeout exceeded|net\/http: |x509: |dial tcp: lookup|Get "https:/;

export const isError = (text: string): boolean =>
  toolErrors.test(text) ||
  /dial tcp \[?\d/.test(text) ||
  eventErrors.test(text) ||
  (/(?:^|[\s"'`])(?:error: |E\d{4} \d\d:)/.test(text) && hasKnownError(text));

/** As events, the kubelet and az say it. */
const eventErrors =
  /^(?:[Ee]rror|ERROR|FATAL|fatal|panic|Warning)(?::|\s+[A-Z]\w+[a-z][A-Z])|level=(?:error|fatal)\b|\(\d+: [A-Z][a-z]+ |\bReason: +[A-Z]\w+|\b[Ee]xit [Cc]ode:? \d|\bAADSTS\d{4,6}\b|node was low on resource|exceeded quota:|reached the specified backoff limit|failed to mount|violate the pod.?s disruption budget|upstream connect error|Multi-Attach error|no space left on device|\b(?:Authorization|Authentication)Failed\b|^\s*(?:\d+[smhd]\s+)?(?:Warning\s+)?Failed(?:Scheduling|Mount|AttachVolume|Create\w*)\b(?!\s*(?:的\s*)?(?:事件|events?\b))|(?:Mount|Attach)Volume\.|Back-off (?:restarting|pulling)|Failed to (?:pull image|create pod sandbox)|\d\/\d{1,5} nodes are available|(?:[Rr]eadiness|[Ll]iveness|[Ss]tartup) probe failed|^ERROR: \(\w|rpc error: code =|net\/http: TLS/;

export function asks(line: readonly LineWord[], language: Language, text: string): boolean {
  const [begin = 0] = edgesOf(line, language).begins;
  const { asking, pleads, questions } = language.talk;
  const [first, second] = line.slice(begin);
  const isPlea = ({ word, clause }: LineWord, at: number) =>
    clause !== line[at - 1]?.clause && setOf(pleads).has(word);
  return (
    isQuestion(text) ||
    line.some(isPlea) ||
    line.some(({ word }) => setOf(questions).has(word)) ||
    (first !== undefined && isOneOf(first, setOf(asking))) ||
    (setOf(language.change.verbs).has(first?.word ?? "") && /[\d-]/.test(second?.word ?? ""))
  );
}

/** `Tom, can you …`, `@Tom`: a name at the beginning, and then what only a person is asked so. */
export function isToPerson(line: readonly LineWord[], language: Language): boolean {
  const { opening, request, orders } = language.talk;
  const begin = line.findIndex(({ word }) => !setOf(opening).has(word));
  const [first, second] = line.slice(Math.max(0, begin));
  // `TargetDown`: an alert rule, and nobody's name.
  if (first === undefined || /\p{Ll}\p{Lu}/u.test(first.raw)) return false;
  // `@all`, `@priya`: no name of a cluster.
  if (line[0]?.at && /^\p{L}{2,}$/u.test(line[0].word)) return true;
  if (first.at && isHan(first.word === "" ? (second?.word ?? "") : first.word)) return true;
  const behind = line.findIndex(({ word }, at) => at > begin && !isName(word, language));
  if (!isName(first.word, language) || behind === -1 || behind - begin > 2) return false;
  const next = line[behind];
  const isTold = next !== undefined && next.clause > first.clause && setOf(orders).has(next.word);
  const isNamed = candidatesIn(line, language).some(isNameLike);
  const edges = { begins: [behind, behind + 1].filter((at) => line[at] !== undefined), end: -1 };
  return (isTold && isNamed) || matchPhrases(line, request, edges, { words: 0 }) !== null;
}

const isName = (word: string, language: Language): boolean =>
  /^\p{L}{2,}$/u.test(word) && !allWords(language).has(word);

const withoutNames = (line: readonly LineWord[], language: Language): readonly LineWord[] => {
  const names = new Set(
    candidatesIn(line, language)
      .filter(isNameLike)
      .flatMap(({ words }) => words),
  );
  return line.filter((_, at) => !names.has(at));
};

/** Without what is said to be well beside what is not: `prod-1 is fine but edge-1 is not`. */
export function withoutWell({ language, line }: Spoken): readonly LineWord[] {
  const but = line.findIndex(({ word }) => setOf(language.sentence.but).has(word));
  const at = but === -1 ? line.findIndex(({ clause }) => clause > 0) : but;
  const parts = [line.slice(0, at), line.slice(but === -1 ? at : at + 1)];
  const isOfTwo = parts.every((part) => candidatesIn(part, language).some(isNameLike));
  const [unwell, ...others] =
    at > 0 && isOfTwo ? parts.filter((part) => !isWell(withoutNames(part, language), language)) : [];
  return unwell !== undefined && others.length === 0 ? unwell : line;
}

// A line in plain words, as each ability looks at it.

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
}>;

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
  };
}

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

/** `prod-1?`, `and from home?` */
export const isNothingElse = ({ cluster, line, language, place }: Rest): boolean =>
  (cluster !== null || place.words.length > 0) &&
  line.every(
    (each, at) =>
      each.word === "" || place.words.includes(at) || isFiller(each, language) || sameAgain.has(each.word),
  );
const sameAgain = setOf(
  "same again too also instead rather das gleiche selbe dasselbe statt von nochmal stattdessen auch lieber ausm doch 同样 同样的 一样 再 试 试试 再试 一次 再试一次 换成 改成 那 那么 也 从",
);
