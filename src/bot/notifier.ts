// Posts and edits cards outside a turn. A failure is logged and reported as a value: an answer must not end in an exception.
import { type Activity, ActivityTypes, CardFactory, type TurnContext } from "botbuilder";
import type { Notifier } from "../app/ports.ts";
import type { ConversationRef } from "../core/run/run.ts";
import { messages } from "../presenters/messages/messages.ts";
import type { Presented } from "../presenters/presented.ts";
import { cardFor } from "./card.ts";
import { toReference } from "./conversation.ts";
import type { NotifierParts } from "./notifier-parts.ts";
import { sendSignInCard } from "./sign-in-card.ts";

/** The message that shows a card, with the text of its notification. */
export function cardMessage({ card, summary }: Presented): Partial<Activity> {
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] };
}

export function createNotifier(parts: NotifierParts): Notifier {
  const within = (to: ConversationRef, act: (context: TurnContext) => Promise<void>) =>
    inConversation(parts, to, act);
  return {
    async post(to, answer) {
      const message = cardMessage(await cardFor(parts, answer, to.locale));
      let id: string | null = null;
      await within(to, async (context) => {
        id = (await context.sendActivity(message))?.id ?? null;
      });
      return id;
    },
    async edit(to, messageId, answer) {
      const message = cardMessage(await cardFor(parts, answer, to.locale));
      return within(to, async (context) => {
        await context.updateActivity({ ...message, id: messageId });
      });
    },
    async mention(to, requester, text) {
      await within(to, async (context) => {
        await context.sendActivity(mentionMessage(to, requester.displayName, text));
      });
    },
    askToSignIn: (to, asked) => sendSignInCard(parts, within, to, asked),
  };
}

async function inConversation(
  { adapter, appId, trusted, log }: NotifierParts,
  to: ConversationRef,
  act: (context: TurnContext) => Promise<void>,
): Promise<boolean> {
  const reference = toReference(to);
  if (!reference) {
    log.error("stored conversation is not readable", { conversation: to.key });
    return false;
  }
  if (!trusted(reference.serviceUrl)) {
    log.error("service URL is not one of Teams'", { conversation: to.key });
    return false;
  }
  try {
    await adapter.continueConversationAsync(appId, reference, act);
    return true;
  } catch (error) {
    log.error("Teams did not take a message", { conversation: to.key, error: String(error) });
    return false;
  }
}

function mentionMessage(to: ConversationRef, name: string, text: "done" | "failed"): Partial<Activity> {
  const tag = `<at>${name.replaceAll(/[<>&]/g, " ")}</at>`;
  const words = messages(typeof to.locale === "string" ? to.locale : undefined).mention[text];
  const mentioned = { id: to.userId, name };
  return {
    type: ActivityTypes.Message,
    text: `${tag} ${words}`,
    entities: [{ type: "mention", text: tag, mentioned }],
  };
}
