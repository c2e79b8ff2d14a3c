// One authenticated activity → its handler. What we do not know ends in a quiet status, never in an exception.
import { type Activity, ActivityTypes, type InvokeResponse, type TurnContext } from "botbuilder";
import type { ClaimsIdentity } from "botframework-connector";
import { enqueueAnswer } from "../../app/delivery/outbox-messages.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import { unexpected } from "../../core/run/failure.ts";
import { lookUp } from "../../core/text/look-up.ts";
import { sayFailure } from "../../presenters/card/notice.ts";
import { messages } from "../../presenters/messages/messages.ts";
import type { Bot } from "./bot.ts";
import { cardFor, messageType, onCardAction } from "./card.ts";
import { conversationOf, tenantsOf } from "./conversation.ts";
import { onFileConsent } from "./file-consent.ts";
import { onMessage } from "./message.ts";
import { cardMessage } from "./messenger.ts";
import { onSignInFailure, onTokenExchange, onVerifyState } from "./sign-in.ts";

type InvokeHandler = (bot: Bot, context: TurnContext) => Promise<InvokeResponse>;

/** Besides a card's button, which has its turn without being waited for. */
const invokes: Readonly<Record<string, InvokeHandler>> = {
  "signin/tokenExchange": onTokenExchange,
  "signin/verifyState": onVerifyState,
  "signin/failure": onSignInFailure,
  "fileConsent/invoke": onFileConsent,
};

/** `refused`: hears why a stranger's activity is passed over, for the log, which is kept short in a flood. */
export const onTurn =
  (bot: Bot, refused: (why: string) => void) =>
  async (context: TurnContext): Promise<void> => {
    const activity = context.activity as Activity;
    const why = whyStrange(bot, context, activity);
    if (why !== null) {
      refused(why);
      if (activity.type === ActivityTypes.Invoke) await answerInvoke(context, { status: 403 });
      return;
    }
    try {
      await handle(bot, context, activity);
    } catch (error) {
      await sayFailed(bot, context, activity, error);
    }
  };

async function handle(bot: Bot, context: TurnContext, activity: Activity): Promise<void> {
  if (activity.type === ActivityTypes.Message) return onMessage(bot, context);
  if (activity.type === ActivityTypes.Invoke) return onInvoke(bot, context);
  if (isInstallation(activity)) return welcome(bot, activity);
}

/**
 * The token is the Bot Connector's and speaks for this very service URL, which is one of Teams'. botbuilder also lets
 * emulator tokens in: any Entra token of our own app, from any tenant, without that claim. Those are not Teams.
 */
function isFromTeams(bot: Bot, context: TurnContext, activity: Activity): boolean {
  const identity = context.turnState.get<ClaimsIdentity | undefined>(context.adapter.BotIdentityKey);
  return (
    identity?.getClaimValue("iss") === bot.channelIssuer &&
    identity.getClaimValue("serviceurl") === activity.serviceUrl &&
    bot.trusted(activity.serviceUrl)
  );
}

function whyStrange(bot: Bot, context: TurnContext, activity: Activity): string | null {
  if (!isFromTeams(bot, context, activity)) return "it is not from Teams";
  if (isFromOurTenant(bot, activity)) return null;
  return `it is of a tenant that is not allowed: ${JSON.stringify(tenantsOf(activity)).slice(0, 200)}`;
}

/** What fails before a question is on its way, for example the database: said within the turn, with an id for the log. */
async function sayFailed(bot: Bot, context: TurnContext, activity: Activity, error: unknown): Promise<void> {
  const id = bot.services.newId("E");
  bot.services.log.error("turn failed", { id, error: error instanceof Error ? error.stack : String(error) });
  const failure = unexpected(id, "nothingSentAnywhere");
  if (activity.type === ActivityTypes.Invoke && activity.name !== "adaptiveCard/action") {
    // Only a card's button can show words; a sign-in must not be taken for done.
    await answerInvoke(context, { status: 500 });
  } else if (activity.type === ActivityTypes.Invoke) {
    const texts = messages(activity.locale);
    const { happened, done, next } = sayFailure(failure, texts);
    const value = texts.sentences([happened, done, next]);
    await answerInvoke(context, { status: 200, body: { statusCode: 200, type: messageType, value } });
  } else if (activity.type === ActivityTypes.Message) {
    const answer = { kind: "failure", asked: "", failure, id } as const;
    await context.sendActivity(cardMessage(await cardFor(bot.services, answer, activity.locale)));
  }
}

/** Teams says the tenant in two places; where it says two, both have to be ours. */
function isFromOurTenant(bot: Bot, activity: Activity): boolean {
  const tenants = tenantsOf(activity);
  const ours = (id: string) => bot.allowedTenants.includes(id.toLowerCase());
  return activity.channelId === "msteams" && tenants.length > 0 && tenants.every(ours);
}

async function onInvoke(bot: Bot, context: TurnContext): Promise<void> {
  const { name = "", from } = context.activity;
  if (name === "adaptiveCard/action") return answerInvoke(context, await onCardAction(bot, context));
  const handler = lookUp(invokes, name);
  const answer = handler ? await bot.turns.run(from.id, () => handler(bot, context)) : { status: 501 };
  await answerInvoke(context, typeof answer === "string" ? { status: 503 } : answer);
}

async function answerInvoke(context: TurnContext, response: InvokeResponse): Promise<void> {
  await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: response });
}

/** Installed, or added to a team or chat: Teams reports both ways, and again each time a client opens the chat. */
const isInstallation = (activity: Activity): boolean =>
  (activity.type === ActivityTypes.InstallationUpdate && activity.action === "add") ||
  (activity.type === ActivityTypes.ConversationUpdate &&
    (activity.membersAdded ?? []).some((member) => member.id === activity.recipient.id));

/** Once a conversation, however often the installation is reported. */
async function welcome(bot: Bot, activity: Activity): Promise<void> {
  const conversation = conversationOf(activity);
  const { store } = bot.services;
  bot.background.start("welcome", async () => {
    if (activity.from?.aadObjectId) await store.saveConversation(conversation);
    const place = placeOf(conversation.key);
    if (await store.firstTime(`welcome|${place}`))
      await enqueueAnswer(bot.services, { conversation }, { kind: "help", welcome: true });
  });
}
