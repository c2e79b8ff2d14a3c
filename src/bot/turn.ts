// One authenticated activity → its handler. What we do not know ends in a quiet status, never in an exception.
import { type Activity, ActivityTypes, type InvokeResponse, type TurnContext } from "botbuilder";
import type { Bot } from "./bot.ts";
import { conversationOf, tenantOf } from "./conversation.ts";
import { onMessage } from "./message.ts";
import { onCardAction } from "./press.ts";
import { onSignInFailure, onTokenExchange, onVerifyState } from "./sign-in.ts";

type InvokeHandler = (bot: Bot, context: TurnContext) => Promise<InvokeResponse>;

const invokes: Readonly<Record<string, InvokeHandler>> = {
  "adaptiveCard/action": onCardAction,
  "signin/tokenExchange": onTokenExchange,
  "signin/verifyState": onVerifyState,
  "signin/failure": onSignInFailure,
};

export const onTurn =
  (bot: Bot) =>
  async (context: TurnContext): Promise<void> => {
    const activity = context.activity as Activity;
    if (!isFromOurTenant(bot, activity)) {
      bot.services.log.warn("activity of another channel or tenant", {
        channel: activity.channelId,
        tenant: tenantOf(activity),
      });
      if (activity.type === ActivityTypes.Invoke) await answerInvoke(context, { status: 403 });
      return;
    }
    if (activity.type === ActivityTypes.Message) return onMessage(bot, context);
    if (activity.type === ActivityTypes.Invoke) return onInvoke(bot, context);
    if (isInstallation(activity)) return welcome(bot, activity);
  };

const isFromOurTenant = (bot: Bot, activity: Activity): boolean =>
  activity.channelId === "msteams" && bot.allowedTenants.includes(tenantOf(activity)?.toLowerCase() ?? "");

async function onInvoke(bot: Bot, context: TurnContext): Promise<void> {
  const handler = invokes[context.activity.name ?? ""];
  await answerInvoke(context, handler ? await handler(bot, context) : { status: 501 });
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
  const { store, notifier } = bot.services;
  bot.background.start("welcome", async () => {
    if (activity.from?.aadObjectId) await store.saveConversation(conversation);
    const place = conversation.key.split(";")[0] ?? conversation.key;
    if (await store.firstTime(`welcome|${place}`))
      await notifier.post(conversation, { kind: "help", welcome: true });
  });
}
