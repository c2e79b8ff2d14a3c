// How the words for a look into a cluster are written down, in any language.
import type { Phrases, Words } from "./phrases.ts";

/** What is read in a cluster, and what may stand beside it. */
export type LookWords = Readonly<{
  logs: Words;
  describe: Words;
  namespaces: Words;
  previous: Words;
  /** The same of a container: "the last one". */
  past: Phrases;
  /** What a Deployment tells of itself. */
  ofDeployment: Words;
  /** What only a description of a node tells. */
  ofNode: Words;
  /** What is said of pods instead of what kubectl prints, by its beginning. */
  states: Readonly<Record<string, Phrases>>;
  /** Said of pods that are asked for because they do not run. */
  notRunning: Phrases;
  lines: Words;
  minutes: Words;
  hours: Words;
  half: Words;
  /** Of an hour: the last one. */
  one: Words;
  /** One, two, three, in their order. */
  numbers: Words;
  /** What such a question begins with, where no cluster tells that it is one. */
  begins: Words;
  /** Before a namespace. */
  inside: Words;
  /** The same, where a name stands beside it: words that lead to a cluster as well. */
  within: Words;
  /** Before a namespace, and before the name of what is read. */
  of: Words;
  /** Before a name: "called". */
  named: Words;
  /** Behind a namespace, and behind the name of what is read. */
  behind: Words;
  /** The type, where no namespace is named. */
  spaces: Words;
  /** Nouns have a capital letter: in the middle of a sentence such a word is no name. */
  capitals: boolean;
  /** Short names of types that are words of a sentence first. */
  noTypes: Words;
  /** Kubernetes' types by their names in this language. */
  types: Readonly<Record<string, string>>;
}>;
