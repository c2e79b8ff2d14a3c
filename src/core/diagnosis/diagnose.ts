// From a snapshot to an answer: what is wrong, how sure that is, what mends it, and which access paths are left.
import type { AccessPath } from "../access/access-path.ts";
import { evaluateAccessPaths } from "../access/evaluate-access-paths.ts";
import { isCut } from "../client/client-test-result.ts";
import { type Walks, walksOf } from "../finding/kit/walks.ts";
import { runChecks } from "../finding/run-checks.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import type { CheckResult } from "../outcome/check.ts";
import { truncateWalks } from "../requirement/requirement.ts";
import { nameOf } from "../snapshot/resource-id.ts";
import { collected } from "../snapshot/section.ts";
import type { ClusterSnapshot, ResourceChange } from "../snapshot/snapshot.ts";
import { type Candidate, candidateOfCheck, candidatesOfWalks, causeOfCheck } from "./candidate.ts";
import type { RootCause } from "./cause.ts";
import { alsoOf, mostContributing, stopsBeside } from "./contributing-faults.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { hurtOnPath } from "./hurt-on-path.ts";
import type { Hurt } from "./impact.ts";
import { impactOf } from "./impact-of.ts";
import { type CauseRule, choose, ranked } from "./precedence.ts";
import {
  gravestWarning,
  hasSure,
  isAllRead,
  isDisabledOnPurpose,
  isFault,
  isIssueInQuestion,
  isOpen,
  isUsable,
  type Problem,
} from "./problem.ts";
import { repairsFor } from "./repairs.ts";
import {
  alsoChanged,
  changesNear,
  changesOfParts,
  latelyIn,
  resourcesNearStop,
  withSame,
} from "./resources-near-stop.ts";
import {
  fromPlaceOf,
  isAboutPlace,
  type RequesterView,
  requesterViewOf,
  summarize,
  testOf,
  withTest,
} from "./summary.ts";
import { unseenRules } from "./summary-data.ts";
import { withPasted } from "./symptoms.ts";
import { type Decided, decideVerdict, isJudgeable } from "./verdict-rules.ts";

/** What was judged so far: the walks, the checks, and the access paths. */
type Judged = Readonly<{
  snapshot: ClusterSnapshot;
  walks: Walks;
  results: readonly CheckResult[];
  paths: readonly AccessPath[];
}>;

/** Where somebody was hours ago, they may no longer be. */
const isOwnAddress = ({ id }: Problem): boolean => metaOf(id)?.shownBy === "clientAddress";

/** Of what may be the cause. `faults`: of the cluster; `issues`: of the requester, who asks about them. */
type Candidates = Readonly<{
  faults: readonly Problem[];
  issues: readonly Problem[];
  /** The one to name first in front. */
  checked: readonly Candidate[];
  walked: readonly Candidate[];
}>;

/**
 * What is off on purpose is a fault only where nothing else leads in, as far as everything that was read tells, or where
 * somebody asks about it.
 */
function withoutIntended(
  faults: readonly Problem[],
  { results, paths, walks: { requirements }, snapshot: { client } }: Judged,
  suspects: ReadonlySet<string>,
): readonly Problem[] {
  const isSure = isAllRead(results, client) ? hasSure(paths) : isOpen(paths);
  // Walked up to the gateway from each range behind it: a path for whoever is there, though the requester did not say so.
  const leadsOverGateway = requirements.some(({ id, end }) => id === "gateway.api" && end === "delivered");
  // Whatever has failed comes before what somebody wants to be so.
  const hasFailed =
    faults.some((fault) => !isDisabledOnPurpose(fault)) || requirements.some(({ end }) => end === "stopped");
  const isBeside = isSure || leadsOverGateway || hasFailed;
  const isAsked = isAboutPlace(client, suspects);
  return faults.filter(
    (fault) =>
      (!isDisabledOnPurpose(fault) || !isBeside || suspects.has(fault.id)) &&
      (isAsked || !isOwnAddress(fault)),
  );
}

const hurtIn =
  ({ walks, snapshot: { client } }: Judged) =>
  ({ id: check, ...problem }: Problem): Hurt =>
    hurtOnPath({ check, ...problem }, { walks, client });

function collectCandidates(judged: Judged, view: RequesterView): Candidates {
  const { results, walks, snapshot } = judged;
  const { suspects } = view;
  const known = { ...view, hurtBy: hurtIn(judged) };
  // Nobody knows whether the cluster runs, so nothing that a check found may be called the cause.
  const judgeable = isJudgeable(results) ? results : [];
  const faults = withoutIntended(judgeable.filter(isFault), judged, suspects);
  const issues = judgeable.filter((result) => isIssueInQuestion(result, suspects));
  const checked = [
    ...issues.map((issue) => candidateOfCheck(issue, results, known, true)),
    ...faults.map((fault) => candidateOfCheck(fault, results, known)),
  ];
  return {
    faults,
    issues,
    checked: ranked(checked),
    walked: ranked(candidatesOfWalks(walks, view, snapshot.client)),
  };
}

const verdictOf = (
  { snapshot: { client }, results, paths, walks: { requirements } }: Judged,
  { faults, issues }: Candidates,
  view: RequesterView,
) =>
  decideVerdict({
    ...view,
    results,
    paths,
    requirements,
    client,
    faults,
    hasIssueInQuestion: issues.length > 0,
  });

/** `others`: what checks found besides, the one to name first in front. */
type Named = Readonly<{ candidate: Candidate; rule: CauseRule; others: readonly Candidate[] }>;

function nameCause({ checked, walked }: Candidates, { rule }: Decided): Named | null {
  const chosen = choose([checked, walked], { clusterNeedDecides: rule === "clusterNeedStoppedBesideFault" });
  if (chosen === null) return null;
  const [first, ...rest] = checked;
  const further = rest.filter(({ requesterIssue }) => requesterIssue === Number.POSITIVE_INFINITY);
  const isBeside = first !== undefined && first !== chosen.candidate;
  return { ...chosen, others: isBeside ? [first, ...further] : further };
}

/** With the repairs that were proved by walking the network once they are made. */
function repaired({ candidate: { cause } }: Named, walks: Walks): RootCause {
  const repairs = repairsFor(cause, walks);
  return repairs.length === 0 ? cause : { ...cause, repairs };
}

/** With what else was changed on the walk that it stops. */
function withChanges(cause: RootCause, { model, requirements }: Walks, changes: readonly ResourceChange[]) {
  const near = changesNear(changes, resourcesNearStop(cause, model, requirements), model);
  const own = changesOfParts(cause, model, changes);
  const others = alsoChanged(cause.changed, [...new Set([...own, ...near])]);
  return others.length === 0 ? cause : { ...cause, alsoChanged: others };
}

type Causes = Pick<Diagnosis, "rootCause" | "thenAlso" | "lately" | "decidedBy"> &
  Readonly<{ hurt: Hurt | null }>;

/** Of a cluster that can be reached, and yet has something that is not well, the gravest of that stands for a cause. */
function withoutCause(judged: Judged, { verdict, rule }: Decided, { changes }: RequesterView): Causes {
  const { results, snapshot } = judged;
  const warning = verdict === "degraded" ? gravestWarning(results) : undefined;
  return {
    rootCause: warning === undefined ? null : causeOfCheck(warning, results, changes),
    ...latelyIn(snapshot, changes),
    hurt: warning === undefined ? null : hurtIn(judged)(warning),
    decidedBy: { verdict: rule, cause: warning === undefined ? null : "gravestWarning" },
  };
}

function causesOf(
  named: Named,
  cause: RootCause,
  { rule }: Decided,
  { walks, snapshot }: Judged,
  { changes }: RequesterView,
): Causes {
  const { candidate, others } = named;
  const before = [candidate.before ?? []].flat();
  const told = [...others.map((each) => each.cause), ...before];
  const beside = [...before, ...stopsBeside(cause, told, walks)];
  return {
    hurt: candidate.hurt,
    decidedBy: { verdict: rule, cause: named.rule },
    rootCause: withSame(withChanges(cause, walks, changes), snapshot, changes),
    thenAlso: [...others.map((each) => alsoOf(each.cause)), ...beside].slice(0, mostContributing),
  };
}

const clusterOf = ({ managedCluster, clusterId }: ClusterSnapshot): Diagnosis["cluster"] => ({
  id: clusterId,
  name: managedCluster.status === "collected" ? managedCluster.data.name : nameOf(clusterId),
});

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
  const results = runChecks(snapshot, walks);
  const paths = evaluateAccessPaths(snapshot, { results, ofCluster: walks.requirements });
  const judged: Judged = { snapshot, walks, results, paths };
  const view = requesterViewOf(snapshot);
  const candidates = collectCandidates(judged, view);
  const decided = verdictOf(judged, candidates, view);
  const named = nameCause(candidates, decided);
  const cause = named === null ? null : repaired(named, walks);
  return answer(judged, view, { decided, named, cause });
}

function answer(
  judged: Judged,
  view: RequesterView,
  found: Readonly<{ decided: ReturnType<typeof verdictOf>; named: Named | null; cause: RootCause | null }>,
): Diagnosis {
  const { snapshot, walks, results, paths } = judged;
  const { decided, named, cause } = found;
  const { requirements } = walks;
  const { outside, shown } = view;
  const cluster = clusterOf(snapshot);
  const unseen = unseenRules(snapshot.adminRulesRefused);
  const findings = { name: cluster.name, snapshot, outside, results, requirements, paths, cause };
  const summary = summarize({ ...findings, verdict: decided.azureSide });
  const { hurt, ...causes } =
    named === null || cause === null
      ? withoutCause(judged, decided, view)
      : causesOf(named, cause, decided, judged, view);
  const diagnosis = {
    cluster,
    verdict: decided.verdict,
    summary: withTest(summary, { ...view, cause, client: snapshot.client }),
    ...causes,
    ...fromPlaceOf(snapshot, view, requirements),
    ...testOf(snapshot, shown),
    requirements: requirements.map(truncateWalks),
    ...(unseen.length === 0 ? {} : { unseen }),
    checks: results,
    accessPaths: paths,
    arm: snapshot.arm,
  };
  const whole = { ...diagnosis, impact: impactOf(hurt, diagnosis, snapshot.client) };
  return withPasted(withoutBoast(whole), snapshot.client);
}

/** That a place leads to the API server says nothing where nobody gets in, or a test from there is cut off. */
function withoutBoast(diagnosis: Diagnosis): Diagnosis {
  const { fromPlace, accessPaths, shown = [], impact, ...rest } = diagnosis;
  const isSaid = accessPaths.some(isUsable) && !isCut(shown) && impact?.on !== "apiServer";
  return fromPlace?.end !== "delivered" || isSaid
    ? diagnosis
    : { ...rest, accessPaths, impact, ...(diagnosis.shown === undefined ? {} : { shown }) };
}

// A cluster one field of which nobody could read, diagnosed with each of the values that make a difference: what is the same
// in all of them is so whatever stands there, and the rest is as unknown as if the cluster had not been read.

/** All but the checks, which are compared one by one, what the reading took, and which rules led there. */
const judgement = ({ checks: _checks, arm: _arm, decidedBy: _rules, ...rest }: Diagnosis) => rest;

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const checkOf = ({ checks }: Diagnosis, id: string): CheckResult | undefined =>
  checks.find((check) => check.id === id);

/** `unread`: of the same snapshot, without the cluster. */
function agreed([first, ...others]: readonly Diagnosis[], unread: Diagnosis): Diagnosis {
  if (first === undefined) return unread;
  const checks = first.checks.flatMap((check) =>
    others.every((other) => isSame(check, checkOf(other, check.id)))
      ? [check]
      : (checkOf(unread, check.id) ?? []),
  );
  const isOpen = checks.some((check) => check.status !== checkOf(first, check.id)?.status);
  const isJudged =
    others.every((other) => isSame(judgement(first), judgement(other))) &&
    !(first.verdict === "healthy" && isOpen);
  return { ...(isJudged ? first : unread), checks };
}
