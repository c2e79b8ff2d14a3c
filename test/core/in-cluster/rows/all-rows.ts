// Every finding's table in one, so that a test can prove that none is missing.
import { admissionRows } from "./admission.ts";
import { controlPlaneRows } from "./control-plane.ts";
import { nodeRows } from "./nodes.ts";
import type { Rows } from "./row.ts";
import { systemRows } from "./system.ts";
import { workloadRows } from "./workloads.ts";

export const insideRows: Rows = {
  ...controlPlaneRows,
  ...nodeRows,
  ...systemRows,
  ...admissionRows,
  ...workloadRows,
};
