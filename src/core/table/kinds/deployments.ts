// kubectl get deployments.
import { countIn, shareIn } from "../cells.ts";
import type { TableKind } from "../table.ts";
import { judgeWorkload } from "./workloads.ts";

export const deployments: TableKind = {
  resources: ["deployments"],
  verb: "get",
  needs: ["NAME", "READY"],
  facts: ["READY", "UP-TO-DATE", "AGE", "IMAGES"],
  judge: (cell) => {
    const ready = shareIn(cell("READY"));
    const updated = countIn(cell("UP-TO-DATE"));
    return judgeWorkload({
      want: ready?.want ?? null,
      ready: ready?.have ?? null,
      updated,
      age: cell("AGE"),
    });
  },
};
