// kubectl get horizontalpodautoscalers.
import { countIn } from "../cells.ts";
import type { Cell, Judged, TableKind } from "../table.ts";

function judge(cell: Cell): Judged {
  const [most, replicas] = [countIn(cell("MAXPODS")), countIn(cell("REPLICAS"))];
  if (cell("TARGETS").includes("<unknown>")) return { level: "warning", state: { is: "noMetric" } };
  if (most === null || replicas === null) return { level: "unknown", state: null };
  return replicas >= most
    ? { level: "warning", state: { is: "atMaximum" } }
    : { level: "plain", state: null };
}

export const autoscalers: TableKind = {
  resources: ["horizontalpodautoscalers"],
  verb: "get",
  needs: ["NAME", "TARGETS", "MAXPODS", "REPLICAS"],
  facts: ["TARGETS", "REPLICAS", "MAXPODS", "REFERENCE"],
  judge,
};
