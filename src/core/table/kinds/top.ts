// kubectl top: a node is judged by how full it is; what a pod may use is not in the table.
import { percentIn } from "../cells.ts";
import type { Cell, Judged, TableKind } from "../table.ts";

/** Percent of what the node gives to pods: beyond it, pods are slowed down or evicted soon. */
const full = 90;

function judgeNode(cell: Cell): Judged {
  const cpu = percentIn(cell("CPU%") || cell("CPU(%)"));
  const memory = percentIn(cell("MEMORY%") || cell("MEMORY(%)"));
  if (cpu === null || memory === null) return { level: "unknown", state: { is: "noMetric" } };
  if (memory >= full) return { level: "warning", state: { is: "memoryFull" } };
  return cpu >= full ? { level: "warning", state: { is: "cpuFull" } } : { level: "plain", state: null };
}

export const topNodes: TableKind = {
  resources: ["nodes"],
  verb: "top",
  needs: ["NAME", "CPU(cores)"],
  facts: ["CPU%", "CPU(%)", "MEMORY%", "MEMORY(%)", "CPU(cores)", "MEMORY(bytes)"],
  judge: judgeNode,
};

export const topPods: TableKind = {
  resources: ["pods"],
  verb: "top",
  needs: ["NAME", "CPU(cores)", "MEMORY(bytes)"],
  facts: ["CPU(cores)", "MEMORY(bytes)"],
  judge: () => ({ level: "plain", state: null }),
};
