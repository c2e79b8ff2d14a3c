// A question that needs a sign-in waits in the store; the personal chat is where sign-in happens.
import type { Answer } from "../core/chat/answer.ts";
import { note } from "../core/chat/note.ts";
import type { Message } from "../core/outbox/message.ts";
import type { ConversationRef } from "../core/run/run.ts";
import type { Pending } from "./ports-outbox.ts";
import type { Asker, Services } from "./services.ts";
import { answerMessage } from "./tell.ts";

export async function askForSignIn(services: Services, asker: Asker, asked: string): Promise<void> {
  const { store, clock, newId, messenger, personalChatUrl } = services;
  const { userId, conversation, question } = asker;
  const createdAt = clock.now().toISOString();
  // Without it they are still told where to go.
  const chat = conversation.personal
    ? conversation
    : await messenger.personalChat(conversation).catch(() => null);
  const card = chat && signInCard(services, chat, asked);
  const pointer = { kind: "signInElsewhere", asked, chatUrl: personalChatUrl } as const;
  // A sign-in card that is edited into another may not be taken for one.
  const below = (await asker.waiting?.stop()) ? [answerMessage(services, asker, signInBelow)] : [];
  const messages = conversation.personal ? below : [answerMessage(services, asker, pointer)];
  const pending: Pending = {
    ...{ id: newId("S"), userId, reason: "signIn", text: asked },
    ...{ conversation, createdAt },
  };
  // One write: a question that another process has taken over, and told about it, is not asked again beside that.
  await store.tell(question ?? null, card ? [card, ...messages] : messages, pending);
}

const signInBelow: Answer = { kind: "noted", text: note("signInBelow") };

export const signInCard = ({ newId }: Services, to: ConversationRef, asked: string): Message => ({
  key: newId("M"),
  to,
  content: { show: "signIn", asked },
  after: null,
  final: true,
  messageId: null,
});
