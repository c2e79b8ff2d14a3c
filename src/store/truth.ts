// What the database is asked when an answer of its own was lost.
import type { Pending, Question } from "../app/ports/outbox.ts";
import type { RunState } from "../core/run/run.ts";

export type Truth = Readonly<{
  /** Whether the question is there by this very claim: of this process, and of this time. */
  isMine(question: Question): Promise<boolean>;
  /** Questions that were taken for this person after a sign-in, by this process, and have no answer yet. */
  takenFor(userId: string): Promise<readonly Pending[]>;
  /** From now on it counts as dealt with, whether or not it was claimed. */
  disown(question: Question): Promise<void>;
  /** Whether the run is in exactly this state. */
  stands(runId: string, state: RunState): Promise<boolean>;
}>;
