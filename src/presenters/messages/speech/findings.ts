// What findings say, by their id: those about reaching a cluster, and those inside it.
import type { Stated } from "../../../core/diagnosis/summary-data.ts";
import type { Fact } from "../../../core/outcome/check.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { type Says, sayEach } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";
import { type AllWords, type Common, withShared } from "./finding-words.ts";
import { wordsOfInCluster } from "./in-cluster.ts";

/** Of all findings about reaching a cluster. */
function wordsOfFindings({ findings: texts }: Catalogue): AllWords {
  const { invoke, jump, nsg, pool } = texts;
  return {
    ...withShared(texts.access),
    ...withShared(texts.api),
    ...withShared(texts.avd),
    ...withShared(texts.bastion),
    ...withShared(texts.client),
    ...withShared(texts.cloudshell),
    ...withShared(texts.cluster),
    ...withShared(texts.ddos),
    ...withShared(texts.dns),
    ...withShared(texts.egress),
    ...withShared(texts.entra),
    ...withShared(texts.er),
    ...withShared(texts.firewall),
    ...withShared(texts.identity),
    ...withShared({ ...invoke, shared: { ...invoke.shared, ...pool.shared } }),
    ...withShared(texts.jit),
    ...withShared({ ...jump, shared: { ...jump.shared, ...nsg.shared } }),
    ...withShared(texts.nsg),
    ...withShared(texts.paw),
    ...withShared(texts.pe),
    ...withShared(texts.peering),
    ...withShared(texts.pool),
    ...withShared(texts.route),
    ...withShared(texts.vnet),
    ...withShared(texts.vpn),
  };
}

type Words = Readonly<{ title: string; remediation: string; facts: object }>;

/** `shared`: facts that many of these findings say alike. */
type Findings = Readonly<{ findings: Readonly<Record<string, Words>>; shared: object }>;

/** `joined`: sentences, one after the other. */
export function findingSpeech(
  texts: Catalogue,
  commonFacts: Says<Common>,
  joined: (sentences: readonly string[]) => string,
) {
  const findings = wordsOfFindings(texts);
  const inside = wordsOfInCluster(texts);
  const catalogueOf = (id: string): Findings =>
    Object.hasOwn(inside.findings, id) ? inside : { findings, shared: commonFacts };
  const wordsOf = (id: string): Words | undefined => lookUp(catalogueOf(id).findings, id);
  return {
    findings,
    inClusterFindings: inside.findings,
    /** A sentence each. What a newer release kept is said by its id. */
    sayFound: ({ check, facts }: Stated): string => {
      // The id picks the words that take these facts: TypeScript does not follow the link between the two.
      const words = { ...catalogueOf(check).shared, ...wordsOf(check)?.facts } as Says<Fact>;
      return joined(sayEach(words, facts));
    },
    /** Undefined for a finding of another release. */
    titleOfFinding: (id: string): string | undefined => wordsOf(id)?.title,
    /** What to do where no command mends it; undefined for a finding of another release. */
    remedyOfFinding: (id: string): string | undefined => wordsOf(id)?.remediation,
  };
}
