// What others agree on before it is done.
import type { Notice } from "../conversation/notice.ts";
import { type Diagnosis, headlineOf } from "../diagnosis/diagnosis.ts";
import type { Proposed } from "../run/proposed.ts";
import type { Run, RunState, RunTask, Stamp } from "../run/run.ts";

export type ChangeTask = Extract<RunTask, { kind: "change" }>;
export type FixTask = Extract<RunTask, { kind: "fix" }>;
export type AgreedTask = ChangeTask | FixTask;

/** So long after a run that proved or made one it can be asked for, or taken back: later it may be another network. */
export const fixAskedWithinMilliseconds = 60 * 60_000;

/** Only a cluster that is reached is called fixed. */
export const isReached = (diagnosis: Diagnosis): boolean =>
  ["reachable", "well"].includes(headlineOf(diagnosis));

export type AgreedRun = Run & Readonly<{ task: AgreedTask }>;

export const isAgreedOn = (task: RunTask): task is AgreedTask =>
  task.kind === "change" || task.kind === "fix";

export const isOfAgreement = (run: Run): run is AgreedRun => isAgreedOn(run.task);

/** What was agreed on, or is to be; undefined where it ended before anything was seen. */
export function proposedIn(state: RunState): Proposed | undefined {
  if ("proposal" in state) return state;
  return "proposed" in state ? state.proposed : undefined;
}

/** Nothing that somebody typed is done with another person's rights. */
export const mayBeRunAs = (task: RunTask): task is AgreedTask =>
  task.kind === "fix" || (task.kind === "change" && task.of !== undefined);

/** What a diagnosis proposed is followed by one, once kubectl has done it: whether it has mended the cause shows by itself. */
export const isDiagnosedAfter = ({ of }: ChangeTask, state: RunState): boolean =>
  of !== undefined && state.state === "succeeded" && state.result?.exitCode === 0;

/** What stands on the card of what proposed it, by whoever did it. Null where nothing was done, or kubectl says that it was not. */
export function stampBy({ task, status, requester }: Run): Stamp | null {
  if (status.state !== "succeeded" || !isAgreedOn(task)) return null;
  const { diagnosis, finishedAt: at, result } = status;
  const by = (status.proposed?.ranBy ?? requester).displayName;
  if (task.kind === "change" && result?.exitCode !== 0) return null;
  if (task.kind === "fix" && task.undoes) return { is: "undone", at, by };
  return { is: diagnosis !== null && isReached(diagnosis) ? "fixed" : "made", at, by };
}

/** What a second request of the same fix is told. `run`: the first one, that has not ended. */
export const requestedBefore = ({ id, requester }: Run): Notice => ({
  is: "fixRequestedBefore",
  person: requester.displayName,
  run: id,
});
