// Posts and edits cards. What Teams made of each call is a value, never an exception.
import {
  type Activity,
  ActivityTypes,
  CardFactory,
  type ConversationReference,
  TurnContext,
} from "botbuilder";
import type { Messenger, Showing } from "../../app/ports/outbox.ts";
import type { MentionText } from "../../core/delivery/message.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { Presented } from "../../presenters/card/presented.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { cardFor } from "./card.ts";
import { callOptions } from "./connector.ts";
import { fileMessage, offerMessage } from "./file-message.ts";
import type { MessengerParts } from "./messenger-parts.ts";
import { openChat } from "./open-chat.ts";
import { outcomeOf } from "./outcome.ts";
import { placeFor } from "./place.ts";
import { signInMessage } from "./sign-in-card.ts";

/** The message that shows a card, with the text of its notification. */
export function cardMessage({ card, summary }: Presented): Partial<Activity> {
  return { type: ActivityTypes.Message, summary, attachments: [CardFactory.adaptiveCard(card)] };
}

export function createMessenger(parts: MessengerParts): Messenger {
  const { clients, log } = parts;
  const placed = (to: ConversationRef) => placeFor(parts, to);
  return {
    async post(to, showing, short) {
      const place = placed(to);
      if (!("serviceUrl" in place)) return refused(place);
      const message = addressed(place, await messageFor(parts, place, to, showing, short));
      return outcomeOf(log, to, async () => {
        const client = await clients(place.serviceUrl);
        return (await client.conversations.sendToConversation(place.conversation.id, message, callOptions()))
          .id;
      });
    },
    async edit(to, messageId, showing, short) {
      const place = placed(to);
      if (!("serviceUrl" in place)) return refused(place);
      const message = {
        ...addressed(place, await messageFor(parts, place, to, showing, short)),
        id: messageId,
      };
      return outcomeOf(log, to, async () => {
        const client = await clients(place.serviceUrl);
        await client.conversations.updateActivity(place.conversation.id, messageId, message, callOptions());
        return messageId;
      });
    },
    async typing(to) {
      const place = placed(to);
      if (!("serviceUrl" in place)) return;
      const activity = addressed(place, { type: ActivityTypes.Typing });
      await outcomeOf(log, to, async () => {
        const client = await clients(place.serviceUrl);
        return (await client.conversations.sendToConversation(place.conversation.id, activity, callOptions()))
          .id;
      });
    },
    async answers(to) {
      const place = placed(to);
      if (!("serviceUrl" in place)) return true;
      const outcome = await outcomeOf(log, to, async () => {
        const client = await clients(place.serviceUrl);
        // What belongs to nobody any more asks about the bot itself.
        const userId = to.userId || place.bot.id;
        await client.conversations.getConversationMember(place.conversation.id, userId, callOptions());
        return userId;
      });
      // Any word about it is an answer, even a refusal.
      return outcome.status === "shown" || (outcome.status === "refused" && !outcome.again);
    },
    personalChat: async (of) => (await parts.store.personalConversation(of.userId)) ?? openChat(parts, of),
  };
}

/** Nothing may be sent there, for good. */
const refused = ({ code }: Readonly<{ code: string }>) =>
  ({ status: "refused", code, again: false }) as const;

const addressed = (place: Partial<ConversationReference>, message: Partial<Activity>): Activity =>
  TurnContext.applyConversationReference({ ...message }, place) as Activity;

async function messageFor(
  parts: MessengerParts,
  place: ConversationReference,
  to: ConversationRef,
  showing: Showing,
  short: boolean,
): Promise<Partial<Activity>> {
  switch (showing.show) {
    case "answer":
      return cardMessage(
        await cardFor(parts, showing.answer, to.locale, { short, elsewhere: showing.elsewhere, to }),
      );
    case "mention":
      return mentionMessage(to, showing.requester.displayName, showing.text);
    case "offerFile":
      return offerMessage(showing, to);
    case "file":
      return fileMessage(showing, to);
    case "signIn":
      return signInMessage(parts, place, to, showing.asked);
  }
}

function mentionMessage(to: ConversationRef, name: string, text: MentionText): Partial<Activity> {
  const tag = `<at>${name.replaceAll(/[<>&]/g, " ")}</at>`;
  const words = messages(to.locale).mention[text];
  const mentioned = { id: to.userId, name };
  return {
    type: ActivityTypes.Message,
    text: `${tag} ${words}`,
    entities: [{ type: "mention", text: tag, mentioned }],
  };
}
