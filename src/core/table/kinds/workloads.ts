// What keeps a number of pods: how many it wants, has and has updated.
import { isYoung, minute } from "../cells.ts";
import type { Judged } from "../table.ts";

/** A rollout that goes well is through within this. */
const rollout = 2 * minute;

type Pods = Readonly<{ want: number | null; ready: number | null; updated: number | null; age: string }>;

/** `updated`: null where the table does not say. A workload's age says nothing of its rollout, unless it is new. */
export function judgeWorkload({ want, ready, updated, age }: Pods): Judged {
  if (want === null || ready === null) return { level: "unknown", state: null };
  if (want === 0) return { level: "fine", state: { is: "scaledToZero" } };
  if (ready < want) {
    if (isYoung(age, rollout)) return { level: "moving", state: { is: "rollingOut" } };
    return ready === 0
      ? { level: "broken", state: { is: "notReady" } }
      : { level: "warning", state: { is: "partlyReady" } };
  }
  if (updated !== null && updated < want) return { level: "warning", state: { is: "rollingOut" } };
  return { level: "fine", state: { is: "ready" } };
}
