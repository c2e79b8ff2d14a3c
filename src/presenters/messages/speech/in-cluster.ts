// What a look inside the cluster says: what it comes to, and each finding there.
import type { InClusterFound } from "../../../core/diagnosis/diagnosis.ts";
import type { CrashLead, FailingPod } from "../../../core/in-cluster/failing-pod.ts";
import type { AnyInClusterFinding } from "../../../core/in-cluster/findings/all.ts";
import type { InClusterSharedFact } from "../../../core/in-cluster/findings/define-finding.ts";
import type { PartName, RequiredRead } from "../../../core/in-cluster/reads/model.ts";
import { type Says, say } from "../catalogue/says.ts";
import type { Catalogue } from "../catalogue/texts.ts";
import { withShared } from "./finding-words.ts";

type FoundBy<Finding extends AnyInClusterFinding> = ReturnType<Finding["evaluate"]>["facts"][number];

type Words<Finding extends AnyInClusterFinding> = Readonly<{
  /** The subject of the check. */
  title: string;
  /** What depends on it. */
  why: string;
  remediation: string;
  facts: Says<Exclude<FoundBy<Finding>, Readonly<{ is: InClusterSharedFact["is"] }>>>;
}>;

/** A finding without its words, or a fact that nobody says, does not compile. */
type InsideWords = {
  readonly [Id in AnyInClusterFinding["id"]]: Words<Extract<AnyInClusterFinding, Readonly<{ id: Id }>>>;
};

/** Of all findings inside, and the facts that many of them say alike. */
export function wordsOfInCluster({ inCluster: texts }: Catalogue) {
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

/** Exit codes say the same of these. */
const plainEnds: readonly string[] = ["", "Error", "Completed"];

export function inClusterSpeech({ inCluster: texts }: Catalogue) {
  const parts: Readonly<Record<PartName, string>> = texts.shared.insidePart;
  return {
    insideParts: parts,
    sayInsideNeeds: (needs: readonly RequiredRead[]): string => texts.shared.rightTo({ needs }),
    sayInsideVerdict: (found: InClusterFound): string =>
      say<InClusterFound, []>(texts.verdict.verdict, found),
    sayFailingPod: ({ end, said, ...failing }: FailingPod): string =>
      texts.verdict.failing({
        ...failing,
        ended: end === null || plainEnds.includes(end.why) ? undefined : end.why,
        exitCode: end === null ? undefined : String(end.code),
        said: said === "" ? undefined : said,
      }),
    remedyOfCrash: texts.verdict.remedyOfCrash satisfies Readonly<Record<CrashLead, string>>,
    wrongInside: texts.verdict.wrongInside,
  };
}
