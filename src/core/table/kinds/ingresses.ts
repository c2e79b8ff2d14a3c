// kubectl get ingresses: without an address no controller has taken it.
import { isYoung, minute } from "../cells.ts";
import type { TableKind } from "../table.ts";

const addressed = 5 * minute;

export const ingresses: TableKind = {
  resources: ["ingresses"],
  verb: "get",
  needs: ["NAME", "HOSTS", "ADDRESS"],
  facts: ["HOSTS", "ADDRESS", "CLASS", "AGE"],
  judge: (cell) =>
    cell("ADDRESS") === ""
      ? { level: isYoung(cell("AGE"), addressed) ? "moving" : "warning", state: { is: "noAddress" } }
      : { level: "plain", state: null },
};
