// Where the parts of a sentence begin, and where the line ends.
import type { Language } from "./language.ts";
import type { LineWord } from "./line.ts";
import { type Edges, matchPhrases } from "./match.ts";
import { perLine, setOf } from "./words.ts";

const near = { words: 0 };

/** Behind a greeting, and behind "could you". */
function beginAt(line: readonly LineWord[], { talk }: Language, start: number): number {
  const isOpening = ({ word }: LineWord) => word === "" || setOf(talk.opening).has(word);
  const first = (from: number): number => {
    const at = line.findIndex((each, index) => index >= from && !isOpening(each));
    return at === -1 ? from : at;
  };
  const begin = first(start);
  const [at = -1, ...more] = matchPhrases(line, talk.request, { begins: [begin], end: -1 }, near) ?? [];
  const behind = at + more.length + 1;
  return at === begin && line[behind] !== undefined ? first(behind) : begin;
}

/** A question begins wherever its word stands. */
export const edgesOf = perLine((line: readonly LineWord[], language: Language): Edges => {
  const { talk, sentence } = language;
  const starts = line.flatMap(({ clause, word }, at) =>
    at === 0 || clause !== line[at - 1]?.clause || setOf(talk.questions).has(word) ? [at] : [],
  );
  const begins = [...new Set(starts.map((start) => beginAt(line, language, start)))];
  return { begins, end: line.findLastIndex(({ word }) => word !== "" && !setOf(sentence.polite).has(word)) };
});
