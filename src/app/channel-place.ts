// A channel or chat as a place to post in, of no person: so it stays when the one who spoke there is forgotten.
import type { ConversationRef } from "../core/run/run.ts";
import type { Services } from "./services.ts";

/** `channel`: Teams' id of it. Null where nobody has spoken to the bot there. */
export async function channelPlace(
  { store, places }: Pick<Services, "store" | "places">,
  channel: string,
): Promise<ConversationRef | null> {
  const found = await store.conversationIn(channel);
  return found && { ...places.channelOf(found), userId: "" };
}
