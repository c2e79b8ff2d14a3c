// What somebody asked lately, and what became of it; and what others asked here that waits for an approval.
import { isSamePerson } from "../core/change/decide.ts";
import type { Answer } from "../core/chat/answer.ts";
import type { Run } from "../core/run/run.ts";
import { isHere } from "./known-run.ts";
import type { Asker, Services } from "./services.ts";

/** More than anybody would approve at once. */
const mostLookedAt = 200;
const mostShown = 10;

export async function latestRuns(services: Services, asker: Asker): Promise<Answer> {
  const { personal } = asker.conversation;
  const all = await services.store.runsOf(asker.requester, 2 * mostShown);
  // What somebody asked in their own chat is not told in a channel.
  const told = (run: Run) => personal || isHere(asker, run);
  return {
    ...{ kind: "status", runs: all.filter(told).slice(0, mostShown) },
    ...{
      others: personal ? null : await othersWaiting(services, asker),
      now: services.clock.now().toISOString(),
    },
  };
}

/** Its review says to whoever opens it whether they may approve. */
async function othersWaiting({ store }: Services, asker: Asker): Promise<readonly Run[]> {
  const undecided = await store.undecidedRuns(mostLookedAt);
  return undecided
    .filter((run) => run.status.state === "pendingApproval" && run.show === "thread" && isHere(asker, run))
    .filter(({ requester }) => !isSamePerson(requester, asker.requester))
    .slice(0, mostShown);
}
