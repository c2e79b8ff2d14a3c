// Whether somebody talks to people, rather than to the bot.
import { hasKnownError } from "../../diagnosis/symptoms.ts";
import { edgesOf } from "./edges.ts";
import type { Language } from "./language.ts";
import type { Spoken } from "./languages.ts";
import type { LineWord } from "./line.ts";
import { matchPhrases } from "./match.ts";
import { candidatesIn, isNameLike, placeIn } from "./parts.ts";
import { isHan } from "./segment.ts";
import { allWords, setOf } from "./words.ts";

const gapOf = ({ sentence }: Language) => ({ words: 1, without: setOf(sentence.not.replaceAll("|", " ")) });

export function isTalk({ language, line }: Spoken, text: string): boolean {
  if (isError(text)) return false;
  const { talk } = language;
  const gap = gapOf(language);
  const rest = withoutPlace(line, language);
  const edges = edgesOf(rest, language);
  if (matchPhrases(rest, talk.never, edges, { ...gap, words: 3 }) !== null) return false;
  if (matchPhrases(rest, talk.always, edges, gap) !== null || isToPerson(rest, language)) return true;
  if (asks(rest, language, text)) return false;
  return (
    isWell(rest, language) || matchPhrases(rest, talk.unlessAsked, { ...edges, begins: [0] }, gap) !== null
  );
}

/** Nothing in it says "not". */
function isWell(line: readonly LineWord[], language: Language): boolean {
  const gap = gapOf(language);
  const found = matchPhrases(line, language.talk.well, edgesOf(line, language), gap);
  return found !== null && !line.some(({ word }) => gap.without.has(word));
}

/** "I'm working from home" says nothing of what somebody does. */
function withoutPlace(line: readonly LineWord[], language: Language): readonly LineWord[] {
  const { words } = placeIn(line, language);
  const [first] = words;
  if (first === undefined) return line;
  const sitting = setOf(language.sentence.sitting);
  const start = line.slice(0, first).findLastIndex(({ word }) => !sitting.has(word)) + 1;
  return line.filter((_, at) => !words.includes(at) && (at < start || at > first));
}

export const isQuestion = (text: string): boolean => /\?[^\p{L}\p{N}]*$/u.test(text.slice(-20));

/** As kubectl says that something failed. */
export const isError = (text: string): boolean =>
  /(?:^|[\s"'`])(?:Error from server|Unable to connect to the server)/.test(text) ||
  (/(?:^|[\s"'`])(?:error: |E\d{4} \d\d:)/.test(text) && hasKnownError(text));

function asks(line: readonly LineWord[], language: Language, text: string): boolean {
  const [begin = 0] = edgesOf(line, language).begins;
  const { asking, questions } = language.talk;
  const [first, second] = line.slice(begin);
  return (
    isQuestion(text) ||
    line.some(({ word }) => setOf(questions).has(word)) ||
    setOf(asking).has(first?.word ?? "") ||
    (setOf(language.change.verbs).has(first?.word ?? "") && /[\d-]/.test(second?.word ?? ""))
  );
}

/** `Tom, can you …`: a name at the beginning, and then what only a person is asked so. */
function isToPerson(line: readonly LineWord[], language: Language): boolean {
  const opening = setOf(language.talk.opening);
  const begin = line.findIndex(({ word }) => !opening.has(word));
  const behind = line.findIndex(({ word }, at) => at > begin && !isName(word, language));
  const [at, next] = line.slice(Math.max(0, begin));
  if (at?.at && isHan(at.word === "" ? (next?.word ?? "") : at.word)) return true;
  const isNamed = begin !== -1 && isName(line[begin]?.word ?? "", language) && behind - begin <= 2;
  if (!isNamed) return false;
  return (
    matchPhrases(line, language.talk.request, { begins: [behind], end: -1 }, { words: 0 })?.[0] === behind
  );
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
  const [unwell, ...others] =
    at > 0 ? parts.filter((part) => !isWell(withoutNames(part, language), language)) : [];
  return unwell !== undefined && others.length === 0 ? unwell : line;
}
