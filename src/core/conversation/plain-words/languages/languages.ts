// In which language a line is written. Each line is read in one of them, so that no word of another is mistaken for its own.
import { findResource } from "../../../command/grammar/resources.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { allWords, commonWords, isOfKubectl, setOf } from "./known-words.ts";
import type { AboutWords, Language } from "./language.ts";
import { type LineWord, readLine } from "./line-words.ts";
import { isHan } from "./segment.ts";
import { zh } from "./zh.ts";

const written = [en, de];
export const languages: readonly Language[] = [...written, zh];

export const saysAbout = (what: keyof AboutWords, text: string): boolean =>
  languages.some(({ about }) => about[what].test(text.slice(0, longestRead)));

/** Whoever writes more says at its beginning what it is about. */
const longestRead = 400;

export type Spoken = Readonly<{ language: Language; line: readonly LineWord[] }>;

/** In the language that knows most of its words, and of two that know as many the one with more of its own small ones. */
export function readSpoken(text: string): Spoken {
  if (isChinese(text)) return { language: zh, line: readLine(text, zh) };
  const line = readLine(text, en);
  const [best = en] = written
    .map((language) => ({ language, known: knownIn(line, language), small: smallIn(line, language) }))
    .sort((one, other) => other.known - one.known || other.small - one.small)
    .map(({ language }) => language);
  return { language: best, line: best === en ? line : readLine(text, best) };
}

/** With Japanese letters it is none. */
const isChinese = (text: string): boolean =>
  isHan(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);

const knownIn = (line: readonly LineWord[], language: Language): number =>
  line.filter(
    ({ word, raw }) => allWords(language).has(word) && !isOfKubectl(word) && !/^[-\u2013\u2014]/.test(raw),
  ).length;

const smallIn = (line: readonly LineWord[], { sentence }: Language): number =>
  line.filter(({ word }) => setOf(sentence.small).has(word)).length;

/** In some language, or a type of Kubernetes. */
export const isCommon = (word: string): boolean =>
  findResource(word) !== undefined || languages.some((language) => commonWords(language).has(word));
