// Runs every check over one snapshot and marks the failures that only follow from another.

import {
  type CheckResult,
  notApplicable,
  notAssessed,
  type Outcome,
  type SharedFact,
} from "../outcome/check.ts";
import { passageOf } from "../outcome/operation.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { catalogue } from "./catalogue.ts";
import { ancestorsOf, furthestUp } from "./kit/check-meta.ts";
import type { Check } from "./kit/define-check.ts";
import { powerState } from "./kit/finding-id.ts";
import { type Walks, walksOf } from "./kit/walks.ts";

/** Nobody asked where no person's rights read it: then what is about whoever asks is judged of nobody. */
const resultOf = (
  { id, severity, scope, shownBy, evaluate }: Check,
  snapshot: ClusterSnapshot,
  walks: Walks,
): CheckResult =>
  snapshot.readByNobody === true && (scope === "requester" || shownBy === "clientAddress")
    ? { id, severity, ...notApplicable({ is: "aboutNobody" }) }
    : { id, severity, ...evaluate(snapshot, walks) };

/** What is said in place of everything that needs a cluster that runs; null where this one does. */
function withoutRunning(
  { managedCluster: cluster }: ClusterSnapshot,
  results: readonly CheckResult[],
): Outcome<SharedFact> | null {
  const passage = cluster.status === "collected" ? passageOf(cluster.data) : null;
  if (passage !== null) return notAssessed({ is: "notWhilePassing", passage });
  const stopped = results.some(({ id, status }) => id === powerState && status === "fail");
  return stopped ? notApplicable({ is: "notWhileStopped" }) : null;
}

/** A stopped cluster has no endpoint, record or nodes to judge: that is one fault, not ten. */
function judgeAll(snapshot: ClusterSnapshot, walks: Walks): readonly CheckResult[] {
  const results = catalogue.map((check) => resultOf(check, snapshot, walks));
  const instead = withoutRunning(snapshot, results);
  if (instead === null) return results;
  return results.map((result) => {
    const { id, severity } = result;
    return ancestorsOf(id, catalogue).has(powerState) ? { id, severity, ...instead } : result;
  });
}

/** In the catalogue's order. `explainedBy` is the failing check furthest up. */
export function runChecks(
  snapshot: ClusterSnapshot,
  walks: Walks = walksOf(snapshot),
): readonly CheckResult[] {
  const results = judgeAll(snapshot, walks);
  const failed: ReadonlySet<string> = new Set(
    results.filter(({ status }) => status === "fail").map(({ id }) => id),
  );
  return results.map((result) => {
    if (result.status !== "fail") return result;
    const cause = furthestUp(result.id, failed, catalogue);
    return cause === undefined ? result : { ...result, explainedBy: cause };
  });
}
