// Posts and edits cards. What Teams made of each call is a value, never an exception.
import {
  type Activity,
  ActivityTypes,
  CardFactory,
  type ConversationParameters,
  type ConversationReference,
  TurnContext,
} from "botbuilder";
import type { ConnectorClient } from "botframework-connector";
import type { Messenger, Showing } from "../../app/ports/outbox.ts";
import type { Log, Services } from "../../app/ports/services.ts";
import type { Store } from "../../app/ports/store.ts";
import type { Content, MentionText } from "../../core/delivery/message.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { Presented } from "../../presenters/card/presented.ts";
import { label } from "../../presenters/card/text.ts";
import { signInText } from "../../presenters/conversation/sign-in.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { cardFor } from "./card.ts";
import { callOptions, type TokenService } from "./connector.ts";
import { placeFor, toReference } from "./conversation.ts";
import { outcomeOf } from "./outcome.ts";

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

// Teams' own cards about a file in a person's chat: the question whether it may be put into their OneDrive, and the file
// (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4).

type Shown<Show extends Content["show"]> = Extract<Content, Readonly<{ show: Show }>>;

/** What either button sends back: an id that is only looked up. */
const context = (pending: string) => ({ v: 1, pending });

function offerMessage(
  { name, bytes, asked, pending }: Shown<"offerFile">,
  { locale }: ConversationRef,
): Partial<Activity> {
  const { file } = messages(locale);
  const content = {
    description: label(file.description({ asked, kilobytes: Math.ceil(bytes / 1_000) }), 400),
    sizeInBytes: bytes,
    acceptContext: context(pending),
    declineContext: context(pending),
  };
  return {
    type: ActivityTypes.Message,
    summary: file.summary({ name }),
    attachments: [{ contentType: "application/vnd.microsoft.teams.card.file.consent", name, content }],
  };
}

function fileMessage(
  { name, contentUrl, uniqueId, fileType }: Shown<"file">,
  { locale }: ConversationRef,
): Partial<Activity> {
  const contentType = "application/vnd.microsoft.teams.card.file.info";
  return {
    type: ActivityTypes.Message,
    summary: messages(locale).file.sent({ name }),
    attachments: [{ contentType, name, contentUrl, content: { uniqueId, fileType } }],
  };
}

// Opens a person's own chat with the bot.

/** Null where the bot is not installed for them; throws where Teams cannot tell now. */
async function openChat(parts: MessengerParts, to: ConversationRef): Promise<ConversationRef | null> {
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

// The sign-in card. Single sign-on does not exist in channels, so it always goes into the person's own chat with the bot.

/** Throws where the token service gives no link: there is nothing to sign in with. */
async function signInMessage(
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

// What is needed to post outside a turn.

export type MessengerParts = Readonly<{
  /** The connector of a service URL. */
  clients: (serviceUrl: string) => Promise<ConnectorClient>;
  /** Name of the OAuth connection on the Azure Bot resource. */
  connection: string;
  tokens: TokenService;
  store: Pick<Store, "personalConversation" | "saveConversation" | "mode" | "lastCluster">;
  /** Whether a stored `serviceUrl` is one of Teams': a bearer token goes there. */
  trusted: (serviceUrl: string) => boolean;
  log: Log;
}> &
  Pick<Services, "docsUrl">;
