// A run that a press names: an id says nothing about rights, it stands in the footer of every card.
import { isSamePerson } from "../../core/change/decide.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { Run } from "../../core/run/run.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

export const storedRun = async ({ store }: Services, id: string | undefined): Promise<Run | null> =>
  id === undefined ? null : store.run(id);

/** Asked for in this very channel or chat. */
export const isHere = ({ conversation }: Pick<ConversationContext, "conversation">, run: Run): boolean =>
  placeOf(run.conversation.key) === placeOf(conversation.key);

/** A run as this person may know of it: their own, or one whose output stands in this very channel or chat. */
export function isKnownTo(asker: ConversationContext, run: Run): boolean {
  if (isSamePerson(run.requester, asker.requester)) return true;
  return run.show === "thread" && isHere(asker, run);
}
