// The answer to "what is wrong with reaching this cluster": one cause, the evidence, the fix, the ways in.
import type { AccessPath } from "../access/access-path.ts";
import type { Outside } from "../finding/client/outside.ts";
import type { CheckResult, Fix } from "../outcome/check.ts";
import type { NeedId } from "../requirement/need.ts";
import type { Requirement } from "../requirement/requirement.ts";
import type { ArmCost } from "../snapshot/snapshot.ts";
import type { Limit } from "./limits.ts";

export type Verdict = "healthy" | "degraded" | "broken" | "unknown";

/** `changes`: requirements that end otherwise once it is made. `proved`: the repaired network was walked. */
export type CauseRepair = Fix & Readonly<{ what: string; proved: boolean; changes: readonly string[] }>;

export type RootCause = Readonly<{
  /** The finding that tells it. */
  check: string;
  /** The need that it stops, where a walk has met it. */
  need?: NeedId;
  summary: string;
  confidence: "certain" | "likely";
  resourceId?: string;
  /** The newest change of that resource in the last 24 hours; a hint, not a proof. */
  changed?: Readonly<{ time: string; what: string }>;
  fix?: Fix;
  /** The same, repair by repair, in the order in which they are needed. */
  repairs?: readonly CauseRepair[];
}>;

export type AlsoBroken = Pick<RootCause, "check" | "need" | "summary" | "resourceId">;

/** As it is kept; the command line makes its own document of it. */
export type Diagnosis = Readonly<{
  cluster: Readonly<{ id: string; name: string }>;
  verdict: Verdict;
  /** One sentence, the cause first. */
  summary: string;
  rootCause: RootCause | null;
  /** What is left to mend besides the cause, in the order in which it is met; answers of an earlier release lack it. */
  thenAlso?: readonly AlsoBroken[];
  /** The address that the requester told, where nothing near the cluster holds it. */
  outside?: Outside;
  /** What was proved, or not, by walking it. */
  requirements: readonly Requirement[];
  /** What nobody told this person, and no walk meets; absent in older ones. */
  unseen?: readonly Limit[];
  checks: readonly CheckResult[];
  accessPaths: readonly AccessPath[];
  arm: ArmCost;
}>;

/** Why it is not known whether the place that the asker named leads to the API server; empty where it is. */
export function placeDoubt({ checks }: Diagnosis): string {
  const check = checks.find(({ id }) => id === "client.network");
  return check?.status === "notAssessed" ? check.summary : "";
}
