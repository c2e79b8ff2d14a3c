// kubectl get nodes.
import { type TableKind, word } from "../table.ts";

export const nodes: TableKind = {
  resources: ["nodes"],
  verb: "get",
  needs: ["NAME", "STATUS"],
  facts: ["AGE", "VERSION", "ROLES"],
  judge: (cell) => {
    const status = cell("STATUS");
    const [ready, ...more] = status.split(",");
    if (ready === "NotReady" || ready === "Unknown") return word("broken", status);
    if (ready !== "Ready") return word("unknown", status);
    if (more.length === 0) return word("fine", status);
    return word(more.every((each) => each === "SchedulingDisabled") ? "warning" : "unknown", status);
  },
};
