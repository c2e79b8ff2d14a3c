// kubectl get namespaces. One that is ending waits for what is in it; its age does not say for how long.
import { type Level, type TableKind, word } from "../table.ts";

const levels: ReadonlyMap<string, Level> = new Map([
  ["Active", "fine"],
  ["Terminating", "warning"],
]);

export const namespaces: TableKind = {
  resources: ["namespaces"],
  verb: "get",
  needs: ["NAME", "STATUS"],
  facts: ["AGE"],
  judge: (cell) => word(levels.get(cell("STATUS")) ?? "unknown", cell("STATUS")),
};
