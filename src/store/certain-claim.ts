// The claim of a question, of which the caller is told truly whether it was done. Teams waits for it, so it may not take
// as long as an outage does: what is not known in time is found out afterwards, and nobody is told two things.
import type { Store } from "../app/ports/store.ts";
import { isNotDone } from "./error-text.ts";
import { mayAskAgain, type Persist } from "./persist.ts";
import type { StoreLog } from "./store-log.ts";
import type { Truth } from "./truth.ts";

type ClaimQuestion = Store["claimQuestion"];

export function certainClaim(
  claimQuestion: ClaimQuestion,
  truth: Pick<Truth, "isMine" | "disown">,
  persist: Persist,
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
      void persist(write)
        .catch((late: unknown) => failed(String(late)))
        .finally(() => claiming.delete(key));
    };
    try {
      const claimed = await claimOrAskAgain(claim, () => truth.isMine(question));
      claiming.delete(key);
      return claimed;
    } catch (error) {
      // Its answer may stand there, and whoever finds it shows it: nobody is told of an error beside it.
      if (answer !== undefined && mayStand) {
        afterwards(claim, (late) => log.error("question not answered", { error: late }));
        return true;
      }
      // Its asker is told of an error: so it is not answered as well, by whomever and whenever.
      afterwards(
        () => truth.disown(question),
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
    if (!mayAskAgain(error, from)) throw error;
    return (await claim()) || (await isMine());
  }
}
