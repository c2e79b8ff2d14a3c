// Judges what was read inside the cluster, and marks what only follows from something else.

import { furthestUp } from "../finding/kit/check-meta.ts";
import { linesOf } from "../fix/write/fix.ts";
import type { CheckResult } from "../outcome/check.ts";
import { redact } from "../redact/redact.ts";
import { inClusterFindings } from "./findings/all.ts";
import type { AzureSide } from "./findings/define-finding.ts";
import type { InClusterModel } from "./reads/model.ts";

/**
 * In the order of the findings. `explainedBy`: the one furthest up that explains it: a failure is explained by failures
 * alone. `failedOutside`: ids of the Azure side's own failures, which explain what is seen inside.
 */
export function judgeInCluster(
  model: InClusterModel,
  azure: AzureSide,
  failedOutside: readonly string[],
): readonly CheckResult[] {
  const context = { now: model.began, azure, model };
  const results = inClusterFindings.map(
    ({ id, severity, evaluate }): CheckResult => ({ id, severity, ...evaluate(context) }),
  );
  const idsOf = (some: readonly CheckResult[]): readonly string[] => some.map(({ id }) => id);
  const failed = new Set([...failedOutside, ...idsOf(results.filter(({ status }) => status === "fail"))]);
  const troubled = new Set([...failed, ...idsOf(results.filter(isTrouble))]);
  return results.map((result) => {
    if (!isTrouble(result)) return result;
    const cause = furthestUp(result.id, result.status === "fail" ? failed : troubled, inClusterFindings);
    return cause === undefined ? result : { ...result, explainedBy: cause };
  });
}

const isTrouble = (result: CheckResult): boolean =>
  result.status === "fail" || (result.status === "warn" && result.advice !== true);

// What is found inside a cluster holds names and words that somebody there chose: none leaves as it stands.

/** Every text in what was found and seen, masked; the id that says what was found is ours. */
export const masked = (result: CheckResult): CheckResult => ({
  ...withoutSecretFix(result),
  facts: result.facts.map((fact) => ({ ...maskedIn(fact), is: fact.is })),
  ...("evidence" in result && result.evidence !== undefined ? { evidence: maskedIn(result.evidence) } : {}),
});

/** A line that names what has to be masked would be a wrong one. */
function withoutSecretFix(result: CheckResult): CheckResult {
  if (!("fix" in result) || result.fix === undefined) return result;
  const { fix, ...rest } = result;
  const shown = { ...fix, steps: linesOf(fix) };
  return JSON.stringify(maskedIn(shown)) === JSON.stringify(shown) ? result : rest;
}

/** The cast: what it makes has the shape of what it was given. */
export function maskedIn<T>(value: T): T {
  return maskedValue(value) as T;
}

function maskedValue(value: unknown): unknown {
  if (typeof value === "string") return redact(value).text;
  if (Array.isArray(value)) return value.map(maskedValue);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, maskedValue(inner)]));
}
