// Everything that is judged inside a cluster, in the order in which a cause is looked for.
import { admissionFindings } from "./admission/all.ts";
import { controlPlaneFindings } from "./control-plane/all.ts";
import type { InsideFinding } from "./define-finding.ts";
import { nodeFindings } from "./nodes/all.ts";
import { systemFindings } from "./system/all.ts";
import { workloadFindings } from "./workloads/all.ts";

const all = [
  ...controlPlaneFindings,
  ...nodeFindings,
  ...systemFindings,
  ...admissionFindings,
  ...workloadFindings,
] as const;

/** Each of them, with its id and what it may find. */
export type AnyInside = (typeof all)[number];

export const insideFindings: readonly InsideFinding[] = all;
