// The sign-in card. Single sign-on does not exist in channels, so it always goes into the person's own chat with the bot.
import { type Activity, ActivityTypes, CardFactory, type TurnContext } from "botbuilder";
import type { ConversationRef } from "../core/run/run.ts";
import { messages } from "../presenters/messages/messages.ts";
import { toReference } from "./conversation.ts";
import type { NotifierParts } from "./notifier-parts.ts";

type Within = (to: ConversationRef, act: (context: TurnContext) => Promise<void>) => Promise<boolean>;

/** False when the card could not be sent: the bot is not installed for this person, or Teams refused. */
export async function sendSignInCard(
  parts: NotifierParts,
  within: Within,
  to: ConversationRef,
  asked: string,
): Promise<boolean> {
  const personal = to.personal
    ? to
    : ((await parts.store.personalConversation(to.userId)) ?? (await openChat(parts, to)));
  if (!personal) return false;
  const words = messages(typeof to.locale === "string" ? to.locale : undefined).signIn;
  return within(personal, async (context) => {
    const { signInLink, tokenExchangeResource } = await parts.tokens.signInResource(context.activity);
    const card = CardFactory.oauthCard(
      parts.connection,
      words.button,
      words.text(asked),
      signInLink,
      tokenExchangeResource,
    );
    await context.sendActivity({ type: ActivityTypes.Message, summary: words.summary, attachments: [card] });
  });
}

/** Opens the person's chat with the bot; null where the bot is not installed for them. */
async function openChat(parts: NotifierParts, to: ConversationRef): Promise<ConversationRef | null> {
  const reference = toReference(to);
  if (!reference) return null;
  const { serviceUrl, bot, user, conversation } = reference;
  if (!parts.trusted(serviceUrl)) return null;
  const tenantId = conversation.tenantId ?? "";
  const parameters = {
    isGroup: false,
    bot,
    members: [user ?? { id: to.userId, name: "" }],
    tenantId,
    activity: {} as Activity,
    channelData: { tenant: { id: tenantId } },
  };
  try {
    let id = "";
    await parts.adapter.createConversationAsync(
      parts.appId,
      "msteams",
      serviceUrl,
      parts.connectorAudience,
      parameters,
      async (context) => {
        id = context.activity.conversation.id;
      },
    );
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
