// Everything that may be the cause, in one form, whatever found it: a check, the requester's own test, a requirement that is
// stopped, a finding in the cluster. What is named of them is decided in precedence.ts.
import { catalogue } from "../finding/catalogue.ts";
import { ancestorsOf, requesterIssues, type Scope } from "../finding/kit/check-meta.ts";
import { findingIds } from "../finding/kit/finding-id.ts";
import { changeOf } from "../finding/kit/operation.ts";
import { findingForStep, type Walks } from "../finding/kit/walks.ts";
import { inClusterFindings } from "../in-cluster/findings/all.ts";
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import type { NetworkModel } from "../network/model/model.ts";
import type { Step } from "../network/model/step.ts";
import type { CheckResult, Severity } from "../outcome/check.ts";
import {
  decidingStep,
  type Requirement,
  type RequirementId,
  type RequirementResult,
  type Walked,
} from "../requirement/requirement.ts";
import type { Client, ResourceChange } from "../snapshot/snapshot.ts";
import { type AlsoBroken, isSameStop, needsAlike, type RootCause, stopsOf, toldStop } from "./cause.ts";
import { hurtOnPath } from "./hurt-on-path.ts";
import type { Hurt, Impact } from "./impact.ts";
import { allStoppedIn, type Problem } from "./problem.ts";
import { mends, provedFix } from "./repairs.ts";

// What stops a need, as a cause: of several things that stop it one behind the other, the one to name.

type Known = Readonly<{
  walks: Walks;
  /** Newest first. */
  changes: readonly ResourceChange[];
  /** What the requester's error text points at. */
  suspects: ReadonlySet<string>;
}>;

type Stop = Readonly<{ walked: Walked; step: Step }>;

/** `before`: what stops it as well, and is met first. */
type WalkedCause = Readonly<{ cause: RootCause; before: AlsoBroken | null }>;

const changeFor = ({ step }: Stop, { changes }: Known): ResourceChange | undefined =>
  step.component.id === null ? undefined : changeOf(step.component.id, changes);

const changedAt = (stop: Stop, known: Known): number => Date.parse(changeFor(stop, known)?.time ?? "") || 0;

/** What the error text points at, else what was changed last, else what is met first. */
function pick(first: Stop, need: Requirement, known: Known): Stop {
  const { walks, suspects } = known;
  const behind = stopsOf(walks.model, [need]).filter(({ step }) => !isSameStop(step, first.step));
  const all: readonly Stop[] = [first, ...behind];
  const isSuspect = (stop: Stop): boolean =>
    suspects.has(findingForStep(walks, { ...stop, need: need.id }) ?? "");
  const [last = first] = all.toSorted((one, other) => changedAt(other, known) - changedAt(one, known));
  return all.find(isSuspect) ?? last;
}

/** Something that may stand at the address was not read. */
const isUnseen = ({ hidden, holders }: NetworkModel, { to, service }: Walked): boolean =>
  service !== null &&
  !to.includes("/") &&
  hidden.length > 0 &&
  !holders.some(({ addresses }) => addresses.includes(to));

/** Nothing else on the way is open, or nothing is once it is mended. */
function isCertain(stop: Stop, need: Requirement | undefined, { walks: { model } }: Known): boolean {
  if (isUnseen(model, stop.walked)) return false;
  const isOpen = stop.walked.trace.steps.some(({ state }) => state === "unknown");
  return !isOpen || (need !== undefined && provedFix(model, need) !== null && mends(model, need));
}

/** A fix only where it was walked. */
export function causeOf(requirement: RequirementResult, known: Known): WalkedCause | null {
  const { walks } = known;
  const first = decidingStep(requirement);
  if (first === null) return null;
  const need = walks.needs.find(({ id }) => id === requirement.id);
  const stop = need === undefined ? first : pick(first, need, known);
  const change = changeFor(stop, known);
  const fix = need === undefined ? null : provedFix(walks.model, ...needsAlike(need, walks));
  const cause: RootCause = {
    ...toldStop(stop, requirement.id, walks),
    confidence: isCertain(stop, need, known) ? "certain" : "likely",
    ...(change === undefined ? {} : { changed: change }),
    ...(fix === null ? {} : { fix }),
  };
  return { cause, before: stop === first ? null : toldStop(first, requirement.id, walks) };
}

export type Candidate = Readonly<{
  source: "check" | "clientTest" | "walk" | "inCluster";
  /** What is told of it, where it is named. */
  cause: RootCause;
  scope: Scope;
  severity: Severity;
  status: Problem["status"];
  /** Who is hurt by it; null where nobody is yet. */
  hurt: Hurt | null;
  /** Grave or not, it keeps everyone from the API server. */
  cutsEveryone: boolean;
  /** Its place among what the requester may lack, where their error text asks about it; infinite where it does not. */
  requesterIssue: number;
  /** Whose need it stops, where a walk has met it. */
  blocks: RequirementResult["for"] | null;
  /** Findings whose failure would explain it. */
  explainedBy: ReadonlySet<string>;
  /** The requester's error text points at the finding. */
  matchesSymptom: boolean;
  /** The text says that this very need is not met. */
  matchesNeed: boolean;
  /** When its resource was changed last, in milliseconds; 0 where nobody touched it. */
  changedAt: number;
  /** What stops the same walk, and is met first. */
  before: AlsoBroken | null;
}>;

/** What the requester's own text and test point at, and what was changed, newest first. */
export type Pointers = Readonly<{
  suspects: ReadonlySet<string>;
  needs: ReadonlySet<RequirementId>;
  changes: readonly ResourceChange[];
}>;

const graphOf = (id: string) => (metaOf(id)?.shownBy === "inCluster" ? inClusterFindings : catalogue);

/** `certain` only where everything that could explain it was assessed. */
export function causeOfCheck(
  { id, facts, resourceId, fix }: Problem,
  results: readonly CheckResult[],
  changes: readonly ResourceChange[],
): RootCause {
  const before = ancestorsOf(id, graphOf(id));
  const isOpen = results.some((result) => before.has(result.id) && result.status === "notAssessed");
  const change = resourceId === undefined ? undefined : changeOf(resourceId, changes);
  return {
    check: id,
    facts,
    confidence: isOpen ? "likely" : "certain",
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(change === undefined ? {} : { changed: change }),
    ...(fix === undefined ? {} : { fix }),
  };
}

const order: readonly string[] = findingIds;

/** By what they lack, and of the same by the order of the findings. */
function rankOfIssue(id: string): number {
  const issue = metaOf(id)?.requesterIssue ?? null;
  const rank = issue === null ? requesterIssues.length : requesterIssues.indexOf(issue);
  return rank * findingIds.length + order.indexOf(id);
}

const sourceOf = (id: string): Candidate["source"] => {
  const shownBy = metaOf(id)?.shownBy;
  return shownBy === "clientTest" || shownBy === "inCluster" ? shownBy : "check";
};

/** What is known of a cause by its finding. Where no finding tells it, a walk stops where it begins, or where it arrives. */
function aboutCause(cause: RootCause, hurt: Hurt | null, suspects: ReadonlySet<string>) {
  const { check, changed } = cause;
  const { scope = "cluster", impact, severity = "critical" } = metaOf(check) ?? {};
  return {
    ...({ cause, hurt, scope, severity, status: "fail", source: sourceOf(check) } as const),
    ...{ blocks: null, matchesNeed: false, before: null, requesterIssue: Number.POSITIVE_INFINITY },
    cutsEveryone: impact === "cuts" && scope === "cluster",
    explainedBy: ancestorsOf(check, graphOf(check)),
    matchesSymptom: suspects.has(check),
    changedAt: Date.parse(changed?.time ?? "") || 0,
  };
}

/** Judges who is hurt by what a check found. */
type HurtBy = Readonly<{ hurtBy: (problem: Problem) => Hurt | null }>;

/** `isAskedAbout`: the requester lacks it, and their error text points at it. */
export function candidateOfCheck(
  problem: Problem,
  results: readonly CheckResult[],
  { suspects, changes, hurtBy }: Pick<Pointers, "suspects" | "changes"> & HurtBy,
  isAskedAbout = false,
): Candidate {
  const about = aboutCause(causeOfCheck(problem, results, changes), hurtBy(problem), suspects);
  const { id, severity, status } = problem;
  return {
    ...{ ...about, severity, status },
    requesterIssue: isAskedAbout ? rankOfIssue(id) : about.requesterIssue,
  };
}

/** One for each requirement that is stopped, the cluster's own first. */
export const candidatesOfWalks = (walks: Walks, pointers: Pointers, client: Client): readonly Candidate[] =>
  allStoppedIn(walks.requirements).flatMap((requirement) => {
    const met = causeOf(requirement, { walks, ...pointers });
    return met === null
      ? []
      : {
          ...aboutCause(
            met.cause,
            hurtOnPath({ ...met.cause, status: "fail" }, { walks, client }),
            pointers.suspects,
          ),
          ...({ source: "walk", blocks: requirement.for, before: met.before } as const),
          matchesNeed: pointers.needs.has(requirement.id),
        };
  });

/** The cause of a diagnosis without what stands in the cluster, to be held against that. */
export function candidateOfPath(
  cause: RootCause,
  { checks, impact }: Readonly<{ checks: readonly CheckResult[]; impact: Impact | null }>,
  suspects: ReadonlySet<string>,
): Candidate {
  const about = aboutCause(cause, impact, suspects);
  const result = checks.find(({ id }) => id === cause.check);
  return {
    ...about,
    severity: result?.severity ?? "critical",
    status: result?.status === "warn" ? "warn" : "fail",
  };
}
