// What findings say, by their id: those that people read about before a cluster was asked, and those inside it.
import type { Fact } from "../../../core/outcome/fact.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { type Says, sayEach } from "../says.ts";

type Words = Readonly<{ title: string; remediation: string; facts: object }>;

/** `shared`: facts that many of them say alike. `joined`: sentences, one after the other. */
export function findingSpeech(
  findings: Readonly<Record<string, Words>>,
  shared: object,
  joined: (sentences: readonly string[]) => string,
) {
  return {
    /** A sentence each. What a newer release kept is said by its id. */
    sayFacts: (id: string, facts: readonly Fact[]): string => {
      // The id picks the words that take these facts: TypeScript does not follow the link between the two.
      const words = { ...shared, ...lookUp(findings, id)?.facts } as Says<Fact>;
      return joined(sayEach(words, facts));
    },
    /** Undefined for a finding of another release. */
    titleOf: (id: string): string | undefined => lookUp(findings, id)?.title,
    /** What to do where no command mends it; undefined for a finding of another release. */
    remedyOf: (id: string): string | undefined => lookUp(findings, id)?.remediation,
  };
}
