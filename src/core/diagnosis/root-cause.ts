// Names the one fault to mend first, out of everything that fails on its own account.

import { catalogue } from "../finding/catalogue.ts";
import { ancestorsOf } from "../finding/check-graph.ts";
import { phaseOf, requesterIssues } from "../finding/check-meta.ts";
import { changeOf } from "../finding/recent-changes.ts";
import { metaOf } from "../inside/findings/finding-meta.ts";
import type { CheckResult, Severity } from "../outcome/check.ts";
import type { ResourceChange } from "../snapshot/snapshot.ts";
import type { RootCause } from "./diagnosis.ts";

export type Problem = Extract<CheckResult, Readonly<{ status: "warn" | "fail" }>>;

const isProblem = (result: CheckResult): result is Problem =>
  result.status === "warn" || result.status === "fail";

/** What is wrong with the cluster or the way to it, and no more than advice. */
export const isWarning = (result: CheckResult): result is Problem =>
  result.status === "warn" && result.advice === undefined && !isAboutRequester(result);

export const isAboutRequester = ({ id }: Pick<CheckResult, "id">): boolean =>
  metaOf(id)?.scope === "requester";

/** It closes a way in, and nothing that the cluster does by itself needs it. */
export const isAboutPeople = ({ id }: Pick<CheckResult, "id">): boolean => metaOf(id)?.scope === "people";

export const isOnlyAdvice = ({ id }: Pick<CheckResult, "id">): boolean => metaOf(id)?.impact === "advises";

/** It concerns everyone who wants to reach the API server, whatever path they come by. */
export const cutsEveryone = ({ id }: Pick<CheckResult, "id">): boolean => {
  const meta = metaOf(id);
  return meta?.impact === "cuts" && meta.scope === "cluster";
};

const severities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/** The graver one first. */
export const compareSeverity = (
  one: Pick<CheckResult, "severity">,
  other: Pick<CheckResult, "severity">,
): number => severities.indexOf(one.severity) - severities.indexOf(other.severity);

const compareKeys = (left: readonly number[], right: readonly number[]): number =>
  left.map((value, index) => value - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;

/** When the resource of a problem was changed last, in milliseconds; 0 where nobody touched it. */
function changedAt({ resourceId }: Problem, changes: readonly ResourceChange[]): number {
  const change = resourceId === undefined ? undefined : changeOf(resourceId, changes);
  return change === undefined ? 0 : Date.parse(change.time) || 0;
}

/**
 * Faults of the cluster or the way to it, the one to name first: what a symptom points at, what concerns everyone, what
 * is gravest, and of equal ones what was changed last. `changes` newest first.
 */
export function rankFaults(
  results: readonly CheckResult[],
  suspects: ReadonlySet<string>,
  changes: readonly ResourceChange[],
): readonly Problem[] {
  const key = (result: Problem): readonly number[] => [
    suspects.has(result.id) ? 0 : 1,
    cutsEveryone(result) ? 0 : 1,
    severities.indexOf(result.severity),
    -changedAt(result, changes),
    phaseOf(result.id),
  ];
  return (
    results
      .filter(isProblem)
      .filter((result) => result.status === "fail" && result.explainedBy === undefined)
      .filter((result) => result.severity !== "info" && !isAboutRequester(result))
      // What a walk tells is ranked by what needs it.
      .filter(({ need }) => need === undefined)
      .toSorted((left, right) => compareKeys(key(left), key(right)))
  );
}

/** What is named where nothing has failed, and yet not all is well: the gravest, and of equal ones the first. */
export const gravestWarning = (results: readonly CheckResult[]): Problem | undefined =>
  results.filter(isWarning).toSorted(compareSeverity)[0];

/** A part of an optional path is nobody's fault, until somebody asks about it. */
const isRequesterIssue = ({ id }: Pick<CheckResult, "id">): boolean =>
  (metaOf(id)?.requesterIssue ?? null) !== null;

/** What the asker's error text points at could not be read. */
export const isOpenLack = (results: readonly CheckResult[], suspects: ReadonlySet<string>): boolean =>
  results.some(({ id, status }) => status === "notAssessed" && isRequesterIssue({ id }) && suspects.has(id));

/** What only the asker lacks: a right, the right tenant, or a feature that they want; in the order in which it matters. */
export const rankLacks = (results: readonly CheckResult[]): readonly Problem[] =>
  results.filter(isProblem).filter(isRequesterIssue);

/** Those that the asker's own error text points at, of whatever only concerns the asker. */
export const lacksPointedAt = (
  results: readonly CheckResult[],
  suspects: ReadonlySet<string>,
): readonly Problem[] =>
  results
    .filter(isProblem)
    .filter(({ id }) => suspects.has(id))
    .filter((each) => isRequesterIssue(each) || (isAboutRequester(each) && each.advice === undefined))
    .toSorted((one, other) => rankOfIssue(one) - rankOfIssue(other));

function rankOfIssue({ id }: Problem): number {
  const issue = metaOf(id)?.requesterIssue ?? null;
  return issue === null ? requesterIssues.length : requesterIssues.indexOf(issue);
}

/** `certain` only when everything that could explain it was assessed. */
export function toRootCause(
  problem: Problem,
  results: readonly CheckResult[],
  changes: readonly ResourceChange[],
): RootCause {
  const before = ancestorsOf(problem.id, catalogue);
  const open = results.some(({ id, status }) => before.has(id) && status === "notAssessed");
  const { id, facts, resourceId, fix } = problem;
  const change = resourceId === undefined ? undefined : changeOf(resourceId, changes);
  return {
    check: id,
    facts,
    confidence: open ? "likely" : "certain",
    ...(resourceId === undefined ? {} : { resourceId }),
    ...(change === undefined ? {} : { changed: change }),
    ...(fix === undefined ? {} : { fix }),
  };
}
