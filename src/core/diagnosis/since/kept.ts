// What is kept of a diagnosis for the next one of its cluster, and what the next one tells of it.
import type { Difference } from "./difference.ts";
import type { Digest } from "./digest.ts";

/** One of each verdict is kept of a cluster, the newest. What is not known is no model to compare with. */
export type KeptVerdict = "healthy" | "degraded" | "broken";

/** `takenAt`: when Azure was read, ISO 8601. */
export type KeptDigest = Readonly<{
  runId: string;
  clusterId: string;
  verdict: KeptVerdict;
  takenAt: string;
  digest: Digest;
}>;

/** `better`: the cluster is better off now. `more`: how many differences are not among those that are told. */
export type Since = Readonly<{
  runId: string;
  verdict: KeptVerdict;
  at: string;
  better: boolean;
  differences: readonly Difference[];
  more: number;
}>;
