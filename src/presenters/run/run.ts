// A run in any state: the card that its message shows now.
import { isAgreedOn } from "../../core/change/agreed-task.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import type { Run } from "../../core/run/run.ts";
import { type Presented, refreshedRun } from "../card/presented.ts";
import { presentProgress } from "../card/progress.ts";
import { presentCommandResult } from "../command/command-table.ts";
import { presentAccess } from "../diagnosis/access-paths.ts";
import { presentDiagnosis } from "../diagnosis/diagnosis.ts";
import { sayDiagnosis } from "../diagnosis/localize-diagnosis.ts";
import type { Messages } from "../messages/messages.ts";
import { presentChange } from "./change.ts";
import { presentRunProblem } from "./run-problem.ts";

type Succeeded = Extract<Run["status"], { state: "succeeded" }>;

const outputGone: RunFailure = { code: "outputGone", happened: { is: "resultGone" }, done: "ran" };

/** A result that is no longer kept is said so, not shown as an empty success. */
function presentSucceeded(run: Run, status: Succeeded, page: number | null, messages: Messages): Presented {
  const { task } = run;
  const { result, diagnosis } = status;
  if (isAgreedOn(task)) return presentChange(run, messages);
  if (task.kind === "command" && result !== null)
    return presentCommandResult({ run, task, result }, page, messages);
  if (task.kind === "diagnose" && diagnosis !== null)
    return presentDiagnosis(run, sayDiagnosis(diagnosis, messages), messages);
  if (task.kind === "access" && diagnosis !== null)
    return presentAccess(run, sayDiagnosis(diagnosis, messages), messages);
  return presentRunProblem(run, outputGone, messages);
}

export function presentRun(run: Run, page: number | null, messages: Messages): Presented {
  const { status } = run;
  switch (status.state) {
    case "running":
      // The way is known, and what stands inside is not yet.
      return status.diagnosis === undefined
        ? presentProgress(run, messages)
        : refreshedRun(presentDiagnosis(run, sayDiagnosis(status.diagnosis, messages), messages), run);
    case "queued":
      return presentProgress(run, messages);
    case "pendingApproval":
    case "approved":
    case "applying":
    case "rejected":
    case "withdrawn":
    case "expired":
      return presentChange(run, messages);
    case "succeeded":
      return presentSucceeded(run, status, page, messages);
    case "failed":
    case "denied":
    case "timedOut":
    case "lost":
      return isAgreedOn(run.task)
        ? presentChange(run, messages)
        : presentRunProblem(run, status.failure, messages);
  }
}
