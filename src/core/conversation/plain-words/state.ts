// In which state somebody says that pods are.

import { meaningsOf, perLine, setOf } from "./languages/known-words.ts";
import type { Language } from "./languages/language.ts";
import type { LineWord } from "./languages/line-words.ts";
import { edgesOf, matchPhrases, typesIn } from "./match.ts";

type Words = readonly LineWord[];

/** How kubectl prints what people say of pods, in any language. */
const states = meaningsOf({
  Pending: "pending",
  Evicted:
    "evicted evict evicts evictions eviction evictet evicteten evictete verdraengt verdraengte verdraengten rausgeworfen",
  Terminating: "terminating",
  ContainerCreating: "containercreating",
  CrashLoop: "crashloop crashloops crashlooping crashloopbackoff",
  ImagePull: "imagepullbackoff errimagepull imagepull",
  OOMKilled: "oomkilled",
});
type State = Readonly<{ word: string; isNot?: true }>;
/** Kubernetes found no volume for a claim, or made none. */
export const isUnbound = perLine(
  (words: Words, language: Language): boolean =>
    matchPhrases(words, language.look.notBound, edgesOf(words, language), { words: 1 }) !== null,
);

/** `pvc not bound`: what is said of how something is names nothing. */
export const isOfState = (word: string): boolean => states.has(word) || boundWords.has(word);
const boundWords = setOf("bound unbound binding gebunden ungebunden");

export const stateIn = perLine((words: Words, language: Language): State | null => {
  const word = words
    .flatMap((each) => [each.word, ...each.slips])
    .map((each) => states.get(each))
    .find((state) => state !== undefined);
  if (word !== undefined) return { word };
  const edges = edgesOf(words, language);
  const said = Object.entries(language.look.states).find(
    ([, phrases]) => matchPhrases(words, phrases, edges, { words: 1 }) !== null,
  );
  if (said !== undefined) return { word: said[0] };
  const types = typesIn(words, language);
  const isNot =
    (types.length === 0 || types.includes("pods")) &&
    matchPhrases(words, language.look.notRunning, edges, { words: 1 }) !== null;
  return isNot ? { word: "Running", isNot } : null;
});
