// What was changed in Azure: by the scenario's word, before anybody calls.
import type { Scenario } from "../scenario/schema.ts";
import { parseArmPath } from "./arm-path.ts";

export type Activity = { time: Date; resourceId: string; operation: string; caller: string };
type Change = Scenario["changes"][number];

/** The log as it stands before anybody calls, oldest first. */
export function activitiesOf(changes: readonly Change[]): Activity[] {
  return changes
    .map(({ resourceId, time, changedBy, changeType, operation }) => ({
      time: new Date(time),
      resourceId,
      operation:
        operation ?? `${parseArmPath(resourceId).type}/${changeType === "Delete" ? "delete" : "write"}`,
      caller: changedBy,
    }))
    .toSorted((a, b) => a.time.getTime() - b.time.getTime());
}
