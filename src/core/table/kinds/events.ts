// kubectl get events, and kubectl events: the latest first, since kubectl sorts them by none of what it prints.
import { ageIn } from "../cells.ts";
import { type TableKind, word } from "../table.ts";

export const events: TableKind = {
  resources: ["events"],
  verb: "get",
  name: "OBJECT",
  needs: ["OBJECT", "TYPE", "REASON", "LAST SEEN"],
  facts: ["LAST SEEN", "MESSAGE"],
  judge: (cell) => {
    const reason = cell("REASON");
    if (cell("TYPE") === "Warning") return word("warning", reason);
    return word(cell("TYPE") === "Normal" ? "plain" : "unknown", reason);
  },
  order: (cell) => ageIn(cell("LAST SEEN")) ?? Number.POSITIVE_INFINITY,
};
