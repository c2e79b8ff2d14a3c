// What others agree on before it is done.
import type { Notice } from "../conversation/notice.ts";
import type { Proposed } from "../run/proposed.ts";
import type { Run, RunState, RunTask } from "../run/run.ts";

export type ChangeTask = Extract<RunTask, { kind: "change" }>;
export type FixTask = Extract<RunTask, { kind: "fix" }>;
export type AgreedTask = ChangeTask | FixTask;

/** So long after a run that proved or made one it can be asked for, or taken back: later it may be another network. */
export const fixAskedWithinMilliseconds = 60 * 60_000;

export type AgreedRun = Run & Readonly<{ task: AgreedTask }>;

export const isAgreedOn = (task: RunTask): task is AgreedTask =>
  task.kind === "change" || task.kind === "fix";

export const isOfAgreement = (run: Run): run is AgreedRun => isAgreedOn(run.task);

/** What was agreed on, or is to be; undefined where it ended before anything was seen. */
export function proposedIn(state: RunState): Proposed | undefined {
  if ("proposal" in state) return state;
  return "proposed" in state ? state.proposed : undefined;
}

/** What a second request of the same fix is told. `run`: the first one, that has not ended. */
export const requestedBefore = ({ id, requester }: Run): Notice => ({
  is: "fixRequestedBefore",
  person: requester.displayName,
  run: id,
});
