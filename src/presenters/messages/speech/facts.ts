// A fact of a cluster that somebody asked for, in words: a sentence for each that it may be.
import type { ClusterFact, FactId } from "../../../core/diagnosis/fact.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";

type Words = { readonly [Of in FactId]: Says<Extract<ClusterFact, Readonly<{ of: Of }>>> };

export function factSpeech({ facts }: Pick<Catalogue, "facts">, closeUp: (text: string) => string) {
  const words: Words = facts;
  return {
    sayFact: (fact: ClusterFact): string => closeUp(say(words[fact.of] as Says<ClusterFact>, fact)),
  };
}
