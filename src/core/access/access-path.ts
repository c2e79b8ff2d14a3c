// A way to reach the API server, judged hop by hop.

export type AccessPathState = "available" | "probable" | "blocked" | "notConfigured";

export type AccessPath = Readonly<{
  /** P01 to P16. */
  id: string;
  title: string;
  state: AccessPathState;
  /** One sentence: why this state. */
  reason: string;
  /** Ids of failing checks, root causes only, and of those that tell where a walk is stopped. */
  blockedBy: readonly string[];
  /** Ids of checks that could not be assessed and would settle a `probable` path. */
  unconfirmed: readonly string[];
  /** 1 is the best; only usable paths have a rank. */
  rank?: number;
  /** Shell lines to copy, in order. */
  steps: readonly string[];
}>;
