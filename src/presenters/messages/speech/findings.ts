// What findings say, by their id: those about reaching a cluster, and those inside it.
import type { Fact } from "../../../core/outcome/fact.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { type Says, sayEach } from "../says.ts";

type Words = Readonly<{ title: string; remediation: string; facts: object }>;

/** `shared`: facts that many of these findings say alike. */
type Catalogue = Readonly<{ findings: Readonly<Record<string, Words>>; shared: object }>;

/** `joined`: sentences, one after the other. */
export function findingSpeech(
  ofTheWay: Catalogue,
  inside: Catalogue,
  joined: (sentences: readonly string[]) => string,
) {
  const catalogueOf = (id: string): Catalogue => (Object.hasOwn(inside.findings, id) ? inside : ofTheWay);
  const wordsOf = (id: string): Words | undefined => lookUp(catalogueOf(id).findings, id);
  return {
    /** A sentence each. What a newer release kept is said by its id. */
    sayFacts: (id: string, facts: readonly Fact[]): string => {
      // The id picks the words that take these facts: TypeScript does not follow the link between the two.
      const words = { ...catalogueOf(id).shared, ...wordsOf(id)?.facts } as Says<Fact>;
      return joined(sayEach(words, facts));
    },
    /** Undefined for a finding of another release. */
    titleOf: (id: string): string | undefined => wordsOf(id)?.title,
    /** What to do where no command mends it; undefined for a finding of another release. */
    remedyOf: (id: string): string | undefined => wordsOf(id)?.remediation,
  };
}
