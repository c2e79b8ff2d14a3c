// Opens a person's own chat with the bot.
import type { ConversationParameters } from "botbuilder";
import type { ConversationRef } from "../../core/run/run.ts";
import { callOptions } from "./connector.ts";
import { toReference } from "./conversation.ts";
import type { MessengerParts } from "./messenger-parts.ts";
import { outcomeOf } from "./outcome.ts";

/** Null where the bot is not installed for them; throws where Teams cannot tell now. */
export async function openChat(parts: MessengerParts, to: ConversationRef): Promise<ConversationRef | null> {
  const reference = toReference(to);
  if (!reference || !parts.trusted(reference.serviceUrl)) return null;
  const { serviceUrl, bot, user, conversation } = reference;
  const tenantId = conversation.tenantId ?? "";
  const parameters = {
    isGroup: false,
    bot,
    members: [user ?? { id: to.userId, name: "" }],
    tenantId,
    channelData: { tenant: { id: tenantId } },
  } as ConversationParameters;
  const outcome = await outcomeOf(parts.log, to, async () => {
    const client = await parts.clients(serviceUrl);
    return (await client.conversations.createConversation(parameters, callOptions())).id;
  });
  if (outcome.status === "refused" && !outcome.again) return null;
  // Asked again, Teams opens the same chat.
  if (outcome.status !== "shown") throw new Error("Teams does not say now where the personal chat is.");
  const id = outcome.messageId;
  const opened: ConversationRef = {
    ...to,
    key: id,
    personal: true,
    conversation: { ...conversation, id, conversationType: "personal", isGroup: false },
  };
  await parts.store.saveConversation(opened);
  return opened;
}
