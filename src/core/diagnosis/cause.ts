// A cause, what mends it, and a verdict: what candidates and rules are about.

import type { Fix } from "../fix/write/fix.ts";
import type { Fact } from "../outcome/fact.ts";
import type { RequirementId } from "../requirement/requirement.ts";
import type { ResourceChange } from "../snapshot/snapshot.ts";

export type Verdict = "healthy" | "degraded" | "broken" | "unknown";

/** `changes`: requirements that end otherwise once it is made. `proved`: the repaired network was walked. */
export type CauseRepair = Fix & Readonly<{ proved: boolean; changes: readonly string[] }>;

export type RootCause = Readonly<{
  /** The finding that tells it. */
  check: string;
  /** The need that it stops, where a walk has met it. */
  need?: RequirementId;
  facts: readonly Fact[];
  confidence: "certain" | "likely";
  resourceId?: string;
  /** The newest change of that resource in the last 24 hours; a hint, not a proof. */
  changed?: ResourceChange;
  /** Of others on the walk that is stopped, at most three with that one, the nearest to the stop first. */
  alsoChanged?: readonly ResourceChange[];
  fix?: Fix;
  /** The same, repair by repair, in the order in which they are needed. */
  repairs?: readonly CauseRepair[];
}>;

export type AlsoBroken = Pick<RootCause, "check" | "need" | "facts" | "resourceId">;
