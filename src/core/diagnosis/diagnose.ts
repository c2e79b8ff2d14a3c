// From a snapshot to an answer: what is wrong, how sure that is, what mends it, and which ways in are left.
import type { AccessPath } from "../access/access-path.ts";
import { evaluateAccessPaths } from "../access/evaluate-access-paths.ts";
import { shownIn } from "../client-test/judge.ts";
import { isReached, type Shown } from "../client-test/shown.ts";
import { clientTestIn } from "../client-test/test-lines.ts";
import { catalogue } from "../finding/catalogue.ts";
import { ancestorsOf } from "../finding/check-graph.ts";
import { type Outside, outsideIn } from "../finding/client/outside.ts";
import { powerState } from "../finding/finding-id.ts";
import { changesOnTheWay } from "../finding/recent-changes.ts";
import { runChecks } from "../finding/run-checks.ts";
import { type Walks, walksOf } from "../finding/walks.ts";
import type { CheckResult } from "../outcome/check.ts";
import type { NeedId } from "../requirement/need.ts";
import type { Requirement } from "../requirement/requirement.ts";
import { told } from "../requirement/told.ts";
import { isWithin, nameOf } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import { seenNow } from "../snapshot/seen-now.ts";
import type { ClusterSnapshot, ResourceChange } from "../snapshot/snapshot.ts";
import { agreed } from "./agreed.ts";
import { aroundStop } from "./around-stop.ts";
import { causeOf, type WalkedCause } from "./cause-of.ts";
import { repairsFor } from "./cause-repairs.ts";
import { alsoChanged, changesNear, changesOfParts } from "./changes-near.ts";
import type { Diagnosis, RootCause, Verdict } from "./diagnosis.ts";
import { latelyIn } from "./lately.ts";
import { allStoppedIn, proven, withoutNeeds } from "./proof.ts";
import {
  gravestWarning,
  isAboutPeople,
  isOpenLack,
  lacksPointedAt,
  type Problem,
  rankFaults,
  toRootCause,
} from "./root-cause.ts";
import { summarize } from "./summary.ts";
import { needsFor, suspectsFor } from "./symptoms.ts";
import { withTest } from "./tested.ts";
import { alsoOfCheck, furtherFaults, stopsBeside } from "./then-also.ts";
import { unseenRules } from "./unseen-rules.ts";
import { cutOff, placed, verdictOf, withoutChoices } from "./verdict.ts";

type Judged = Readonly<{ verdict: Verdict; problem: Problem | null; further: readonly Problem[] }>;

/** The asker's own rights are named only where the asker's error text points at them: they say nothing about the cluster. */
function causeByChecks(
  { client }: ClusterSnapshot,
  results: readonly CheckResult[],
  paths: readonly AccessPath[],
  {
    changes,
    requirements,
    suspects,
  }: Readonly<{
    changes: readonly ResourceChange[];
    requirements: readonly Requirement[];
    suspects: ReadonlySet<string>;
  }>,
): Judged {
  const powerKnown = results.some(({ id, status }) => id === powerState && status !== "notAssessed");
  const isDeleted = results.some(({ id, status }) => id === "cluster.exists" && status === "fail");
  // Nobody knows whether the cluster runs, so nothing may be called the cause.
  if (!powerKnown && !isDeleted) return { verdict: "unknown", problem: null, further: [] };
  const seen = { results, paths, requirements, client };
  const faults = withoutChoices(rankFaults(results, suspects, changes), seen, suspects);
  const verdict = verdictOf(results, faults, paths, client);
  const [pointedAt] = lacksPointedAt(results, suspects);
  if (pointedAt !== undefined) {
    const hasWay = paths.some(({ state }) => state === "available");
    return { verdict: hasWay ? "degraded" : "broken", problem: pointedAt, further: faults };
  }
  const [fault, ...further] = faults;
  const isOpen = verdict === "healthy" && isOpenLack(results, suspects);
  return { verdict: isOpen ? "unknown" : verdict, problem: fault ?? null, further };
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
  judged: Pick<Judged, "verdict">;
  stopped: Pick<Requirement, "for"> | undefined;
  walked: RootCause | null;
  suspects: ReadonlySet<string>;
}>;

const explains = ({ id }: Problem, { check }: RootCause): boolean => ancestorsOf(check, catalogue).has(id);

/**
 * Not what the cluster lacks, unless both are the same thing or it is what led there: a fault that would leave it merely
 * degraded, or one on people's way in, beside a need of the cluster's own that is stopped. What the asker's error text
 * points at comes first.
 */
export function isLess(problem: Problem, { verdict, judged, stopped, walked, suspects }: Beside): boolean {
  if (walked === null || isSameThing(problem.resourceId, walked.resourceId)) return false;
  if (explains(problem, walked)) return false;
  const isBehind = stopped?.for === "cluster" && isAboutPeople(problem) && !suspects.has(problem.id);
  return verdict !== judged.verdict || isBehind;
}

function metFirst(
  walks: Walks,
  changes: readonly ResourceChange[],
  pointedAt: PointedAt,
): WalkedCause | undefined {
  const { suspects } = pointedAt;
  const causes = allStoppedIn(walks.requirements).flatMap(
    (each) => causeOf(each, { walks, changes, suspects }) ?? [],
  );
  return firstOf(causes, pointedAt);
}

type PointedAt = Readonly<{ suspects: ReadonlySet<string>; needs: ReadonlySet<NeedId> }>;

/** What the walks met: what the asker's error text points at comes first, of the need that it says is not met. */
export function firstOf<Met extends Pick<WalkedCause, "cause">>(
  causes: readonly Met[],
  { suspects, needs }: PointedAt,
): Met | undefined {
  const isSuspect = ({ cause }: Met): boolean => suspects.has(cause.check);
  const isOfNeed = ({ cause }: Met): boolean => cause.need !== undefined && needs.has(cause.need);
  return (
    causes.find((each) => isSuspect(each) && isOfNeed(each)) ??
    causes.find(isSuspect) ??
    causes.find(isOfNeed) ??
    causes[0]
  );
}

function provenVerdict(
  { verdict, problem }: Judged,
  {
    requirements,
    paths,
    outside,
  }: Readonly<{
    requirements: readonly Requirement[];
    paths: readonly AccessPath[];
    outside: Outside | null;
  }>,
): Verdict {
  const walked = problem === null ? placed(proven(verdict, requirements, paths), outside, paths) : verdict;
  return withoutNeeds(walked, requirements);
}

const nameIn = ({ managedCluster, clusterId }: ClusterSnapshot): string =>
  managedCluster.status === "collected" ? managedCluster.data.name : nameOf(clusterId);

/** What to run where the asker is, and what their test has shown. */
function testIn(snapshot: ClusterSnapshot, shown: readonly Shown[]): Pick<Diagnosis, "clientTest" | "shown"> {
  const clientTest = clientTestIn(snapshot);
  return { ...(clientTest === null ? {} : { clientTest }), ...(shown.length === 0 ? {} : { shown }) };
}

/** The address that leads nowhere, or how the way ends that is walked from where somebody stands who named none. */
function fromPlaceOf(
  { client: { ip, virtualNetwork, stands } }: ClusterSnapshot,
  outside: Outside | null,
  requirements: readonly Requirement[],
): Pick<Diagnosis, "outside" | "fromPlace"> {
  if (outside !== null) return { outside };
  if (ip !== undefined || virtualNetwork !== undefined || stands === undefined) return {};
  const need = stands === "gateway" ? "gateway.api" : stands === "azure" ? "people.api" : null;
  const end = requirements.find(({ id }) => id === need)?.end;
  return end === undefined ? {} : { fromPlace: { stands, end } };
}

/** With what else was changed on the walk that it stops. */
function withChanges(cause: RootCause, { model, requirements }: Walks, changes: readonly ResourceChange[]) {
  const near = changesNear(changes, aroundStop(cause, model, requirements), model);
  const own = changesOfParts(cause, model, changes);
  const others = alsoChanged(cause.changed, [...new Set([...own, ...near])]);
  return others.length === 0 ? cause : { ...cause, alsoChanged: others };
}

/** Pure: the same snapshot always gives the same diagnosis. */
export function diagnose(snapshot: ClusterSnapshot): Diagnosis {
  const { clusterReadings = [] } = snapshot;
  return agreed(
    clusterReadings.map((cluster) => diagnoseAs({ ...snapshot, managedCluster: collected(cluster) })),
    diagnoseAs(snapshot),
  );
}

function diagnoseAs(snapshot: ClusterSnapshot): Diagnosis {
  const walks = walksOf(snapshot);
  const { requirements } = walks;
  const results = runChecks(snapshot, walks);
  const changes = changesIn(snapshot);
  const paths = evaluateAccessPaths(snapshot, { results, ofCluster: requirements });
  const tested = shownIn(snapshot);
  const suspects = suspectsFor(snapshot.client.symptom, tested);
  const shown = seenNow(snapshot.client) === undefined ? [] : tested;
  const judged = causeByChecks(snapshot, results, paths, { changes, requirements, suspects });
  const { problem, further } = judged;
  const unseenPlace = outsideIn(snapshot);
  // Whoever gets through comes from a place that leads there, though Azure does not show it.
  const outside = isReached(shown) ? null : unseenPlace;
  const verdict = provenVerdict(judged, { requirements, paths, outside });
  const met = metFirst(walks, changes, { suspects, needs: needsFor(snapshot.client.symptom, tested) });
  const walked = met?.cause ?? null;
  const stopped = requirements.find(({ id }) => id === walked?.need);
  const isNamed = problem !== null && !isLess(problem, { verdict, judged, stopped, walked, suspects });
  const named: RootCause | null = isNamed ? toRootCause(problem, results, changes) : walked;
  const others = problem !== null && named === walked ? [problem, ...further] : further;
  const repairs = named === null ? [] : repairsFor(named, walks);
  const cause = named === null || repairs.length === 0 ? named : { ...named, repairs };
  const before = named === walked ? (met?.before ?? []) : [];
  const beside = cause === null ? [] : [before, stopsBeside(cause, others, walks)].flat();
  const unseen = unseenRules(snapshot.adminRulesRefused);
  const name = nameIn(snapshot);
  const findings = { name, snapshot, outside, results, requirements, paths, verdict, cause };
  return {
    cluster: { id: snapshot.clusterId, name },
    verdict: cause === null ? cutOff(verdict, shown, paths) : verdict,
    summary: withTest(summarize(findings), { shown, cause, unseenPlace, client: snapshot.client }),
    rootCause: cause === null ? lesserCause(verdict, results, changes) : withChanges(cause, walks, changes),
    ...(cause === null ? latelyIn(snapshot, changes) : {}),
    ...fromPlaceOf(snapshot, outside, requirements),
    ...testIn(snapshot, shown),
    ...(cause === null ? {} : { thenAlso: [...others.map(alsoOfCheck), ...beside].slice(0, furtherFaults) }),
    requirements: requirements.map(told),
    ...(unseen.length === 0 ? {} : { unseen }),
    checks: results,
    accessPaths: paths,
    arm: snapshot.arm,
  };
}
