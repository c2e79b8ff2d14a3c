// Writes of which the caller is told truly whether they were done. A COMMIT whose answer was lost may have been taken,
// so the same is written again, under the same key, until the database says what is there: nobody is told of a failure
// whose work goes on, and no work is dropped that was begun.

import type { Clock } from "../app/ports/services.ts";
import type { RunMove, Store } from "../app/ports/store.ts";
import type { Run, RunState } from "../core/run/run.ts";
import { canonicalJson } from "../core/text/canonical-json.ts";
import { type CommitCheck, mayRetry, type Retry, retrying } from "./kit/commit-check.ts";
import type { StoreLog } from "./kit/connection.ts";
import { errorCodeOf, isLostConnection, isNotDone } from "./kit/database-errors.ts";
import { jsonText } from "./kit/stored-text.ts";

const uniqueViolation = "23505";

/** Each of them may take as long as the outage does, but for `claimQuestion`, for which Teams waits. */
export function verifiedWrites(
  store: Store,
  check: CommitCheck,
  clock: Clock,
  stopping: () => boolean,
  log: StoreLog,
): Store {
  const retry = retrying(clock, stopping);
  return {
    ...store,
    ...beginnings(store, retry),
    ...moves(store, check, retry),
    ...questions(store, check, retry),
    ...notes(store, retry),
    ...lookUps(store),
    claimQuestion: verifiedClaim((...claim) => store.claimQuestion(...claim), check, retry, log),
  };
}

const beginnings = (store: Store, retry: Retry): Pick<Store, "createRun"> => ({
  createRun: async (...args) => {
    try {
      return await store.createRun(...args);
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      // That it is there already, or its question closed, is the answer that was lost.
      return await retry(() => store.createRun(...args)).catch((again: unknown) => {
        if (errorCodeOf(again) !== uniqueViolation) throw again;
        return "created";
      });
    }
  },
});

const moves = (
  store: Store,
  check: Pick<CommitCheck, "isInState">,
  retry: Retry,
): Pick<Store, "moveRun" | "stepRun" | "askForFix"> => ({
  moveRun: (...args) => {
    const [id, , to] = args;
    return movedOrThere(
      retry,
      () => store.moveRun(...args),
      () => check.isInState(id, to),
    );
  },
  stepRun: (id, step) => {
    const once = decidedOnce(step);
    return retry(() => store.stepRun(id, once));
  },
  askForFix: (...args) =>
    movedOrThere(
      retry,
      () => store.askForFix(...args),
      async () => {
        const [{ runId, askedAt }] = args;
        const status = (await store.run(runId))?.status;
        const whoMay = status?.state === "succeeded" ? status.whoMay : undefined;
        return whoMay?.is === "person" && whoMay.askedAt === askedAt;
      },
    ),
});

/** Asked again of what it has written itself, it says what it said; whatever else it finds is decided anew. */
function decidedOnce<T>(step: (run: Run) => RunMove<T>): (run: Run) => RunMove<T> {
  let made: RunMove<T> | null = null;
  return (run) => {
    const isWritten = made?.to && asText(run.status) === asText(made.to);
    if (made && isWritten) return { said: made.said, to: null, messages: [], audit: null };
    made = step(run);
    return made;
  };
}

/** As the database gives it back: jsonb keeps no order, and some letters are replaced. */
const asText = (state: RunState): string => canonicalJson(JSON.parse(jsonText(state)));

/** A move that was not made at the second try may have been made at the first. */
async function movedOrThere(
  retry: Retry,
  move: () => Promise<boolean>,
  isThere: () => Promise<boolean>,
): Promise<boolean> {
  let tries = 0;
  const moved = await retry(() => {
    tries += 1;
    return move();
  });
  return moved || tries === 1 ? moved : retry(isThere);
}

const questions = (
  store: Store,
  check: Pick<CommitCheck, "takenFor">,
  retry: Retry,
): Pick<Store, "tell" | "takePending" | "closeQuestion"> => ({
  // A question is closed with what it is told, once: so this may be written again.
  tell: (question, ...what) =>
    question === null ? store.tell(question, ...what) : retry(() => store.tell(question, ...what)),
  // Taken with the answer lost, they are nowhere but among the questions; each is answered once, whoever asks it.
  takePending: async (match, ...rest) => {
    try {
      return await store.takePending(match, ...rest);
    } catch (error) {
      if (!("reason" in match) || !isLostConnection(error)) throw error;
      const left = await retry(() => store.takePending(match, ...rest));
      const taken = await retry(() => check.takenFor(match.userId));
      return [...taken.filter(({ id }) => !left.some((one) => one.id === id)), ...left];
    }
  },
  closeQuestion: (key) => retry(() => store.closeQuestion(key)),
});

const notes = (store: Store, retry: Retry): Pick<Store, "rememberCluster" | "saveConversation"> => ({
  // A run that exists goes on, so nothing that is noted of it afterwards may end in an error.
  rememberCluster: (...args) => retry(() => store.rememberCluster(...args)),
  saveConversation: (conversation) => again(() => store.saveConversation(conversation)),
});

const lookUps = (store: Store): Pick<Store, "personalConversation" | "lastCluster" | "mode" | "run"> => ({
  personalConversation: (userId) => again(() => store.personalConversation(userId)),
  lastCluster: (key) => again(() => store.lastCluster(key)),
  mode: () => again(() => store.mode()),
  run: (id) => again(() => store.run(id)),
});

/** What is only asked, or may be written twice, survives the loss of a connection; a hung database is an error. */
async function again<T>(act: () => Promise<T>): Promise<T> {
  const from = performance.now();
  return act().catch((error: unknown) => {
    if (mayRetry(error, from)) return act();
    throw error;
  });
}

type ClaimQuestion = Store["claimQuestion"];

/**
 * The claim of a question. Teams waits for it, so it may not take as long as an outage does: what is not known in time is found
 * out afterwards, and nobody is told two things.
 */
function verifiedClaim(
  claimQuestion: ClaimQuestion,
  check: Pick<CommitCheck, "isMine" | "disown">,
  retry: Retry,
  log: StoreLog,
): ClaimQuestion {
  const claiming = new Set<string>();
  return async (question, answer) => {
    const { key } = question;
    // Delivered again while the first is still being claimed, or has just been answered with an error.
    if (claiming.has(key)) return false;
    claiming.add(key);
    let mayStand = false;
    const claim = (): Promise<boolean> =>
      claimQuestion(question, answer).catch((error: unknown) => {
        mayStand ||= !isNotDone(error);
        throw error;
      });
    const afterwards = (write: () => Promise<unknown>, failed: (error: string) => void): void => {
      void retry(write)
        .catch((late: unknown) => failed(String(late)))
        .finally(() => claiming.delete(key));
    };
    try {
      const claimed = await claimOrAskAgain(claim, () => check.isMine(question));
      claiming.delete(key);
      return claimed;
    } catch (error) {
      // Its answer may stand there, and whoever finds it shows it: nobody is told of an error beside it.
      if (answer !== undefined && mayStand) {
        afterwards(claim, (late) => log.error("question not answered", { error: late }));
        return true;
      }
      // Its requester is told of an error: so it is not answered as well, by whomever and whenever.
      afterwards(
        () => check.disown(question),
        (late) => log.warn("question not closed", { error: late }),
      );
      throw error;
    }
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
    if (!mayRetry(error, from)) throw error;
    return (await claim()) || (await isMine());
  }
}
