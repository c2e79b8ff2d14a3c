// A COMMIT whose answer was lost may have been taken: what the database is asked then, and how often it is asked again.

import type { Pending, Question } from "../../app/ports/outbox.ts";
import type { Clock } from "../../app/ports/services.ts";
import type { RunState } from "../../core/run/run.ts";
import { isLostConnection, isTransientError } from "./database-errors.ts";

export type CommitCheck = Readonly<{
  /** Whether the question is there by this very claim: of this process, and of this time. */
  isMine(question: Question): Promise<boolean>;
  /** Questions that were taken for this person after a sign-in, by this process, and have no answer yet. */
  takenFor(userId: string): Promise<readonly Pending[]>;
  /** From now on it counts as dealt with, whether or not it was claimed. */
  disown(question: Question): Promise<void>;
  /** Whether the run is in exactly this state. */
  isInState(runId: string, state: RunState): Promise<boolean>;
}>;

const pauseMilliseconds = 500;
/** As long as an outage may last before a question, or the end of a run, is given up. */
const giveUpMilliseconds = 15 * 60_000;

/** A connection that is lost is lost at once; one that hangs has used up the time that Teams gives. */
const retryWithinMilliseconds = 2_500;

/** Does the same again after a failure that passes, for as long as an outage may last. */
export type Retry = <T>(write: () => Promise<T>) => Promise<T>;

export const retrying =
  ({ sleep }: Pick<Clock, "sleep">, stopping: () => boolean): Retry =>
  async (write) => {
    const deadline = performance.now() + giveUpMilliseconds;
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (!isTransientError(error) || stopping() || performance.now() > deadline) throw error;
        await sleep(pauseMilliseconds);
      }
    }
  };

/** Whether what began at `from` may be asked once more: its connection was lost, and soon enough. */
export const mayRetry = (error: unknown, from: number): boolean =>
  isLostConnection(error) && performance.now() - from <= retryWithinMilliseconds;
