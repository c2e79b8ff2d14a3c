// Results of checks, by what a diagnosis makes of them: a fault, a warning, a gap, or what only concerns the requester.
import { metaOf } from "../in-cluster/findings/finding-meta.ts";
import type { CheckResult, Severity } from "../outcome/check.ts";
import type { Client } from "../snapshot/snapshot.ts";

export type Problem = Extract<CheckResult, Readonly<{ status: "warn" | "fail" }>>;

type Identified = Readonly<{ id: string }>;

export const isProblem = (result: CheckResult): result is Problem =>
  result.status === "warn" || result.status === "fail";

export const isAboutRequester = ({ id }: Identified): boolean => metaOf(id)?.scope === "requester";

export const isOnlyAdvice = ({ id }: Identified): boolean => metaOf(id)?.impact === "advises";

/** Switched off by whoever owns the cluster: named among the paths, and no failure of anything. */
export const isDisabledOnPurpose = ({ id }: Identified): boolean => metaOf(id)?.impact === "intended";

/** A part of an optional path is nobody's fault, until somebody asks about it. */
export const isRequesterIssue = ({ id }: Identified): boolean =>
  (metaOf(id)?.requesterIssue ?? null) !== null;

/** What is wrong with the cluster or the path to it, and no more than advice. */
export const isWarning = (result: CheckResult): result is Problem =>
  result.status === "warn" && result.advice === undefined && !isAboutRequester(result);

/** What fails on its own account. What a walk tells is left to the need that it stops. */
export const isFault = (result: CheckResult): result is Problem =>
  result.status === "fail" &&
  result.explainedBy === undefined &&
  result.severity !== "info" &&
  result.need === undefined &&
  !isAboutRequester(result);

/** What the requester lacks, and their own error text points at: it says nothing about the cluster. */
export const isIssueInQuestion = (result: CheckResult, suspects: ReadonlySet<string>): result is Problem =>
  isProblem(result) &&
  suspects.has(result.id) &&
  (isRequesterIssue(result) || (isAboutRequester(result) && result.advice === undefined));

const severities: readonly Severity[] = ["critical", "high", "medium", "low", "info"];

/** The graver one first. */
export const compareSeverity = (
  one: Pick<CheckResult, "severity">,
  other: Pick<CheckResult, "severity">,
): number => severities.indexOf(one.severity) - severities.indexOf(other.severity);

export const isGrave = ({ severity }: Pick<CheckResult, "severity">): boolean =>
  severity === "critical" || severity === "high";

/** What is named where nothing has failed, and yet not all is well: the gravest, and of equal ones the first. */
export const gravestWarning = (results: readonly CheckResult[]): Problem | undefined =>
  results.filter(isWarning).toSorted(compareSeverity)[0];

/** Not being told the requester's address is a question back, not a gap in what was read. */
export const isQuestionBack = ({ id, status }: CheckResult, client: Client): boolean =>
  metaOf(id)?.shownBy === "clientAddress" && status === "notAssessed" && client.ip === undefined;

type Gap = Extract<CheckResult, Readonly<{ status: "notAssessed" }>>;

/** What could not be read and could hide a grave fault. */
export const graveGaps = (results: readonly CheckResult[], client: Client): readonly Gap[] =>
  results
    .filter((result) => result.status === "notAssessed")
    .filter((result) => isGrave(result) && result.limit !== true && !isQuestionBack(result, client));

/** Nothing that could hide a fault was left unread. */
export const isAllRead = (results: readonly CheckResult[], client: Client): boolean =>
  results.every(
    (result) =>
      result.status !== "notAssessed" ||
      result.limit === true ||
      isOnlyAdvice(result) ||
      isQuestionBack(result, client),
  );
