// The words of a language as sets. An umlaut is the same word as its two letters.
import { findResource } from "../../../command/grammar/resources.ts";
import { readVerbs } from "../../../command/grammar/verbs.ts";
import { once } from "../../../text/once.ts";
import type { Language, Phrases, Words } from "./language.ts";

const letters: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** One spelling of a word that has several; in small letters. */
export const spelling = (word: string): string =>
  word.replace(/[äöüß]/g, (letter) => letters[letter] ?? letter);

/** What is worked out of the same words several times in one reading; forgotten with them. */
export function perLine<Line extends object, Value>(
  make: (line: Line, language: Language) => Value,
): (line: Line, language: Language) => Value {
  const madeOf = once((_: Language) => new WeakMap<Line, Readonly<{ value: Value }>>());
  return (line, language) => {
    const made = madeOf(language);
    const known = made.get(line) ?? { value: make(line, language) };
    made.set(line, known);
    return known.value;
  };
}

export const setOf: (words: Words) => ReadonlySet<string> = once(
  (words) =>
    new Set(
      spelling(words)
        .split(/\s+/)
        .filter((word) => word !== ""),
    ),
);

/** What each word of a table of words means. */
export const meaningsOf: (table: Readonly<Record<string, Words>>) => ReadonlyMap<string, string> = once(
  (table) =>
    new Map(
      Object.entries(table).flatMap(([meaning, words]) => [...setOf(words)].map((word) => [word, meaning])),
    ),
);

/** Of a list of phrases. */
const inPhrases = (phrases: Phrases): readonly string[] =>
  phrases.flatMap((phrase) =>
    spelling(phrase)
      .replace(/[\^~$…*]/g, "")
      .split(/[ |]/),
  );

const isText = (value: unknown): value is string => typeof value === "string";

const ofLook = ({ look }: Language): readonly string[] => [
  ...Object.values(look)
    .filter(isText)
    .flatMap((words) => [...setOf(words)]),
  ...meaningsOf(look.types).keys(),
];

/** They say nothing of what is asked for. */
export const fillersOf: (language: Language) => ReadonlySet<string> = once(
  ({ sentence }) => new Set([...setOf(sentence.small), ...setOf(sentence.fillers)]),
);

/** Of any sentence about clusters: no beginning of a cluster's name, unless a word leads to it. */
export const commonWords: (language: Language) => ReadonlySet<string> = once(
  (language) => new Set([...fillersOf(language), ...setOf(language.common), ...ofLook(language)]),
);

/** Everything that is understood; none of these is a slip in another. */
export const allWords: (language: Language) => ReadonlySet<string> = once((language) => {
  const { talk, sentence, command, change, look, leavesOut, known } = language;
  const phrases = [
    ...[talk.well, talk.request, leavesOut, look.past, look.notRunning, look.notBound],
    ...Object.values(look.states),
  ].flatMap(inPhrases);
  const lists = [talk, sentence, command, change].flatMap((part) => Object.values(part).filter(isText));
  const places = [...sentence.places, ...sentence.placesAlone].flatMap(([, names]) => names);
  return new Set([
    ...commonWords(language),
    ...setOf(known),
    ...phrases,
    ...[...lists, ...places].flatMap((words) => [...setOf(words.replaceAll("|", " "))]),
  ]);
});

const verbs: ReadonlySet<string> = new Set(readVerbs.flatMap((verb) => verb.split(" ")));

/** kubectl's own words: of no language. */
export const isOfKubectl = (word: string): boolean =>
  word === "kubectl" || verbs.has(word) || findResource(word) !== undefined;
