// A question that needs a sign-in waits in the store; the personal chat is where sign-in happens.
import type { Message } from "../core/outbox/message.ts";
import type { ConversationRef } from "../core/run/run.ts";
import type { Pending } from "./ports-outbox.ts";
import type { Asker, Services } from "./services.ts";
import { messageOf } from "./tell.ts";

export async function askForSignIn(services: Services, asker: Asker, asked: string): Promise<void> {
  const { store, clock, newId, messenger, personalChatUrl } = services;
  const { userId, conversation, question } = asker;
  const createdAt = clock.now().toISOString();
  // Without it they are still told where to go.
  const chat = conversation.personal
    ? conversation
    : await messenger.personalChat(conversation).catch(() => null);
  const card = chat && signInCard(services, chat, asked);
  const pointer = messageOf(services, conversation, {
    kind: "signInElsewhere",
    asked,
    chatUrl: personalChatUrl,
  });
  const messages = conversation.personal ? [] : [pointer];
  const pending: Pending = {
    ...{ id: newId("S"), userId, reason: "signIn", text: asked },
    ...{ conversation, createdAt },
  };
  // One write: a question that another process has taken over, and told about it, is not asked again beside that.
  await store.tell(question ?? null, card ? [card, ...messages] : messages, pending);
}

const signInCard = ({ newId }: Services, to: ConversationRef, asked: string): Message => ({
  key: newId("M"),
  to,
  content: { show: "signIn", asked },
  after: null,
  final: true,
  messageId: null,
});
