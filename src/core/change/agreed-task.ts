// What others agree on before it is done.
import type { Run, RunTask } from "../run/run.ts";

export type ChangeTask = Extract<RunTask, { kind: "change" }>;
export type FixTask = Extract<RunTask, { kind: "fix" }>;
export type AgreedTask = ChangeTask | FixTask;

/** So long after a run that proved or made one it can be asked for, or taken back: later it may be another network. */
export const fixAskedWithinMilliseconds = 60 * 60_000;

export type AgreedRun = Run & Readonly<{ task: AgreedTask }>;

export const isAgreedOn = (task: RunTask): task is AgreedTask =>
  task.kind === "change" || task.kind === "fix";

export const isOfAgreement = (run: Run): run is AgreedRun => isAgreedOn(run.task);
