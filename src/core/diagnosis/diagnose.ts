// From a snapshot to an answer: what is wrong, how sure that is, what mends it, and which ways in are left.
import type { AccessPath } from "../access/access-path.ts";
import { evaluateAccessPaths } from "../access/evaluate-access-paths.ts";
import { catalogue } from "../finding/catalogue.ts";
import { ancestorsOf } from "../finding/check-graph.ts";
import { outsideIn } from "../finding/client/outside.ts";
import { changesOnTheWay } from "../finding/recent-changes.ts";
import { runChecks } from "../finding/run-checks.ts";
import { type Walks, walksOf } from "../finding/walks.ts";
import type { CheckResult } from "../outcome/check.ts";
import type { Requirement } from "../requirement/requirement.ts";
import { told } from "../requirement/told.ts";
import { isWithin, nameOf } from "../snapshot/resource-id.ts";
import type { ClusterSnapshot, ResourceChange } from "../snapshot/snapshot.ts";
import { causeOf, type WalkedCause } from "./cause-of.ts";
import { repairsFor } from "./cause-repairs.ts";
import type { Diagnosis, RootCause, Verdict } from "./diagnosis.ts";
import { allStoppedIn, proven, withoutNeeds } from "./proof.ts";
import {
  gravestWarning,
  isAboutPeople,
  isOpenLack,
  type Problem,
  rankFaults,
  rankLacks,
  toRootCause,
} from "./root-cause.ts";
import { summarize } from "./summary.ts";
import { suspectsFor } from "./symptoms.ts";
import { alsoOfCheck, stopsBeside } from "./then-also.ts";
import { unseenRules } from "./unseen-rules.ts";
import { placed, verdictOf, withoutChoices } from "./verdict.ts";

/** How many are named beside the cause. */
const furtherFaults = 4;

type Judged = Readonly<{ verdict: Verdict; problem: Problem | null; further: readonly Problem[] }>;

/** The asker's own rights are named only where the asker's error text points at them: they say nothing about the cluster. */
function causeByChecks(
  { client }: ClusterSnapshot,
  results: readonly CheckResult[],
  paths: readonly AccessPath[],
  {
    changes,
    requirements,
  }: Readonly<{ changes: readonly ResourceChange[]; requirements: readonly Requirement[] }>,
): Judged {
  const powerKnown = results.some(
    ({ id, status }) => id === "cluster.power-state" && status !== "notAssessed",
  );
  const isDeleted = results.some(({ id, status }) => id === "cluster.exists" && status === "fail");
  // Nobody knows whether the cluster runs, so nothing may be called the cause.
  if (!powerKnown && !isDeleted) return { verdict: "unknown", problem: null, further: [] };
  const faults = withoutChoices(rankFaults(results, client.symptom, changes), {
    results,
    paths,
    requirements,
    client,
  });
  const verdict = verdictOf(results, faults, paths, client);
  const [pointedAt] = client.symptom === undefined ? [] : rankLacks(results, client.symptom);
  if (pointedAt !== undefined) {
    const hasWay = paths.some(({ state }) => state === "available");
    return { verdict: hasWay ? "degraded" : "broken", problem: pointedAt, further: faults };
  }
  const [fault, ...further] = faults;
  const isOpen = client.symptom !== undefined && isOpenLack(results, client.symptom);
  return { verdict: verdict === "healthy" && isOpen ? "unknown" : verdict, problem: fault ?? null, further };
}

/** Newest first; none while the cluster itself cannot be read. */
const changesIn = ({ managedCluster, recentChanges }: ClusterSnapshot): readonly ResourceChange[] =>
  managedCluster.status === "collected" ? changesOnTheWay(recentChanges.items, managedCluster.data) : [];

/** Of a cluster that can be reached, and yet has something that is not well. */
function lesserCause(
  verdict: Verdict,
  results: readonly CheckResult[],
  changes: readonly ResourceChange[],
): RootCause | null {
  const warning = verdict === "degraded" ? gravestWarning(results) : undefined;
  return warning === undefined ? null : toRootCause(warning, results, changes);
}

const isSameThing = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && (isWithin(one, other) || isWithin(other, one));

type Beside = Readonly<{
  verdict: Verdict;
  judged: Judged;
  stopped: Requirement | undefined;
  walked: RootCause | null;
  snapshot: ClusterSnapshot;
}>;

const explains = ({ id }: Problem, { check }: RootCause): boolean => ancestorsOf(check, catalogue).has(id);

/**
 * Not what the cluster lacks, unless both are the same thing or it is what led there: a fault that would leave it merely degraded, or one on
 * people's way in, beside a need of the cluster's own that is stopped. What the asker's error text points at comes first.
 */
function isLess(problem: Problem, { verdict, judged, stopped, walked, snapshot }: Beside): boolean {
  if (walked === null || isSameThing(problem.resourceId, walked.resourceId)) return false;
  if (explains(problem, walked)) return false;
  const isBehind =
    stopped?.for === "cluster" &&
    isAboutPeople(problem) &&
    !suspectsFor(snapshot.client.symptom).has(problem.id);
  return verdict !== judged.verdict || isBehind;
}

/** What the walks met: what the asker's error text points at comes first. */
function metFirst(
  { client }: ClusterSnapshot,
  walks: Walks,
  changes: readonly ResourceChange[],
): WalkedCause | undefined {
  const suspects = suspectsFor(client.symptom);
  const causes = allStoppedIn(walks.requirements).flatMap(
    (each) => causeOf(each, { walks, changes, suspects }) ?? [],
  );
  return causes.find(({ cause }) => suspects.has(cause.check)) ?? causes[0];
}

/** Pure: the same snapshot always gives the same diagnosis. */
export function diagnose(snapshot: ClusterSnapshot): Diagnosis {
  const walks = walksOf(snapshot);
  const { model, needs, requirements } = walks;
  const results = runChecks(snapshot, walks);
  const changes = changesIn(snapshot);
  const paths = evaluateAccessPaths(snapshot, { results, ofCluster: requirements });
  const judged = causeByChecks(snapshot, results, paths, { changes, requirements });
  const { problem, further } = judged;
  const outside = outsideIn(snapshot);
  const verdict = withoutNeeds(
    problem === null ? placed(proven(judged.verdict, requirements, paths), outside, paths) : judged.verdict,
    requirements,
  );
  const met = metFirst(snapshot, walks, changes);
  const walked = met?.cause ?? null;
  const stopped = requirements.find(({ id }) => id === walked?.need);
  const isNamed = problem !== null && !isLess(problem, { verdict, judged, stopped, walked, snapshot });
  const named: RootCause | null = isNamed ? toRootCause(problem, results, changes) : walked;
  const others = problem !== null && named === walked ? [problem, ...further] : further;
  const repairs = named === null ? [] : repairsFor(named, { model, needs, requirements });
  const cause = named === null || repairs.length === 0 ? named : { ...named, repairs };
  const before = named === walked ? (met?.before ?? []) : [];
  const beside = cause === null ? [] : [before, stopsBeside(cause, others, walks)].flat();
  const unseen = unseenRules(snapshot.adminRulesRefused);
  const name =
    snapshot.managedCluster.status === "collected"
      ? snapshot.managedCluster.data.name
      : nameOf(snapshot.clusterId);
  return {
    cluster: { id: snapshot.clusterId, name },
    verdict,
    summary: summarize({ name, snapshot, outside, results, requirements, paths, verdict, cause }),
    rootCause: cause ?? lesserCause(verdict, results, changes),
    ...(outside === null ? {} : { outside }),
    ...(cause === null ? {} : { thenAlso: [...others.map(alsoOfCheck), ...beside].slice(0, furtherFaults) }),
    requirements: requirements.map(told),
    ...(unseen.length === 0 ? {} : { unseen }),
    checks: results,
    accessPaths: paths,
    arm: snapshot.arm,
  };
}
