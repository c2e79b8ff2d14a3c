// Writes of which the caller is told truly whether they were done. A COMMIT whose answer was lost may have been taken,
// so the same is written again, under the same key, until the database says what is there: nobody is told of a failure
// whose work goes on, and no work is dropped that was begun.

import type { Clock } from "../app/ports/services.ts";
import type { RunMove, Store } from "../app/ports/store.ts";
import type { Run, RunState } from "../core/run/run.ts";
import { canonicalJson } from "../core/text/canonical-json.ts";
import { certainClaim } from "./certain-claim.ts";
import { codeOf } from "./error-text.ts";
import { jsonText } from "./json-text.ts";
import { isLostConnection } from "./lost-connection.ts";
import { mayAskAgain, type Persist, persisting } from "./persist.ts";
import type { StoreLog } from "./store-log.ts";
import type { Truth } from "./truth.ts";

const uniqueViolation = "23505";

/** Each of them may take as long as the outage does, but for `claimQuestion`, for which Teams waits. */
export function certainly(
  store: Store,
  truth: Truth,
  clock: Clock,
  stopping: () => boolean,
  log: StoreLog,
): Store {
  const persist = persisting(clock, stopping);
  return {
    ...store,
    ...beginnings(store, persist),
    ...moves(store, truth, persist),
    ...questions(store, truth, persist),
    ...notes(store, persist),
    ...lookUps(store),
    claimQuestion: certainClaim((...claim) => store.claimQuestion(...claim), truth, persist, log),
  };
}

const beginnings = (store: Store, persist: Persist): Pick<Store, "createRun"> => ({
  createRun: async (...args) => {
    try {
      return await store.createRun(...args);
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      // That it is there already, or its question closed, is the answer that was lost.
      return await persist(() => store.createRun(...args)).catch((again: unknown) => {
        if (codeOf(again) !== uniqueViolation) throw again;
        return "created";
      });
    }
  },
});

const moves = (
  store: Store,
  truth: Pick<Truth, "stands">,
  persist: Persist,
): Pick<Store, "moveRun" | "stepRun" | "askForFix"> => ({
  moveRun: (...args) => {
    const [id, , to] = args;
    return movedOrThere(
      persist,
      () => store.moveRun(...args),
      () => truth.stands(id, to),
    );
  },
  stepRun: (id, step) => {
    const once = decidedOnce(step);
    return persist(() => store.stepRun(id, once));
  },
  askForFix: (...args) =>
    movedOrThere(
      persist,
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
  persist: Persist,
  move: () => Promise<boolean>,
  isThere: () => Promise<boolean>,
): Promise<boolean> {
  let tries = 0;
  const moved = await persist(() => {
    tries += 1;
    return move();
  });
  return moved || tries === 1 ? moved : persist(isThere);
}

const questions = (
  store: Store,
  truth: Pick<Truth, "takenFor">,
  persist: Persist,
): Pick<Store, "tell" | "takePending" | "closeQuestion"> => ({
  // A question is closed with what it is told, once: so this may be written again.
  tell: (question, ...what) =>
    question === null ? store.tell(question, ...what) : persist(() => store.tell(question, ...what)),
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
});

const notes = (store: Store, persist: Persist): Pick<Store, "rememberCluster" | "saveConversation"> => ({
  // A run that exists goes on, so nothing that is noted of it afterwards may end in an error.
  rememberCluster: (...args) => persist(() => store.rememberCluster(...args)),
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
    if (mayAskAgain(error, from)) return act();
    throw error;
  });
}
