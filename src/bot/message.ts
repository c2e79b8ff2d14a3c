// A message: claimed once, acknowledged at once, answered in the background.
import type { Activity, TurnContext } from "botbuilder";
import { answerQuestion } from "../app/answer-question.ts";
import { guarded } from "../app/guarded.ts";
import type { Asker } from "../app/services.ts";
import { teamsText } from "../core/chat/teams-text.ts";
import { redact } from "../core/redact/redact.ts";
import type { Bot } from "./bot.ts";
import { askerOf } from "./conversation.ts";
import { answerPressAsMessage, pressOf } from "./press.ts";
import { questionKey } from "./question-key.ts";
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
  const { store, clock } = bot.services;
  const press = pressOf(activity.value);
  const { text } = teamsText({ ...textOf(activity), recipientId: activity.recipient.id });
  const asked = press ? press.verb : text;
  const key = questionKey(bot, activity);
  const receivedAt = clock.now().toISOString();
  const { conversation } = asker;
  if (!(await store.claimQuestion({ key, text: redact(asked).text, conversation, receivedAt }))) return;
  bot.background.start("message", async () => {
    await guarded(bot.services, asker, asked, async () => {
      await store.saveConversation(conversation);
      if (press) await answerPressAsMessage(bot, asker, press);
      else await answerText(bot, asker, text);
    });
    await store.closeQuestion(key);
  });
}

/** Six digits in the personal chat are the code of a sign-in that Teams could not hand over itself. */
const answerText = (bot: Bot, asker: Asker, text: string): Promise<void> =>
  asker.conversation.personal && /^\d{6}$/.test(text)
    ? redeemCode(bot, asker, text)
    : answerQuestion(bot.services, asker, text);

const textOf = ({ text, textFormat, entities, attachments }: Activity) => ({
  ...(text ? { text } : {}),
  ...(textFormat ? { textFormat } : {}),
  ...(entities ? { entities } : {}),
  ...(attachments ? { attachments } : {}),
});
