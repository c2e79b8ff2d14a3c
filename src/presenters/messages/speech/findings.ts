// What findings say, by their id: those about reaching a cluster, and those inside it.
import type { Fact } from "../../../core/outcome/check.ts";
import { lookUp } from "../../../core/text/look-up.ts";
import { type AllWords, withShared } from "../finding-words.ts";
import { type Says, sayEach } from "../says.ts";
import type { Catalogue as AllTexts } from "../texts.ts";

/** Of all findings about reaching a cluster. */
export function wordsOfFindings({ findings: texts }: AllTexts): AllWords {
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
