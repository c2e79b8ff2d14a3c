// Sorts the results of a diagnosis into what a card shows first and what it folds away.

import type { Verdict } from "../../core/diagnosis/cause.ts";
import { headlineOf } from "../../core/diagnosis/headline.ts";
import { isDisabledOnPurpose } from "../../core/diagnosis/problem.ts";
import type { CheckStatus, Severity } from "../../core/outcome/check.ts";
import type { Permission } from "../../core/snapshot/rights.ts";
import type { Style } from "../card/notice.ts";
import type { Messages } from "../messages/messages.ts";
import type { SaidCheck, SaidDiagnosis, SaidPath } from "./localize-diagnosis.ts";

const SEVERITIES: readonly Severity[] = ["critical", "high", "medium", "low", "info"];
const STATUSES: readonly CheckStatus[] = [
  "fail",
  "warn",
  "notAssessed",
  "pass",
  "notConfigured",
  "notApplicable",
];

/** Worst first: by status, then by severity. */
export const byWeight = (a: SaidCheck, b: SaidCheck): number =>
  STATUSES.indexOf(a.status) - STATUSES.indexOf(b.status) ||
  SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);

type Problem = Extract<SaidCheck, { status: "fail" | "warn" }>;

const isProblem = (check: SaidCheck): check is Problem => check.status === "fail" || check.status === "warn";

/** Advice that can wait stands among all checks, and takes no room from what is wrong. */
export const canWait = (check: SaidCheck): boolean =>
  check.status === "warn" && check.advice === true && (check.severity === "low" || check.severity === "info");

/** What fails on its own account, the root cause first; what only follows from it is counted. */
export function problemsOf(
  diagnosis: SaidDiagnosis,
): Readonly<{ own: readonly Problem[]; explained: number }> {
  const isCause = (check: Problem): number => (check.id === diagnosis.rootCause?.check ? 0 : 1);
  const problems = diagnosis.checks
    .filter(isProblem)
    .filter((check) => !canWait(check) && (!isDisabledOnPurpose(check) || isCause(check) === 0));
  const own = problems
    .filter((check) => check.explainedBy === undefined)
    .toSorted((a, b) => isCause(a) - isCause(b) || byWeight(a, b));
  return { own, explained: problems.length - own.length };
}

/** The first line: the verdict in a word, or a fact about the way of whoever asks. */
export function titleOf(diagnosis: SaidDiagnosis, name: string, messages: Messages): string {
  const { outside, inside } = diagnosis;
  const headline = headlineOf(diagnosis);
  const { diagnosis: texts, verdict } = messages;
  if (headline === "wrongInside" && inside?.found.is === "reachableWithFaults")
    return texts.title(
      messages.wrongInside({ count: inside.found.faults.length || inside.found.follows }),
      name,
    );
  if (headline === "cutOff") return texts.cutOff(name);
  if (headline !== "outside") return texts.title(verdict[headline], name);
  return outside?.mayBeLearned
    ? texts.mayNotReach(outside.ip, name)
    : texts.doesNotReach(outside?.ip ?? "", name);
}

/** Ways that work or probably work, best first. */
export const usableWays = (paths: readonly SaidPath[]): readonly SaidPath[] =>
  paths
    .filter(({ state }) => state === "available" || state === "probable")
    .toSorted((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));

/** Checks that one grant would settle: everything missing on the same scope. */
type Gap = Readonly<{ scope: string; actions: readonly string[]; checks: readonly string[] }>;

export function gapsOf(checks: readonly SaidCheck[]): readonly Gap[] {
  const gaps = new Map<string, { scope: string; actions: string[]; checks: string[] }>();
  const add = ({ action, scope }: Permission, check: string): void => {
    const gap = gaps.get(scope.toLowerCase()) ?? { scope, actions: [], checks: [] };
    if (!gap.actions.includes(action)) gap.actions.push(action);
    if (!gap.checks.includes(check)) gap.checks.push(check);
    gaps.set(scope.toLowerCase(), gap);
  };
  for (const check of checks)
    if (check.status === "notAssessed") for (const need of check.needs) add(need, check.title);
  return [...gaps.values()].toSorted((a, b) => b.checks.length - a.checks.length);
}

// The colour of a verdict's band.

export const STYLES: Readonly<Record<Verdict, Style>> = {
  healthy: "good",
  degraded: "warning",
  broken: "attention",
  unknown: "emphasis",
};
