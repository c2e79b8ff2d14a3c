// What somebody asked lately, and what became of it; and what others asked here that waits for an approval.
import type { StrayAlerts } from "../../core/alert/alert.ts";
import { isOfAgreement } from "../../core/change/agreed-task.ts";
import { isSamePerson, mayStillReject } from "../../core/change/decide.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { Run } from "../../core/run/run.ts";
import { authorize, isHere } from "../identity/authorize.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

const mostShown = 10;
/** How many more than those shown wait is counted up to here. */
const mostWaiting = 100;

export async function latestRuns(services: Services, asker: ConversationContext): Promise<Answer> {
  const { personal } = asker.conversation;
  const all = await services.store.runsOf(asker.requester, 2 * mostShown);
  // What somebody asked in their own chat is not told in a channel.
  const told = (run: Run) => personal || isHere(asker, run);
  const waiting = personal ? null : await othersWaiting(services, asker);
  const strays = await straysFor(services, asker);
  return {
    ...{ kind: "status", runs: all.filter(told).slice(0, mostShown) },
    ...(waiting === null
      ? { others: null }
      : { others: waiting.slice(0, mostShown), moreOthers: Math.max(0, waiting.length - mostShown) }),
    ...(strays && { strays }),
    now: services.clock.now().toISOString(),
  };
}

/** The one change that its requester may still withdraw here; of several, words say none. */
export async function onlyOpen(services: Services, asker: ConversationContext): Promise<string | null> {
  const runs = await services.store.runsOf(asker.requester, 2 * mostShown);
  const isTold = (run: Run) => asker.conversation.personal || isHere(asker, run);
  const [run, other] = runs.filter(
    (each) => isOfAgreement(each) && isTold(each) && mayStillReject(each.status),
  );
  return run !== undefined && other === undefined ? run.id : null;
}

/** The card of each stands here already; its review says to whoever opens it whether they may approve. */
async function othersWaiting({ store }: Services, asker: ConversationContext): Promise<readonly Run[]> {
  const waiting = await store.waitingIn(placeOf(asker.conversation.key), mostWaiting);
  return waiting.filter(({ requester }) => !isSamePerson(requester, asker.requester));
}

const straysMilliseconds = 24 * 3_600_000;

/** Told to operators, where nobody else reads it: some rule or label is wrong, or a channel should follow a cluster. */
async function straysFor(services: Services, asker: ConversationContext): Promise<StrayAlerts | null> {
  const { store, clock, operatorsChannel } = services;
  const { personal, key } = asker.conversation;
  if (!personal && placeOf(key) !== operatorsChannel) return null;
  const strays = await store.strayAlerts(new Date(clock.now().getTime() - straysMilliseconds).toISOString());
  if (strays === null) return null;
  const right = await authorize(services, asker, { kind: "setMode" }, "oversee");
  return right.ok ? strays : null;
}
