// A run that is kept is shown: a page of its output, or its card as it is now, to whoever may see it.

import { isAgreedOn } from "../../core/change/agreed-task.ts";
import type { CardActionOf } from "../../core/conversation/card-action.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { runKey } from "../../core/delivery/message.ts";
import { hasEnded } from "../../core/run/run.ts";
import type { CardActionAnswer } from "../delivery/card-action-answer.ts";
import { strayMessage } from "../delivery/outbox-messages.ts";
import { stamped } from "../delivery/stamped-run.ts";
import { isHere, isKnownTo, storedRun, whyNotReadable } from "../identity/authorize.ts";
import { showWaiting } from "../incident/incident-card.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

/** A page of an output, or what it tells: authorized like the command itself. */
export async function readOutput(
  services: Services,
  asker: ConversationContext,
  id: string,
  page: number | null,
): Promise<CardActionAnswer> {
  const run = await storedRun(services, id);
  if (!run) return { text: notice("notHere") };
  // Nothing but what stands here already.
  if (isAgreedOn(run.task) && isHere(asker, run) && isKnownTo(asker, run))
    return { card: { kind: "run", run: await stamped(services, run), page } };
  const why = await whyNotReadable(services, asker, run, { action: "output.read", detail: { page } });
  return why === null ? { card: { kind: "run", run: await stamped(services, run), page } } : { text: why };
}

/** A client shows a card of a run that went on: from now on its message is the one that is edited. */
export async function showRun(
  services: Services,
  asker: ConversationContext,
  { run: id }: CardActionOf<"run.show">,
  messageId: string | undefined,
): Promise<CardActionAnswer> {
  const run = await storedRun(services, id);
  if (!run) return showWaiting(services, asker, id, messageId);
  if (!isKnownTo(asker, run)) return { text: notice("notHere") };
  if (messageId !== undefined && (await services.store.adoptMessage(runKey(run.id), messageId)) === "stray") {
    const text: Notice = { is: "answeredElsewhere", run: run.id };
    await services.store.tell(null, [strayMessage(run.conversation, messageId, text)]);
  }
  if (!hasEnded(run.status.state)) return { card: { kind: "run", run, page: null } };
  return readOutput(services, asker, id, null);
}
