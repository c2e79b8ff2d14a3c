// kubectl get cronjobs. How their jobs end stands with the jobs.
import type { TableKind } from "../table.ts";

export const cronjobs: TableKind = {
  resources: ["cronjobs"],
  verb: "get",
  needs: ["NAME", "SUSPEND"],
  facts: ["SCHEDULE", "LAST SCHEDULE", "ACTIVE", "AGE"],
  judge: (cell) =>
    cell("SUSPEND") === "True"
      ? { level: "warning", state: { is: "suspended" } }
      : { level: "plain", state: null },
};
