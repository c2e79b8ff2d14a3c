// Opens a person's own chat with the bot.
import type { ConversationParameters } from "botbuilder";
import type { ConversationRef } from "../core/run/run.ts";
import { callOptions } from "./connector.ts";
import { toReference } from "./conversation.ts";
import type { MessengerParts } from "./messenger-parts.ts";

/** Null where the bot is not installed for them, or Teams does not open one now. */
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
  try {
    const client = await parts.clients(serviceUrl);
    const { id } = await client.conversations.createConversation(parameters, callOptions());
    const opened: ConversationRef = {
      ...to,
      key: id,
      personal: true,
      conversation: { ...conversation, id, conversationType: "personal", isGroup: false },
    };
    await parts.store.saveConversation(opened);
    return opened;
  } catch (error) {
    parts.log.warn("could not open a personal chat", { error: String(error) });
    return null;
  }
}
