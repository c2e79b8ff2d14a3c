// What was changed lately, where no cause is named that a change would stand beside.
import type { ClusterSnapshot, ResourceChange } from "../snapshot/snapshot.ts";
import type { Diagnosis } from "./diagnosis.ts";

const most = 3;

/**
 * `changes`: newest first, of the newest page of the log of each group. Where one of these could not be read, that there
 * are none is not said.
 */
export function latelyIn(
  { managedCluster, recentChanges }: ClusterSnapshot,
  changes: readonly ResourceChange[],
): Pick<Diagnosis, "lately"> {
  const isWhole = managedCluster.status === "collected" && recentChanges.missing.length === 0;
  return changes.length > 0 || isWhole ? { lately: changes.slice(0, most) } : {};
}
