// kubectl get statefulsets.
import { shareIn } from "../cells.ts";
import type { TableKind } from "../table.ts";
import { judgeWorkload } from "./workloads.ts";

export const statefulsets: TableKind = {
  resources: ["statefulsets"],
  verb: "get",
  needs: ["NAME", "READY"],
  facts: ["READY", "AGE", "IMAGES"],
  judge: (cell) => {
    const ready = shareIn(cell("READY"));
    return judgeWorkload({
      want: ready?.want ?? null,
      ready: ready?.have ?? null,
      updated: null,
      age: cell("AGE"),
    });
  },
};
