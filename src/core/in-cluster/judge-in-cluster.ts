// Judges what was read inside the cluster, and marks what only follows from something else.
import { furthestUp } from "../finding/kit/check-meta.ts";
import type { CheckResult } from "../outcome/check.ts";
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
