// What a look inside comes to, in one sentence. What was not read is never well.
import type { CheckResult } from "../outcome/check.ts";
import { metaOf } from "./findings/finding-meta.ts";
import type { InClusterModel, NotLooked } from "./reads/model.ts";

/**
 * `faults`: ids of what is wrong by itself, in the order in which a cause is looked for; `unread`: of what is open.
 * `follows`: so many more are wrong, and something else explains them.
 */
export type InClusterVerdict = Readonly<
  | { is: "reachableAndWell" }
  | { is: "reachableWithFaults"; faults: readonly string[]; follows: number; unread: readonly string[] }
  /** Nothing that was seen is wrong, and not all that counts was seen. */
  | { is: "reachableNotAllSeen"; unread: readonly string[] }
  | { is: "notLookedInside"; why: NotLooked | "rights" | "nothingRead" }
>;

/** Whose failure is the cluster's. */
const isOfCluster = ({ id }: CheckResult): boolean => metaOf(id)?.scope !== "requester";

export type InClusterProblem = Extract<CheckResult, Readonly<{ status: "warn" | "fail" }>>;

const isProblem = (result: CheckResult): result is InClusterProblem =>
  result.status === "fail" || (result.status === "warn" && result.advice !== true);

const problemsOf = (results: readonly CheckResult[]): readonly InClusterProblem[] =>
  results.filter(isProblem).filter(isOfCluster);

/** Faults of the cluster that nothing else explains, in the order in which a cause is looked for. */
export const inClusterFaults = (results: readonly CheckResult[]): readonly InClusterProblem[] =>
  problemsOf(results).filter(({ explainedBy }) => explainedBy === undefined);

const isOpen = (result: CheckResult): boolean =>
  result.status === "notAssessed" && metaOf(result.id)?.impact !== "advises";

/** That the API server answers and knows us, or what kinds it lacks, is not yet a look inside. */
const beforeTheDoor: readonly string[] = ["ready", "version", "whoami"];

/** Null where something was seen. */
function whyNothingSeen({
  parts,
  hasRun,
  notRun,
}: InClusterModel): NotLooked | "rights" | "nothingRead" | null {
  if (!hasRun) return notRun ?? "failed";
  const within = Object.entries(parts).flatMap(([name, part]) =>
    beforeTheDoor.includes(name) ? [] : [part],
  );
  if (within.some(({ status }) => status === "read")) return null;
  const reasons = within.flatMap((part) => (part.status === "unread" ? [part.why] : []));
  if (reasons.includes("forbidden")) return "rights";
  return reasons.includes("byPolicy") ? "byPolicy" : "nothingRead";
}

/** `results`: of `judgeInCluster`. */
export function inClusterVerdict(model: InClusterModel, results: readonly CheckResult[]): InClusterVerdict {
  const why = whyNothingSeen(model);
  if (why !== null) return { is: "notLookedInside", why };
  const ofCluster = results.filter(isOfCluster);
  const unread = ofCluster.filter(isOpen).map(({ id }) => id);
  const faults = inClusterFaults(results).map(({ id }) => id);
  const all = problemsOf(results).length;
  if (all > 0) return { is: "reachableWithFaults", faults, follows: all - faults.length, unread };
  return unread.length > 0 ? { is: "reachableNotAllSeen", unread } : { is: "reachableAndWell" };
}
