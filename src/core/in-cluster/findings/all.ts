// Everything that is judged inside a cluster, in the order in which a cause is looked for.
import { admissionFindings } from "./admission.ts";
import { controlPlaneFindings } from "./control-plane.ts";
import type { InClusterFinding } from "./define-finding.ts";
import { nodeFindings } from "./nodes.ts";
import { systemFindings } from "./system.ts";
import { workloadFindings } from "./workloads.ts";

const all = [
  ...controlPlaneFindings,
  ...nodeFindings,
  ...systemFindings,
  ...admissionFindings,
  ...workloadFindings,
] as const;

/** Each of them, with its id and what it may find. */
export type AnyInClusterFinding = (typeof all)[number];

export const inClusterFindings: readonly InClusterFinding[] = all;
