// "Ask NAME": whoever may diagnose the cluster asks, in the thread, somebody whose roles allow the fix. Nothing is run.

import type { Member } from "../../core/access/who-may.ts";
import { actionOf } from "../../core/authorization/action.ts";
import { noteTo } from "../../core/authorization/refusal.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import { fixAskKey } from "../../core/delivery/message.ts";
import type { Run } from "../../core/run/run.ts";
import { messageOf } from "../delivery/outbox-messages.ts";
import { authorize, isHere } from "../identity/authorize.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

/** `done`: they are asked. `text`: they are not, or not again, and why. */
type AskedForFix = Readonly<{ done: Notice } | { text: Notice }>;

/** Null: there is nobody (any more) who could be asked here. */
export async function askForFix(
  services: Services,
  asker: ConversationContext,
  run: Run,
): Promise<AskedForFix | null> {
  const { status, task } = run;
  const whoMay = status.state === "succeeded" ? status.whoMay : undefined;
  if (task.kind !== "diagnose" || whoMay?.is !== "person" || !isThread(asker, run)) return null;
  const { objectId, name: person } = whoMay;
  const detail = { asked: objectId, check: checkOf(run) };
  const record = { action: "fix.ask", detail };
  const right = await authorize(services, asker, actionOf(task, run.cluster), "press", { run, record });
  if (!right.ok) return { text: noteTo(right.refusal) };
  const { entry } = right;
  if (objectId === asker.requester.objectId.toLowerCase()) return { text: notice("fixIsYours") };
  const members = await services.roster.members(run.conversation, services.timeouts.names);
  // A list that could not be read is no reason to keep silent.
  if (members !== null && !members.some((each) => each.objectId.toLowerCase() === objectId.toLowerCase()))
    return { text: { is: "fixAskGone", person } };
  const ask = { runId: run.id, objectId, askedAt: entry.time };
  const isFirst = await services.store.askForFix(ask, messageFor(services, asker, run, whoMay), entry);
  return isFirst ? { done: { is: "fixAsked", person } } : { text: { is: "fixAskedBefore", person } };
}

/** Where that person reads along: the channel or chat of the diagnosis. */
const isThread = (asker: ConversationContext, run: Run): boolean =>
  !asker.conversation.personal && isHere(asker, run);

const checkOf = ({ status }: Run): string | null =>
  status.state === "succeeded" ? (status.diagnosis?.rootCause?.check ?? null) : null;

/** One of a run and person also in the outbox, whatever is written twice. */
const messageFor = (
  services: Services,
  asker: ConversationContext,
  run: Run,
  { userId, name, objectId }: Member,
) => ({
  ...messageOf(services, asker.conversation, {
    kind: "fixAsk",
    run,
    by: asker.requester,
    person: { userId, name },
  }),
  key: fixAskKey(run.id, objectId),
});
