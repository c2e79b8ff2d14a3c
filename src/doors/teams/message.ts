// A message: claimed once, acknowledged at once, answered in the background.
import type { Activity, TurnContext } from "botbuilder";
import { answerQuestion, understand } from "../../app/answer-question.ts";
import { answerFile } from "../../app/file/answer-file.ts";
import { guarded } from "../../app/guarded.ts";
import type { AttachedFile } from "../../app/ports-files.ts";
import type { Asker } from "../../app/services.ts";
import { messageOf } from "../../app/tell.ts";
import { waitingFor } from "../../app/waiting.ts";
import type { Answer } from "../../core/chat/answer.ts";
import { askedText } from "../../core/chat/asked-text.ts";
import { note } from "../../core/chat/note.ts";
import { teamsText } from "../../core/chat/teams-text.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { attachedFiles } from "./attached-files.ts";
import type { Bot } from "./bot.ts";
import { askerOf } from "./conversation.ts";
import { answerPressAsMessage, pressOf } from "./press.ts";
import { questionKey } from "./question-key.ts";
import { redeemCode } from "./sign-in.ts";
import { showTyping } from "./typing.ts";

/** Ends in milliseconds: one insert, then the turn is over and Teams has its answer. */
export async function onMessage(bot: Bot, context: TurnContext): Promise<void> {
  const activity = context.activity as Activity;
  const asker = askerOf(activity);
  if (!asker) {
    await context.sendActivity(messages(activity.locale).nameless);
    return;
  }
  const { store, clock } = bot.services;
  const press = pressOf(activity.value);
  const { text } = teamsText({ ...textOf(activity), recipientId: activity.recipient.id });
  // What is in one belongs to its person, in whose own chat alone Teams hands files to a bot.
  const files = press || !asker.conversation.personal ? [] : attachedFiles(activity);
  const asked = press ? press.verb : text || (files[0]?.name ?? "");
  const key = questionKey(bot, activity);
  const receivedAt = clock.now().toISOString();
  const { conversation } = asker;
  const isWords = !press && files.length === 0 && !isCode(asker, text);
  const answer = isWords ? (text === "" && isOldPress(activity) ? outdated : answerAtOnce(text)) : null;
  const message = answer === null ? undefined : messageOf(bot.services, conversation, answer);
  const claimed = await store.claimQuestion(
    { key, text: askedText(asked), conversation, receivedAt },
    message,
  );
  if (!claimed || message !== undefined) return;
  bot.background.start("typing", () => showTyping(bot, conversation));
  const { services, through, asker: whoAsks } = waitingFor(bot.services, asker, key, press ? "" : text);
  const watched = { ...bot, services };
  const act = press
    ? () => answerPressAsMessage(watched, whoAsks, press, through)
    : () => through(() => answerWith(watched, whoAsks, files, text));
  bot.background.start("message", () => guarded(services, whoAsks, asked, act));
}

const outdated: Answer = { kind: "pressRefused", reason: note("outdated") };

/** Nothing but a button brings data along. */
const isOldPress = ({ value }: Activity): boolean => value !== undefined && value !== null;

function answerWith(bot: Bot, asker: Asker, files: readonly AttachedFile[], text: string): Promise<void> {
  const go = () => answerText(bot, asker, text);
  return files.length === 0 ? go() : answerFile(bot.services, asker, files, text, go);
}

const answerText = (bot: Bot, asker: Asker, text: string): Promise<void> =>
  isCode(asker, text) ? redeemCode(bot, asker, text) : answerQuestion(bot.services, asker, text);

/** Six digits in the personal chat are the code of a sign-in that Teams could not hand over itself. */
const isCode = ({ conversation }: Asker, text: string): boolean =>
  conversation.personal && /^\d{6}$/.test(text);

/** For what needs nothing but words, so that its claim and its answer are written as one. */
function answerAtOnce(text: string): Answer | null {
  const understood = understand(text);
  return "answer" in understood ? understood.answer : null;
}

const textOf = ({ text, textFormat, entities, attachments }: Activity) => ({
  ...(text ? { text } : {}),
  ...(textFormat ? { textFormat } : {}),
  ...(entities ? { entities } : {}),
  ...(attachments ? { attachments } : {}),
});
