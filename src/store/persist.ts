// The same again after a failure that passes: for as long as an outage may last, or once.
import type { Clock } from "../app/ports/services.ts";
import { isPassing } from "./error-text.ts";
import { isLostConnection } from "./lost-connection.ts";

const pauseMilliseconds = 500;
/** As long as an outage may last before a question, or the end of a run, is given up. */
const patienceMilliseconds = 15 * 60_000;

/** A connection that is lost is lost at once; one that hangs has used up the time that Teams gives. */
const askAgainWithinMilliseconds = 2_500;

export type Persist = <T>(write: () => Promise<T>) => Promise<T>;

export const persisting =
  ({ sleep }: Pick<Clock, "sleep">, stopping: () => boolean): Persist =>
  async (write) => {
    const deadline = performance.now() + patienceMilliseconds;
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (!isPassing(error) || stopping() || performance.now() > deadline) throw error;
        await sleep(pauseMilliseconds);
      }
    }
  };

/** Whether what began at `from` may be asked once more: its connection was lost, and soon enough. */
export const mayAskAgain = (error: unknown, from: number): boolean =>
  isLostConnection(error) && performance.now() - from <= askAgainWithinMilliseconds;
