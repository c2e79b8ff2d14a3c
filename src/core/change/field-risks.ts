// What people should know of fields that would be other ones, whatever makes them so: a patch that replaces a list takes
// away what it does not name, and a revision that comes back brings what it had.
import type { ChangeRisk } from "../command/change/change-risk.ts";
import { telling } from "../command/change/change-risks.ts";
import type { FieldChange } from "./proposed.ts";

/** As a pointer in JSON: `a.b[c]` is `"/a/b/c"`. */
const pointerTo = (path: string): string => `"/${path.replaceAll(/[.[\]]+/g, "/")}"`;

/** So many of these taints move the pods that do not tolerate them. */
const movingPods = (taints: string | null): number => (taints?.match(/"NoExecute"/g) ?? []).length;

function riskOf({ path, before, after }: FieldChange): ChangeRisk | null {
  if (path === "metadata.finalizers" && before !== null) return "irreversible";
  // An owner that is not there takes the object with it.
  if (path.startsWith("metadata.ownerReferences") && after !== null) return "irreversible";
  if (/^spec\.(?:replicas|parallelism)$/.test(path) && after === "0") return "stops";
  if (path === "spec.suspend" && after === "true") return "stops";
  if (path === "spec.taints" && movingPods(after) > movingPods(before)) return "drainsNode";
  if (/^spec\.persistentVolume(?:ReclaimPolicy|ClaimRetentionPolicy\.\w+)$/.test(path) && after === "Delete")
    return "deletesVolume";
  return [pointerTo(path), before ?? "", after ?? ""].some((each) => telling.test(each))
    ? "widensRights"
    : null;
}

/** Each once. Expects values that are whole. */
export const risksOfFields = (fields: readonly FieldChange[]): readonly ChangeRisk[] =>
  [...new Set(fields.flatMap((field) => riskOf(field) ?? []))].toSorted();
