// kubectl get replicasets, and replicationcontrollers. One that is scaled to zero is usually an older version's.
import { countIn } from "../cells.ts";
import type { TableKind } from "../table.ts";
import { judgeWorkload } from "./workloads.ts";

export const replicasets: TableKind = {
  resources: ["replicasets", "replicationcontrollers"],
  verb: "get",
  needs: ["NAME", "DESIRED", "READY"],
  facts: ["DESIRED", "READY", "AGE", "IMAGES"],
  judge: (cell) =>
    judgeWorkload({
      want: countIn(cell("DESIRED")),
      ready: countIn(cell("READY")),
      updated: null,
      age: cell("AGE"),
    }),
};
