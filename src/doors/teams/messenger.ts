// Posts and edits cards. What Teams made of each call is a value, never an exception.
import type { Messenger, Showing } from "../../app/ports/outbox.ts";
import type { Log, Services } from "../../app/ports/services.ts";
import type { Store } from "../../app/ports/store.ts";
import type { Content, MentionText } from "../../core/delivery/message.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { Presented } from "../../presenters/card/presented.ts";
import { label } from "../../presenters/card/text.ts";
import { signInText } from "../../presenters/conversation/sign-in.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { callEnds } from "./bot.ts";
import { cardFor, cardType } from "./card.ts";
import { placeFor, toReference } from "./conversation.ts";
import { outcomeOf } from "./outcome.ts";
import { addressed, type Connector, type Message, type Reference, type TokenService } from "./port.ts";

/** The message that shows a card, with the text of its notification. */
export const cardMessage = ({ card, summary }: Presented): Message => ({
  ...{ type: "message", summary },
  attachments: [{ contentType: cardType, content: card }],
});

export function createMessenger(parts: MessengerParts): Messenger {
  const { connector, log } = parts;
  const placed = (to: ConversationRef) => placeFor(parts, to);
  return {
    async post(to, showing, short) {
      const place = placed(to);
      if (!("serviceUrl" in place)) return refused(place);
      const message = addressed(place, await messageFor(parts, place, to, showing, short));
      return outcomeOf(log, to, () => connector(place.serviceUrl).post(message, callEnds()));
    },
    async edit(to, messageId, showing, short) {
      const place = placed(to);
      if (!("serviceUrl" in place)) return refused(place);
      const message = {
        ...addressed(place, await messageFor(parts, place, to, showing, short)),
        id: messageId,
      };
      return outcomeOf(log, to, async () => {
        await connector(place.serviceUrl).edit(message, callEnds());
        return messageId;
      });
    },
    async typing(to) {
      const place = placed(to);
      if (!("serviceUrl" in place)) return;
      const activity = addressed(place, { type: "typing" });
      await outcomeOf(log, to, () => connector(place.serviceUrl).post(activity, callEnds()));
    },
    async answers(to) {
      const place = placed(to);
      if (!("serviceUrl" in place)) return true;
      const outcome = await outcomeOf(log, to, async () => {
        // What belongs to nobody any more asks about the bot itself.
        const userId = to.userId || place.bot.id;
        await connector(place.serviceUrl).member(place.conversation.id, userId, callEnds());
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

async function messageFor(
  parts: MessengerParts,
  place: Reference,
  to: ConversationRef,
  showing: Showing,
  short: boolean,
): Promise<Message> {
  switch (showing.show) {
    case "answer":
      return cardMessage(
        await cardFor(parts, showing.answer, to.locale, {
          ...{ short, to, elsewhere: showing.elsewhere },
          request: showing.request ?? null,
        }),
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

function mentionMessage(to: ConversationRef, name: string, text: MentionText): Message {
  const tag = `<at>${name.replaceAll(/[<>&]/g, " ")}</at>`;
  const words = messages(to.locale).mention[text];
  const mentioned = { id: to.userId, name };
  return {
    type: "message",
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
): Message {
  const { file } = messages(locale);
  const content = {
    description: label(file.description({ asked, kilobytes: Math.ceil(bytes / 1_000) }), 400),
    sizeInBytes: bytes,
    acceptContext: context(pending),
    declineContext: context(pending),
  };
  return {
    type: "message",
    summary: file.summary({ name }),
    attachments: [{ contentType: "application/vnd.microsoft.teams.card.file.consent", name, content }],
  };
}

function fileMessage(
  { name, contentUrl, uniqueId, fileType }: Shown<"file">,
  { locale }: ConversationRef,
): Message {
  const contentType = "application/vnd.microsoft.teams.card.file.info";
  return {
    type: "message",
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
  const member = user ?? { id: to.userId, name: "" };
  const outcome = await outcomeOf(parts.log, to, () =>
    parts.connector(serviceUrl).openChat({ bot, member, tenantId }, callEnds()),
  );
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
  place: Reference,
  to: ConversationRef,
  asked: string,
): Promise<Message> {
  const texts = messages(to.locale);
  const words = texts.signIn;
  const { signInLink, tokenExchangeResource } = await tokens.signInResource(place);
  if (!signInLink) throw new Error("The token service gives no link.");
  const content = {
    buttons: [{ type: "signin", title: words.button, value: signInLink }],
    connectionName: connection,
    ...(tokenExchangeResource !== undefined && { tokenExchangeResource }),
    text: signInText(asked, texts),
  };
  const contentType = "application/vnd.microsoft.card.oauth";
  return { type: "message", summary: words.summary, attachments: [{ contentType, content }] };
}

// What is needed to post outside a turn.

export type MessengerParts = Readonly<{
  /** The Bot Connector of a service URL. */
  connector: (serviceUrl: string) => Connector;
  /** Name of the OAuth connection on the Azure Bot resource. */
  connection: string;
  tokens: TokenService;
  store: Pick<Store, "personalConversation" | "saveConversation" | "mode" | "lastCluster">;
  /** Whether a stored `serviceUrl` is one of Teams': a bearer token goes there. */
  trusted: (serviceUrl: string) => boolean;
  log: Log;
}> &
  Pick<Services, "docsUrl">;
