// kubectl get persistentvolumeclaims and persistentvolumes.
// A claim may wait for its first pod, which is why one that is pending is a warning only.
// https://kubernetes.io/docs/concepts/storage/persistent-volumes/
import { isYoung, minute } from "../cells.ts";
import { type Level, type TableKind, word } from "../table.ts";

/** Azure attaches a disk within a minute or two. */
const provisioned = 2 * minute;

export const claims: TableKind = {
  resources: ["persistentvolumeclaims"],
  verb: "get",
  needs: ["NAME", "STATUS"],
  facts: ["CAPACITY", "STORAGECLASS", "VOLUME", "AGE"],
  judge: (cell) => {
    const status = cell("STATUS");
    if (status === "Bound") return word("fine", status);
    if (status === "Lost") return word("broken", status);
    if (status === "Pending")
      return { level: isYoung(cell("AGE"), provisioned) ? "moving" : "warning", state: { is: "pending" } };
    return word(status === "Terminating" ? "moving" : "unknown", status);
  },
};

const levels: ReadonlyMap<string, Level> = new Map([
  ["Bound", "fine"],
  ["Available", "fine"],
  ["Released", "warning"],
  ["Failed", "broken"],
  ["Pending", "moving"],
  ["Terminating", "moving"],
]);

export const volumes: TableKind = {
  resources: ["persistentvolumes"],
  verb: "get",
  needs: ["NAME", "STATUS"],
  facts: ["CLAIM", "CAPACITY", "RECLAIM POLICY", "AGE"],
  judge: (cell) => word(levels.get(cell("STATUS")) ?? "unknown", cell("STATUS")),
};
