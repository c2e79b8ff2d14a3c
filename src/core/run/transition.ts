// Which run state may follow which. Anything that is not listed here cannot happen.
import { mayHaveChanged } from "./failure.ts";
import type { RunState, RunStateName } from "./run.ts";

/**
 * Allowed moves. `running` follows itself, when the provider's operation id is known and as it goes on; so does
 * `applying`. `pendingApproval` follows itself when one of several has agreed, `approved` when it waits for a sign-in.
 * `lost` may follow `queued`: a worker can vanish after it took the job and before it wrote `running`. What changes
 * something is sent in `applying` alone, which nothing leads back to. Ends have no way out.
 */
const nextStates: Readonly<Record<RunStateName, readonly RunStateName[]>> = {
  queued: ["running", "failed", "denied", "lost"],
  running: ["running", "pendingApproval", "succeeded", "failed", "denied", "timedOut", "lost"],
  pendingApproval: ["pendingApproval", "approved", "rejected", "withdrawn", "expired", "denied"],
  approved: ["approved", "applying", "rejected", "withdrawn", "expired", "failed", "denied"],
  applying: ["applying", "succeeded", "failed", "denied", "timedOut", "lost"],
  succeeded: [],
  failed: [],
  denied: [],
  timedOut: [],
  lost: [],
  rejected: [],
  withdrawn: [],
  expired: [],
};

/** Nothing more comes of it. */
export const hasEnded = (state: RunStateName): boolean => nextStates[state].length === 0;

/** It has ended, and nothing was changed. */
export const cameToNothing = (status: RunState): boolean =>
  "failure" in status
    ? !mayHaveChanged(status.failure.done)
    : ["rejected", "withdrawn", "expired"].includes(status.state);

/** Something more comes of it, sooner or later. */
export const openStates: readonly RunStateName[] = (Object.keys(nextStates) as RunStateName[]).filter(
  (state) => !hasEnded(state),
);

/** A worker has it in hand, or one is to take it. */
export const isWorkedOn = (state: RunStateName): boolean => !hasEnded(state) && state !== "pendingApproval";

/** True when a run in state `from` may become `to`. */
export const canMove = (from: RunStateName, to: RunStateName): boolean => nextStates[from].includes(to);

/**
 * Those of `from` that may become `to`. Throws when there is none: a move that can never happen is a mistake in
 * our code, not of a person.
 */
export function movableFrom(from: readonly RunStateName[], to: RunStateName): readonly RunStateName[] {
  const possible = from.filter((state) => canMove(state, to));
  if (possible.length === 0)
    throw new Error(`A run cannot move from ${from.join(" or ") || "nothing"} to ${to}.`);
  return possible;
}
