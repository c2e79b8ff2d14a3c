// A press that says where somebody is, or that it is forgotten: kept for their later questions, and asked anew from there.
import { isSamePerson } from "../../core/change/decide.ts";
import type { CardActionOf } from "../../core/conversation/card-action.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { writtenQuestion } from "../../core/conversation/written-question.ts";
import type { Run } from "../../core/run/run.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import { clientAgain, rememberPlace } from "../cluster/client-location.ts";
import { isKnownTo, storedRun } from "../identity/authorize.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { answerIntent } from "./answer-intent.ts";
import { moreOf } from "./repeat-question.ts";

/** The answer takes the place of one's own card, and of nobody else's. */
function editing(
  { requester, conversation }: ConversationContext,
  run: Run,
  messageId: string | undefined,
): Pick<ConversationContext, "editing"> {
  const isOwn = isSamePerson(run.requester, requester) && run.conversation.key === conversation.key;
  return isOwn && messageId !== undefined ? { editing: messageId } : {};
}

/** What the press is answered with, and what goes on behind it. */
type Taken = Readonly<{ text: Notice; begin?: () => Promise<void> }>;

export async function takePlace(
  services: Services,
  asker: ConversationContext,
  action: CardActionOf<"place"> | CardActionOf<"place.forget">,
  messageId: string | undefined,
): Promise<Taken> {
  const run = await storedRun(services, action.run);
  if (!run || !isKnownTo(asker, run) || !("client" in run.task)) return { text: notice("outdated") };
  const { symptom } = clientAgain(asker, run);
  // Nothing was mended in between: the question goes on.
  const { symptomIsOld } = run.task.client;
  const stands = action.verb === "place" ? action.place : undefined;
  const client: Client = {
    ...(symptom === undefined ? {} : { symptom, ...(symptomIsOld && { symptomIsOld }) }),
    ...(stands === undefined ? {} : { stands }),
  };
  if (stands === undefined) await services.store.forgetPlace(asker.requester);
  else await rememberPlace(services, asker, client, null);
  const { kind } = run.task;
  // From another place nothing is asked of the address that stood there.
  const more = moreOf(run, "diagnose");
  const intent = { kind, cluster: run.cluster.id, client, ...more };
  const presser = { ...asker, ...editing(asker, run, messageId) };
  return {
    text: notice("started"),
    begin: () => answerIntent(services, presser, intent, writtenQuestion(kind, run.cluster.id, client, more)),
  };
}
