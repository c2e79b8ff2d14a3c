// A message: claimed once, acknowledged at once, answered in the background.
import type { Activity, TurnContext } from "botbuilder";
import { answerQuestion } from "../app/answer-question.ts";
import { teamsText } from "../core/chat/teams-text.ts";
import { redact } from "../core/command/redact.ts";
import type { Bot } from "./bot.ts";
import { askerOf } from "./conversation.ts";
import { guarded } from "./guarded.ts";
import { answerPressAsMessage, pressOf } from "./press.ts";
import { redeemCode } from "./sign-in.ts";

/** Ends in milliseconds: one insert, then the turn is over and Teams has its answer. */
export async function onMessage(bot: Bot, context: TurnContext): Promise<void> {
  const activity = context.activity as Activity;
  const asker = askerOf(activity);
  if (!asker) {
    await context.sendActivity(
      "I can only answer people whom Microsoft Teams names to me with their Entra account.",
    );
    return;
  }
  const { store } = bot.services;
  const press = pressOf(activity.value);
  const { text } = teamsText({ ...textOf(activity), recipientId: activity.recipient.id });
  const key = `${activity.conversation.id}|${activity.id}`;
  const claimed = await store.claimQuestion({
    key,
    text: redact(press ? press.verb : text).text,
    conversation: asker.conversation,
    receivedAt: bot.services.clock.now().toISOString(),
  });
  if (!claimed) return;
  bot.background.start("message", async () => {
    await store.saveConversation(asker.conversation);
    if (press) await guarded(bot, asker, press.verb, () => answerPressAsMessage(bot, asker, press));
    else if (asker.conversation.personal && /^\d{6}$/.test(text)) await redeemCode(bot, asker, text);
    else await guarded(bot, asker, text, () => answerQuestion(bot.services, asker, text));
    await store.closeQuestion(key);
  });
}

const textOf = ({ text, textFormat, entities, attachments }: Activity) => ({
  ...(text ? { text } : {}),
  ...(textFormat ? { textFormat } : {}),
  ...(entities ? { entities } : {}),
  ...(attachments ? { attachments } : {}),
});
