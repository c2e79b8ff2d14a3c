// kubectl get services. Whether anything answers behind one is not in the table: its endpoints say that.
import { isYoung, minute } from "../cells.ts";
import type { TableKind } from "../table.ts";

/** Azure's load balancer has an address within a minute or two. */
const addressed = 5 * minute;

export const services: TableKind = {
  resources: ["services"],
  verb: "get",
  needs: ["NAME", "TYPE", "EXTERNAL-IP"],
  facts: ["TYPE", "CLUSTER-IP", "EXTERNAL-IP", "PORT(S)"],
  judge: (cell) =>
    cell("EXTERNAL-IP") === "<pending>"
      ? { level: isYoung(cell("AGE"), addressed) ? "moving" : "broken", state: { is: "noAddress" } }
      : { level: "plain", state: null },
};
