// Judges what was read inside the cluster, and marks what only follows from something else.
import { ancestorsOf } from "../finding/check-graph.ts";
import type { CheckResult } from "../outcome/check.ts";
import { insideFindings } from "./findings/all.ts";
import type { AzureSide } from "./findings/define-finding.ts";
import type { InsideModel } from "./model.ts";

/**
 * In the order of the findings. `explainedBy`: the failing one furthest up. `failedOutside`: ids of the Azure side's own
 * failures, which explain what is seen inside.
 */
export function judgeInside(
  model: InsideModel,
  azure: AzureSide,
  failedOutside: readonly string[],
): readonly CheckResult[] {
  const context = { now: model.began, azure, model };
  const results = insideFindings.map(
    ({ id, severity, evaluate }): CheckResult => ({ id, severity, ...evaluate(context) }),
  );
  const failedInside = results.filter(({ status }) => status === "fail").map(({ id }) => id);
  const failed = new Set([...failedOutside, ...failedInside]);
  const failedBefore = (id: string): readonly string[] =>
    [...ancestorsOf(id, insideFindings)].filter((ancestor) => failed.has(ancestor));
  return results.map((result) => {
    if (result.status !== "fail" && result.status !== "warn") return result;
    const cause = failedBefore(result.id).find((ancestor) => failedBefore(ancestor).length === 0);
    return cause === undefined ? result : { ...result, explainedBy: cause };
  });
}
