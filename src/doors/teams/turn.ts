// One authenticated activity → its handler. What we do not know ends in a quiet status, never in an exception.
import { enqueueAnswer } from "../../app/delivery/outbox-messages.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import type { AttributesOf } from "../../core/incident/instruments.ts";
import { unexpected } from "../../core/run/failure.ts";
import { lookUp } from "../../core/text/look-up.ts";
import { sayFailure } from "../../presenters/card/notice.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { type Bot, reply, requestOf } from "./bot.ts";
import { cardFor, messageType, onCardAction } from "./card.ts";
import { conversationOf, tenantsOf } from "./conversation.ts";
import { onFileConsent } from "./file-consent.ts";
import { onMessage } from "./message.ts";
import { cardMessage } from "./messenger.ts";
import type { Activity, Caller, InvokeReply } from "./port.ts";
import { onSignInFailure, onTokenExchange, onVerifyState } from "./sign-in.ts";

type InvokeHandler = (bot: Bot, activity: Activity) => Promise<InvokeReply>;

/** Besides a card's button, which has its turn without being waited for. */
const invokes: Readonly<Record<string, InvokeHandler>> = {
  "signin/tokenExchange": onTokenExchange,
  "signin/verifyState": onVerifyState,
  "signin/failure": onSignInFailure,
  "fileConsent/invoke": onFileConsent,
};

/** `reply`: to an invoke. `refused`: why a stranger's activity was passed over, for the log. */
type TurnEnd = Readonly<{ reply?: InvokeReply; refused?: string }>;

type Known = Extract<Caller, { ok: true }>;

export async function onTurn(bot: Bot, caller: Known, activity: Activity): Promise<TurnEnd> {
  const isInvoke = activity.type === "invoke";
  const refused = whyStrange(bot, caller, activity);
  if (refused !== null) return { refused, ...(isInvoke && { reply: { status: 403 } }) };
  const { telemetry, newId } = bot.services;
  const turn = await telemetry.during(
    { name: "activity_duration_seconds", request: newId("R") },
    () => handled(bot, activity),
    (ended) => ({
      type: typeOf(activity),
      ended: ended.ok && !ended.value.failed ? "done" : "failed",
    }),
  );
  return turn.end;
}

type Handled = Readonly<{ end: TurnEnd; failed: boolean }>;

async function handled(bot: Bot, activity: Activity): Promise<Handled> {
  try {
    if (activity.type === "invoke") return { end: { reply: await onInvoke(bot, activity) }, failed: false };
    if (activity.type === "message") await onMessage(bot, activity);
    else if (isInstallation(activity)) await welcome(bot, activity);
    return { end: {}, failed: false };
  } catch (error) {
    return { end: await sayFailed(bot, activity, error), failed: true };
  }
}

function typeOf({ type, name = "" }: Activity): AttributesOf<"activity_duration_seconds">["type"] {
  if (type === "message") return "message";
  if (type !== "invoke") return "other";
  return name.startsWith("signin/") ? "signIn" : "press";
}

/**
 * The token is the Bot Connector's and speaks for this very service URL, which is one of Teams'. SDKs also let others in:
 * any Entra token of our own app, from any tenant, without that claim. Those are not Teams.
 */
const isFromTeams = (bot: Bot, { issuer, serviceUrl }: Known, activity: Activity): boolean =>
  issuer === bot.channelIssuer && serviceUrl === activity.serviceUrl && bot.trusted(activity.serviceUrl);

function whyStrange(bot: Bot, caller: Known, activity: Activity): string | null {
  if (!isFromTeams(bot, caller, activity)) return "it is not from Teams";
  if (isFromOurTenant(bot, activity)) return null;
  return `it is of a tenant that is not allowed: ${JSON.stringify(tenantsOf(activity)).slice(0, 200)}`;
}

/** What fails before a question is on its way, for example the database: said within the turn, with an id for the log. */
async function sayFailed(bot: Bot, activity: Activity, error: unknown): Promise<TurnEnd> {
  const id = requestOf(bot);
  bot.services.log.error("turn failed", { id, error: error instanceof Error ? error.stack : String(error) });
  const failure = unexpected(id, "nothingSentAnywhere");
  // Only a card's button can show words; a sign-in must not be taken for done.
  if (activity.type === "invoke" && activity.name !== "adaptiveCard/action")
    return { reply: { status: 500 } };
  if (activity.type === "invoke") {
    const texts = messages(activity.locale);
    const { happened, done, next } = sayFailure(failure, texts);
    const value = texts.sentences([happened, done, next]);
    return { reply: { status: 200, body: { statusCode: 200, type: messageType, value } } };
  }
  if (activity.type === "message") {
    const answer = { kind: "failure", asked: "", failure, id } as const;
    await reply(bot, activity, cardMessage(await cardFor(bot.services, answer, activity.locale)));
  }
  return {};
}

/** Teams says the tenant in two places; where it says two, both have to be ours. */
function isFromOurTenant(bot: Bot, activity: Activity): boolean {
  const tenants = tenantsOf(activity);
  const ours = (id: string) => bot.allowedTenants.includes(id.toLowerCase());
  return activity.channelId === "msteams" && tenants.length > 0 && tenants.every(ours);
}

async function onInvoke(bot: Bot, activity: Activity): Promise<InvokeReply> {
  const { name = "", from } = activity;
  if (name === "adaptiveCard/action") return onCardAction(bot, activity);
  const handler = lookUp(invokes, name);
  if (handler === undefined) return { status: 501 };
  const answer = await bot.turns.run(from.id, () => handler(bot, activity));
  return typeof answer === "string" ? { status: 503 } : answer;
}

/** Installed, or added to a team or chat: Teams reports both ways, and again each time a client opens the chat. */
const isInstallation = (activity: Activity): boolean =>
  (activity.type === "installationUpdate" && activity.action === "add") ||
  (activity.type === "conversationUpdate" &&
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
