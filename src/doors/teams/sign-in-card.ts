// The sign-in card. Single sign-on does not exist in channels, so it always goes into the person's own chat with the bot.
import {
  type Activity,
  ActivityTypes,
  CardFactory,
  type ConversationReference,
  TurnContext,
} from "botbuilder";
import type { ConversationRef } from "../../core/run/run.ts";
import { signInText } from "../../presenters/conversation/sign-in.ts";
import { messages } from "../../presenters/messages/messages.ts";
import type { MessengerParts } from "./messenger-parts.ts";

/** Throws where the token service gives no link: there is nothing to sign in with. */
export async function signInMessage(
  { tokens, connection }: MessengerParts,
  place: ConversationReference,
  to: ConversationRef,
  asked: string,
): Promise<Partial<Activity>> {
  const texts = messages(to.locale);
  const words = texts.signIn;
  // As if the person had said something there: that is whose sign-in the link is for.
  const asIfSaid = TurnContext.applyConversationReference({ type: ActivityTypes.Event }, place, true);
  const { signInLink, tokenExchangeResource } = await tokens.signInResource(asIfSaid as Activity);
  const card = CardFactory.oauthCard(
    connection,
    words.button,
    signInText(asked, texts),
    signInLink,
    tokenExchangeResource,
  );
  return { type: ActivityTypes.Message, summary: words.summary, attachments: [card] };
}
