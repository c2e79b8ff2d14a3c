// What the one sentence that stands first says: the cause, or what is known instead.
import type { AccessPath, PathReason } from "../access/access-path.ts";
import { isDirect, isRunCommand } from "../access/path-registry.ts";
import { smallestRole } from "../access/roles.ts";
import { type ClientTestResult, isLetIn, isReached } from "../client/client-test-result.ts";
import { clientTestResultsIn } from "../client/judge.ts";
import { clientTestIn } from "../client/test-lines.ts";
import { type UnroutedClient, unroutedClientIn } from "../finding/api/client-findings.ts";
import { changesOnTheWay } from "../finding/kit/operation.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import { needsOf } from "../network/model/step.ts";
import type { CheckResult } from "../outcome/check.ts";
import { decidingStep, type RequirementResult } from "../requirement/requirement.ts";
import { isWithin, nameOf, sameId } from "../snapshot/resource-id.ts";
import { type Client, type ClusterSnapshot, type ResourceChange, seenNow } from "../snapshot/snapshot.ts";
import { throttledFor } from "../snapshot/unread.ts";
import type { Pointers } from "./candidate.ts";
import type { RootCause, Verdict } from "./cause.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { pointsAt } from "./points-at.ts";
import {
  doubtOf,
  graveGaps,
  gravestWarning,
  isDoubt,
  isOnlyAdvice,
  isProblem,
  isQuestionBack,
  isRequesterIssue,
  isShut,
  isUsable,
  limitsIn,
  openIn as openRequirement,
  type Problem,
} from "./problem.ts";
import {
  type Bearing,
  type Beyond,
  type DoubtPlace,
  type Grant,
  type Stated,
  type Summary,
  type Unjudged,
  type UntestedSummary,
  unseenRules,
} from "./summary-data.ts";
import { hintFor, needsFor, suspectsFor } from "./symptoms.ts";

type Findings = Readonly<{
  name: string;
  snapshot: ClusterSnapshot;
  outside: UnroutedClient | null;
  results: readonly CheckResult[];
  requirements: readonly RequirementResult[];
  paths: readonly AccessPath[];
  verdict: Verdict;
  /** What failed; null where nothing did. */
  cause: RootCause | null;
}>;

/** What the requester lacks where that leaves no access path. */
const lockedOutBy = ({ results, paths }: Findings): Problem | undefined =>
  paths.some(isUsable) ? undefined : results.filter(isProblem).find(isRequesterIssue);

const stated = ({ id, facts }: Pick<CheckResult, "id" | "facts">): Stated => ({ check: id, facts });

/** Null where nothing is open. */
function placeOf({ results, snapshot, outside, paths }: Findings): DoubtPlace | null {
  if (outside !== null) {
    const canRun = paths.some((path) => isRunCommand(path) && isUsable(path));
    return { is: "outside", canRun, ...outside };
  }
  return results.some((result) => isQuestionBack(result, snapshot.client)) ? { is: "unasked" } : null;
}

/** A role is held on all that lies in its scope. */
const holds = (held: Grant, { role, scope }: Grant): boolean =>
  held.role === role && isWithin(scope, held.scope) && !sameId(scope, held.scope);

/** The roles that would settle open checks. */
function grantsFor(open: readonly CheckResult[]): readonly Grant[] {
  const needs = open.flatMap((check) => (check.status === "notAssessed" ? check.needs : []));
  const grants = needs.map(({ action, scope }): Grant => ({ role: smallestRole(action), scope }));
  const apart = grants.filter((grant) => !grants.some((other) => holds(other, grant)));
  return [...new Map(apart.map((grant) => [`${grant.role} ${nameOf(grant.scope)}`, grant])).values()];
}

const openIn = (results: readonly CheckResult[]): readonly CheckResult[] =>
  results.filter(
    (result) => result.status === "notAssessed" && result.limit !== true && !isOnlyAdvice(result),
  );

const isToldByWalk = (result: CheckResult): boolean => "need" in result;

/** What would settle it: time, where that is all that was missing; else the first missing right and the smallest role that has it. */
function unknownSummary(findings: Findings): UntestedSummary {
  const { snapshot, results } = findings;
  const open = openIn(results);
  const count = open.length;
  const seconds = throttledFor(snapshot);
  if (seconds !== null) return { is: "throttled", open: count, seconds };
  const { requirements, paths } = findings;
  const gaps = graveGaps(results, snapshot.client).filter((gap) => isDoubt(gap, requirements, paths));
  const unreadable = gaps.find(({ id }) => id === "cluster.exists");
  const moving = results.find(({ id, status }) => id === "cluster.power-state" && status === "warn");
  const simple = unreadable ?? moving;
  if (simple !== undefined) return { is: "told", told: stated(simple) };
  const lack = lockedOutBy(findings);
  if (lack !== undefined)
    return { is: "lockedOut", lack: stated(lack), open: count, grants: grantsFor(open) };
  const place = placeOf(findings);
  if (gaps.length === 0 && place !== null) return { is: "place", place, fine: findings.outside === null };
  const doubtful = openRequirement(requirements, paths);
  if (open.every(isToldByWalk) && doubtful !== undefined) {
    const needs = [needsOf(decidingStep(doubtful)?.step), gaps.flatMap((gap) => gap.needs)];
    const [missing = null] = needs.flat();
    return { is: "notProved", doubt: doubtOf(doubtful), missing };
  }
  const [missing = null] = gaps.flatMap(({ needs }) => needs);
  const [first] = [...open.filter(({ id }) => id === "client.network"), ...gaps];
  return { is: "openChecks", open: count, missing, first: first === undefined ? null : stated(first) };
}

/** What keeps the requester out comes before everything that is in order. */
function unlessLocked(findings: Findings, otherwise: () => UntestedSummary): UntestedSummary {
  const lack = lockedOutBy(findings);
  return lack === undefined ? otherwise() : { is: "lackOnly", lack: stated(lack) };
}

/** By choice, or since both sides of a peering are gone: that is all that can be seen of it. */
const isApart = ({ paths }: Findings): boolean =>
  paths.some((path) => isRunCommand(path) && isUsable(path)) &&
  paths.filter(isDirect).every(({ state }) => state === "notConfigured");

/** The rules of a firewall are walked where nodes leave by it. */
const isJudged = ({ requirements }: Findings, what: Unjudged): boolean =>
  what === "firewallRules" && requirements.some((each) => each.id === "nodes.egress");

/** Of machines that get to the API server, and to no token for it: several ways lead over one. */
const withoutSignIn = (paths: readonly AccessPath[]): readonly PathReason[] =>
  paths.flatMap(({ reason }) => (reason.is === "hostWithoutSignIn" ? [reason] : [])).slice(0, 1);

function soundSummary(findings: Findings): UntestedSummary {
  const { requirements, paths, snapshot, results } = findings;
  const place = placeOf(findings);
  if (place !== null) return { is: "place", place, fine: false };
  const hint = hintFor(snapshot.client.symptom);
  const limits: readonly Beyond[] = [
    ...limitsIn(requirements, paths).map((doubt): Beyond => ({ is: "doubt", doubt })),
    ...unseenRules(snapshot.adminRulesRefused).map((limit): Beyond => ({ is: "limit", limit })),
    ...withoutSignIn(paths).map((reason): Beyond => ({ is: "way", reason })),
  ];
  if (hint !== undefined) return { is: "hint", hint, limits };
  const unjudged = results
    .filter(({ status }) => status === "pass")
    .flatMap(({ id }) => metaOf(id)?.unjudged ?? [])
    .filter((each) => !isJudged(findings, each));
  return { is: "sound", apart: isApart(findings), unjudged, limits };
}

/** Where nobody knows whether the requester gets there, nobody says that the cluster can be reached. */
function warningSummary(findings: Findings): UntestedSummary {
  const { results, paths } = findings;
  const blocked = paths.find(({ state }) => state === "blocked");
  if (blocked !== undefined && isShut(paths)) return { is: "noWay", reason: blocked.reason };
  const warning = gravestWarning(results);
  const place = placeOf(findings);
  if (warning !== undefined) return { is: "warning", told: stated(warning), place };
  return unlessLocked(findings, () =>
    place === null ? { is: "fault" } : { is: "place", place, fine: false },
  );
}

export function summarize(findings: Findings): UntestedSummary {
  if (findings.cause !== null) return { is: "cause" };
  switch (findings.verdict) {
    case "healthy":
      return unlessLocked(findings, () => soundSummary(findings));
    case "degraded":
    case "broken":
      return warningSummary(findings);
    case "unknown":
      return unknownSummary(findings);
  }
}

// The first sentences where the requester has pasted a test: what it proves stands beside what was found, and neither hides
// the other.

type Tested = Readonly<{
  shown: readonly ClientTestResult[];
  /** What failed; null where nothing did. */
  cause: RootCause | null;
  /** The address that the requester told, where no network that is known leads in from it. */
  unseenPlace: UnroutedClient | null;
  client: Client;
}>;

/** Where nothing but the test shows the cause, the test itself says no more than what to do. */
function bearingOf({ shown, cause }: Tested): Bearing {
  if (cause === null) return "alone";
  if (metaOf(cause.check)?.shownBy === "clientTest") return "told";
  if (shown.some((each) => pointsAt(each).some((id) => id === cause.check))) return "same";
  return isLetIn(shown) ? "against" : "beside";
}

export function withTest(rest: UntestedSummary, tested: Tested): Summary {
  const { shown, unseenPlace, client } = tested;
  const placed = client.ip !== undefined || client.virtualNetwork !== undefined;
  if (shown.length === 0) return rest;
  const outside = isLetIn(shown) ? (unseenPlace?.ip ?? null) : null;
  return { is: "tested", shown, bears: bearingOf(tested), placed, outside, rest };
}

// What the requester says and shows: their error text, their own test, and where they are; and what was changed lately.

export type RequesterView = Pointers &
  Readonly<{
    /** What their test has shown, where it still counts. */
    shown: readonly ClientTestResult[];
    /** The address that they told, where no network that is known leads in from it. */
    unseenPlace: UnroutedClient | null;
    /** The same, unless their test shows that they get through all the same, or nobody asks about it. */
    outside: UnroutedClient | null;
    /** The same, where they told it with an earlier question. */
    remembered: UnroutedClient | null;
  }>;

/** Newest first; none while the cluster itself cannot be read. */
const changesIn = ({ managedCluster, recentChanges }: ClusterSnapshot): readonly ResourceChange[] =>
  managedCluster.status === "collected" ? changesOnTheWay(recentChanges.items, managedCluster.data) : [];

const ofPlace: readonly string[] = ["client.network", "api.authorized-ip-client"];

/** Asked from there now, or with an error text that points at it: what was said hours ago answers no other question. */
export const isAboutPlace = ({ saidAt }: Client, suspects: ReadonlySet<string>): boolean =>
  saidAt === undefined || ofPlace.some((id) => suspects.has(id));

export function requesterViewOf(snapshot: ClusterSnapshot): RequesterView {
  const { client } = snapshot;
  const tested = clientTestResultsIn(snapshot);
  const shown = seenNow(client) === undefined ? [] : tested;
  const unseenPlace = unroutedClientIn(snapshot);
  const suspects = suspectsFor(client.symptom, tested);
  // Whoever gets through comes from a place that leads there, though Azure does not show it.
  const outside = isReached(shown) ? null : unseenPlace;
  const isAsked = isAboutPlace(client, suspects);
  return {
    suspects,
    needs: needsFor(client.symptom, tested),
    changes: changesIn(snapshot),
    shown,
    unseenPlace,
    outside: isAsked ? outside : null,
    remembered: isAsked ? null : outside,
  };
}

/** What to run where the requester is, and what their test has shown. */
export function testOf(
  snapshot: ClusterSnapshot,
  shown: readonly ClientTestResult[],
): Pick<Diagnosis, "clientTest" | "shown"> {
  const clientTest = clientTestIn(snapshot);
  return { ...(clientTest === null ? {} : { clientTest }), ...(shown.length === 0 ? {} : { shown }) };
}

/** The address that leads nowhere, or how the path ends that is walked from where somebody stands who named none. */
export function fromPlaceOf(
  { client: { ip, virtualNetwork, stands } }: ClusterSnapshot,
  { outside, remembered }: Pick<RequesterView, "outside" | "remembered">,
  requirements: readonly RequirementResult[],
): Pick<Diagnosis, "outside" | "fromPlace"> {
  if (outside !== null) return { outside };
  if (remembered !== null) return { outside: { ...remembered, isRemembered: true } };
  if (ip !== undefined || virtualNetwork !== undefined || stands === undefined) return {};
  const need = stands === "gateway" ? "gateway.api" : stands === "azure" ? "people.api" : null;
  const end = requirements.find(({ id }) => id === need)?.end;
  return end === undefined ? {} : { fromPlace: { stands, end } };
}
