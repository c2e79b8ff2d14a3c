// Writes of which the caller is told truly whether they were done. A COMMIT whose answer was lost may have been taken,
// so the same is written again, under the same key, until the database says what is there: nobody is told of a failure
// whose work goes on, and no work is dropped that was begun.
import type { Clock, Store } from "../app/ports.ts";
import type { Pending, Question } from "../app/ports-outbox.ts";
import type { RunState } from "../core/run/run.ts";
import { codeOf, isNotDone, isPassing } from "./error-text.ts";
import { isLostConnection } from "./lost-connection.ts";
import type { StoreLog } from "./store-log.ts";

/** What the database is asked when an answer was lost. */
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

const pauseMilliseconds = 500;
/** As long as an outage may last before a question, or the end of a run, is given up. */
const patienceMilliseconds = 15 * 60_000;

/** A connection that is lost is lost at once; one that hangs has used up the time that Teams gives. */
const askAgainWithinMilliseconds = 2_500;

const uniqueViolation = "23505";

/** Each of them may take as long as the outage does, but for `claimQuestion`, for which Teams waits. */
export function certainly(
  store: Store,
  truth: Truth,
  { sleep }: Clock,
  stopping: () => boolean,
  log: StoreLog,
): Store {
  const persist = async <T>(write: () => Promise<T>): Promise<T> => {
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
  /** What is only asked, or may be written twice, survives the loss of a connection; a hung database is an error. */
  const again = async <T>(act: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    return act().catch((error: unknown) => {
      if (isLostConnection(error) && performance.now() - from < askAgainWithinMilliseconds) return act();
      throw error;
    });
  };
  const claiming = new Set<string>();
  return {
    ...store,
    createRun: async (...args) => {
      try {
        return await store.createRun(...args);
      } catch (error) {
        if (!isLostConnection(error)) throw error;
        // That it is there already, or its question closed, is the answer that was lost.
        return await persist(() => store.createRun(...args)).catch((again: unknown) => {
          if (codeOf(again) !== uniqueViolation) throw again;
          return true;
        });
      }
    },
    // A question is closed with what it is told, once: so this may be written again.
    tell: (question, ...what) =>
      question === null ? store.tell(question, ...what) : persist(() => store.tell(question, ...what)),
    moveRun: async (...args) => {
      const [id, , to] = args;
      let tries = 0;
      const moved = await persist(() => {
        tries += 1;
        return store.moveRun(...args);
      });
      if (moved || tries === 1) return moved;
      return persist(() => truth.stands(id, to));
    },
    // What Teams made of a card is known to its caller alone.
    movePost: async (...args) => {
      const [id, , to] = args;
      let tries = 0;
      const moved = await persist(() => {
        tries += 1;
        return store.movePost(...args);
      });
      if (moved || tries === 1) return moved;
      const post = Object((await persist(() => store.incident(id)))?.post);
      return Object.entries(to).every(([name, value]) => post[name] === value);
    },
    // Taken with the answer lost, they are nowhere but among the questions; each is answered once, whoever asks it.
    takePending: async (match, ...rest) => {
      try {
        return await store.takePending(match, ...rest);
      } catch (error) {
        if (!("reason" in match) || !isLostConnection(error)) throw error;
        const left = await persist(() => store.takePending(match, ...rest));
        const taken = await persist(() => truth.takenFor(match.userId));
        return [...taken.filter(({ id }) => !left.some((one) => one.id === id)), ...left];
      }
    },
    closeQuestion: (key) => persist(() => store.closeQuestion(key)),
    // A run that exists goes on, so nothing that is noted of it afterwards may end in an error.
    rememberCluster: (...args) => persist(() => store.rememberCluster(...args)),
    saveConversation: (conversation) => again(() => store.saveConversation(conversation)),
    personalConversation: (userId) => again(() => store.personalConversation(userId)),
    lastCluster: (key) => again(() => store.lastCluster(key)),
    mode: () => again(() => store.mode()),
    run: (id) => again(() => store.run(id)),
    claimQuestion: async (question, answer) => {
      const { key } = question;
      // Delivered again while the first is still being claimed, or has just been answered with an error.
      if (claiming.has(key)) return false;
      claiming.add(key);
      let mayStand = false;
      const claim = (): Promise<boolean> =>
        store.claimQuestion(question, answer).catch((error: unknown) => {
          mayStand ||= !isNotDone(error);
          throw error;
        });
      try {
        const claimed = await claimOrAskAgain(claim, () => truth.isMine(question));
        claiming.delete(key);
        return claimed;
      } catch (error) {
        // Its answer may stand there, and whoever finds it shows it: nobody is told of an error beside it.
        if (answer !== undefined && mayStand) {
          void persist(claim)
            .catch((late: unknown) => log.error("question not answered", { error: String(late) }))
            .finally(() => claiming.delete(key));
          return true;
        }
        // Its asker is told of an error: so it is not answered as well, by whomever and whenever.
        void persist(() => truth.disown(question))
          .catch((late: unknown) => log.warn("question not closed", { error: String(late) }))
          .finally(() => claiming.delete(key));
        throw error;
      }
    },
  };
}

/** Throws where it is not known even then. */
async function claimOrAskAgain(
  claim: () => Promise<boolean>,
  isMine: () => Promise<boolean>,
): Promise<boolean> {
  const from = performance.now();
  try {
    return await claim();
  } catch (error) {
    if (!isLostConnection(error) || performance.now() - from > askAgainWithinMilliseconds) throw error;
    return (await claim()) || (await isMine());
  }
}
