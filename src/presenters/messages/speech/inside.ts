// What a look inside the cluster says: what it comes to, and each finding there.
import type { InClusterFound } from "../../../core/diagnosis/diagnosis.ts";
import type { InClusterSharedFact } from "../../../core/in-cluster/findings/define-finding.ts";
import type { PartName, RequiredRead } from "../../../core/in-cluster/reads/model.ts";
import { withShared } from "../finding-words.ts";
import type { InsideWords } from "../inside-words.ts";
import { type Says, say } from "../says.ts";
import type { Catalogue } from "../texts.ts";

/** Of all findings inside, and the facts that many of them say alike. */
export function wordsOfInside({ inside: texts }: Catalogue) {
  const findings: InsideWords = {
    ...withShared(texts.controlPlane),
    ...withShared(texts.nodes),
    ...withShared(texts.system),
    ...withShared(texts.admission),
    ...withShared(texts.workloads),
  };
  const shared: Says<InClusterSharedFact> = texts.shared.facts;
  return { findings, shared };
}

export function insideSpeech({ inside: texts }: Catalogue) {
  const parts: Readonly<Record<PartName, string>> = texts.shared.insidePart;
  return {
    insideParts: parts,
    sayInsideNeeds: (needs: readonly RequiredRead[]): string => texts.shared.rightTo({ needs }),
    sayInsideVerdict: (found: InClusterFound): string =>
      say<InClusterFound, []>(texts.verdict.verdict, found),
    wrongInside: texts.verdict.wrongInside,
  };
}
