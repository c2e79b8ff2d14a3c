// kubectl get jobs. STATUS is printed since 1.31; before that nothing tells a job that failed from one that runs.
// https://kubernetes.io/docs/concepts/workloads/controllers/job/
import { shareIn } from "../cells.ts";
import { type Cell, type Judged, type Level, type TableKind, word } from "../table.ts";

const levels: ReadonlyMap<string, Level> = new Map([
  ["Failed", "broken"],
  ["FailureTarget", "broken"],
  ["Complete", "fine"],
  ["SuccessCriteriaMet", "fine"],
  ["Running", "moving"],
  ["Terminating", "moving"],
  ["Suspended", "plain"],
]);

function judge(cell: Cell): Judged {
  const status = cell("STATUS");
  if (status !== "") return word(levels.get(status) ?? "unknown", status);
  const completions = shareIn(cell("COMPLETIONS"));
  if (completions !== null && completions.have >= completions.want) return word("fine", "Complete");
  return { level: "unknown", state: { is: "notComplete" } };
}

export const jobs: TableKind = {
  resources: ["jobs"],
  verb: "get",
  needs: ["NAME", "COMPLETIONS"],
  facts: ["COMPLETIONS", "DURATION", "AGE"],
  judge,
};
