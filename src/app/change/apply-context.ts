// What every way of making an approved change has in common.
import type { AgreedTask } from "../../core/change/agreed-task.ts";
import type { RunFailure } from "../../core/run/failure.ts";
import { plainFailure } from "../../core/run/failures.ts";
import type { Proposed } from "../../core/run/proposed.ts";
import type { Run, RunState } from "../../core/run/run.ts";
import type { Services } from "../ports/services.ts";
import { ended, type RunLease } from "../run/run-execution.ts";

/** What a worker needs to know of the change that it makes. */
export type ApplyContext<Task extends AgreedTask> = Readonly<{
  services: Services;
  run: Run;
  task: Task;
  proposed: Proposed;
  hold: RunLease;
}>;

export type Applying = Extract<RunState, { state: "applying" }>;
export type Lost = Extract<RunState, { state: "lost" }>;

export const lostBy = (services: Services, failure: RunFailure): Lost => ({
  ...ended(services, failure),
  state: "lost",
});

export const isOver = ({ clock }: Services, { expiresAt }: Proposed): boolean =>
  clock.now().getTime() >= Date.parse(expiresAt);

export const tooLate = plainFailure("approvalExpired", "approvalExpired", "nothingSent");
