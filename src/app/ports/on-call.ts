// Who is on call, whatever keeps the schedule. Adapters in `on-call/`.
import type { OnCallNow, OnCallSchedule } from "../../core/on-call/on-call.ts";
import type { RequesterCredential } from "./azure.ts";

export interface OnCall {
  /**
   * Never throws, and answers within ten seconds. `as`: whose rights read what Microsoft Graph keeps, and find people in
   * Entra; null: groups and Shifts are not read, and nobody has an object id.
   */
  now(schedule: OnCallSchedule, at: Date, as: RequesterCredential | null): Promise<OnCallNow>;
}
