// What others agree on before it is done.
import type { Run, RunTask } from "../run/run.ts";

export type ChangeTask = Extract<RunTask, { kind: "change" }>;
export type FixTask = Extract<RunTask, { kind: "fix" }>;
export type AgreedTask = ChangeTask | FixTask;

export const isAgreedOn = (task: RunTask): task is AgreedTask =>
  task.kind === "change" || task.kind === "fix";

export const isOfAgreement = (run: Run): run is Run & Readonly<{ task: AgreedTask }> => isAgreedOn(run.task);
