// kubectl get daemonsets. One that fits no node wants no pod.
import { countIn } from "../cells.ts";
import type { TableKind } from "../table.ts";
import { judgeWorkload } from "./workloads.ts";

export const daemonsets: TableKind = {
  resources: ["daemonsets"],
  verb: "get",
  needs: ["NAME", "DESIRED", "READY"],
  facts: ["DESIRED", "READY", "UP-TO-DATE", "AGE"],
  judge: (cell) => {
    const want = countIn(cell("DESIRED"));
    if (want === 0) return { level: "plain", state: null };
    return judgeWorkload({
      want,
      ready: countIn(cell("READY")),
      updated: countIn(cell("UP-TO-DATE")),
      age: cell("AGE"),
    });
  },
};
