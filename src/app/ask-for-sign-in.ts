// A question that needs a sign-in waits in the store; the personal chat is where sign-in happens.
import type { Asker, Services } from "./services.ts";

export async function askForSignIn(services: Services, asker: Asker, asked: string): Promise<void> {
  const { store, notifier, clock, newId } = services;
  await store.savePending({
    id: newId("S"),
    userId: asker.userId,
    reason: "signIn",
    text: asked,
    conversation: asker.conversation,
    createdAt: clock.now().toISOString(),
  });
  const sent = await notifier.askToSignIn(asker.conversation, asked);
  if (asker.conversation.personal && sent) return;
  await notifier.post(asker.conversation, {
    kind: "signInElsewhere",
    asked,
    chatUrl: services.personalChatUrl,
  });
}
