// Whether somebody talks to people, rather than to the bot.
import { hasKnownError } from "../../diagnosis/symptoms.ts";
import { edgesOf } from "./edges.ts";
import type { Language } from "./language.ts";
import type { Spoken } from "./languages.ts";
import type { LineWord } from "./line.ts";
import { matchPhrases } from "./match.ts";
import { placeIn } from "./parts.ts";
import { allWords, setOf } from "./words.ts";

const gapOf = ({ sentence }: Language) => ({ words: 1, without: setOf(sentence.not.replaceAll("|", " ")) });

export function isTalk({ language, line }: Spoken, text: string): boolean {
  if (isError(text)) return false;
  const { talk } = language;
  const gap = gapOf(language);
  const rest = withoutPlace(line, language);
  const edges = edgesOf(rest, language);
  if (matchPhrases(rest, talk.never, edges, gap) !== null) return false;
  if (matchPhrases(rest, talk.always, edges, gap) !== null || isToPerson(rest, language)) return true;
  return (
    !asks(rest, language, text) &&
    matchPhrases(rest, talk.unlessAsked, { ...edges, begins: [0] }, gap) !== null
  );
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
  /(?:^|[\s"'`])(?:error: |Error from server|Unable to connect to the server|E\d{4} \d\d:)/.test(text) &&
  hasKnownError(text);

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
  const isNamed = begin !== -1 && isName(line[begin]?.word ?? "", language) && behind - begin <= 2;
  if (!isNamed) return false;
  return (
    matchPhrases(line, language.talk.request, { begins: [behind], end: -1 }, { words: 0 })?.[0] === behind
  );
}

const isName = (word: string, language: Language): boolean =>
  /^\p{L}{2,}$/u.test(word) && !allWords(language).has(word);

/** What is said to be well, beside what is not: `prod-1 is fine but edge-1 is not`. */
export function withoutWell({ language, line }: Spoken): readonly LineWord[] {
  const at = line.findIndex(({ word }) => setOf(language.sentence.but).has(word));
  const parts = [line.slice(0, at), line.slice(at + 1)];
  const gap = gapOf(language);
  const isWell = (part: readonly LineWord[]) =>
    matchPhrases(part, language.talk.well, edgesOf(part, language), gap) !== null &&
    !part.some(({ word }) => gap.without.has(word));
  const [unwell, ...others] = at > 0 ? parts.filter((part) => !isWell(part)) : [];
  return unwell !== undefined && others.length === 0 ? unwell : line;
}
