// A message: claimed once, acknowledged at once, answered in the background.
import { z } from "zod";
import { answerQuestion, understand } from "../../app/conversation/answer-question.ts";
import { messageOf } from "../../app/delivery/outbox-messages.ts";
import { waitingFor } from "../../app/delivery/question-progress.ts";
import { withErrorCard } from "../../app/delivery/with-error-card.ts";
import type { AttachedFile } from "../../app/ports/files.ts";
import type { ConversationContext } from "../../app/ports/services.ts";
import { answerFile } from "../../app/run/sent-file.ts";
import type { Answer } from "../../core/conversation/answer.ts";
import { type ReadAction, readCardAction } from "../../core/conversation/card-action.ts";
import { askedText } from "../../core/conversation/grammar/asked-text.ts";
import { teamsText } from "../../core/conversation/grammar/teams-text.ts";
import { notice } from "../../core/conversation/notice.ts";
import { runKey } from "../../core/delivery/message.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { type Bot, claimed, type Full, type Place, questionKey, reply, requestOf } from "./bot.ts";
import { answerActionAsMessage } from "./card.ts";
import { askerOf, isChannel } from "./conversation.ts";
import type { Activity } from "./port.ts";
import { redeemCode } from "./sign-in.ts";

/** Ends in milliseconds: one insert, then the turn is over and Teams has its answer. */
export async function onMessage(bot: Bot, activity: Activity): Promise<void> {
  const asker = askerOf(activity);
  const texts = messages(activity.locale);
  if (!asker) {
    const text = texts.nameless;
    await bot.turns.run(activity.from?.id ?? "", () => reply(bot, activity, { type: "message", text }));
    return;
  }
  const taken = await bot.turns.run(asker.userId, () => take(bot, asker, activity));
  if (taken !== "full") return;
  bot.services.log.warn("one person's messages wait for their answers, and no more of them are taken", {});
  await reply(bot, activity, { type: "message", text: say(texts.notes, notice("tooManyWait")) });
}

type Said = Readonly<{
  press: ReadAction | null;
  files: readonly AttachedFile[];
  text: string;
  /** What is kept of it. */
  asked: string;
  /** Where it needs nothing but words. */
  answer: Answer | null;
}>;

function saidIn(asker: ConversationContext, activity: Activity): Said {
  const press = readCardAction(activity.value);
  const { text } = teamsText({ ...textOf(activity), recipientId: activity.recipient.id });
  // What is in one belongs to its person, in whose own chat alone Teams hands files to a bot.
  const files = press || !asker.conversation.personal ? [] : attachedFiles(activity);
  const asked = press ? press.verb : text || (files[0]?.name ?? "");
  const isWords = !press && files.length === 0 && !isCode(asker, text);
  const answer = isWords ? (text === "" && isOldPress(activity) ? outdated : answerAtOnce(text)) : null;
  return { press, files, text, asked, answer };
}

/** Claims it, and answers it at once or begins to. */
async function take(bot: Bot, asker: ConversationContext, activity: Activity): Promise<Full | "taken"> {
  const { store, clock } = bot.services;
  const { conversation } = asker;
  const said = saidIn(asker, activity);
  const { answer } = said;
  const key = questionKey(bot, activity);
  const receivedAt = clock.now().toISOString();
  const question = { key, text: askedText(said.asked), conversation, receivedAt };
  if (answer !== null) {
    await store.claimQuestion(
      question,
      messageOf(bot.services, conversation, answer, runKey(requestOf(bot))),
    );
    return "taken";
  }
  return claimed(bot, asker, question, (place) => begin(bot, asker, said, key, place));
}

function begin(
  bot: Bot,
  asker: ConversationContext,
  { press, files, text, asked }: Said,
  key: string,
  place: Place,
): void {
  const { conversation } = asker;
  bot.background.start("typing", () => place.turn.then(() => showTyping(bot, conversation)));
  const {
    services,
    through,
    asker: whoAsks,
  } = waitingFor(bot.services, asker, key, press ? "" : text, requestOf(bot));
  const watched = { ...bot, services };
  // What somebody decides by a press waits for no answer of theirs that is under way: only for their other presses.
  const act = press
    ? () => answerActionAsMessage(watched, whoAsks, press, { through, turn: place.turn })
    : () => through(() => answerWith(watched, whoAsks, files, text), place.turn);
  bot.background.start("message", () =>
    withErrorCard(services, whoAsks, asked, act).finally(() => place.turn.then(place.leave)),
  );
}

const outdated: Answer = { kind: "pressRefused", reason: notice("outdated") };

/** Nothing but a button brings data along. */
const isOldPress = ({ value }: Activity): boolean => value !== undefined && value !== null;

function answerWith(
  bot: Bot,
  asker: ConversationContext,
  files: readonly AttachedFile[],
  text: string,
): Promise<void> {
  const go = () => answerText(bot, asker, text);
  return files.length === 0 ? go() : answerFile(bot.services, asker, files, text, go);
}

const answerText = (bot: Bot, asker: ConversationContext, text: string): Promise<void> =>
  isCode(asker, text) ? redeemCode(bot, asker, text) : answerQuestion(bot.services, asker, text);

/** Six digits in the personal chat are the code of a sign-in that Teams could not hand over itself. */
const isCode = ({ conversation }: ConversationContext, text: string): boolean =>
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

// The first sign of life: that something is being written, for the moment before there is anything to read.

/** Not in channels, where Teams shows none; and not where the place has no room for another call. */
async function showTyping({ services }: Bot, to: ConversationRef): Promise<void> {
  const { store, messenger } = services;
  if (!isChannel(to) && (await store.takeTurn(to))) await messenger.typing(to);
}

// The files in a message (learn.microsoft.com/microsoftteams/platform/bots/how-to/bots-filesv4): in a person's own chat Teams
// says where each can be read for some minutes. In channels it says nothing of them to a bot.

const contentType = "application/vnd.microsoft.teams.file.download.info";
const attachment = z.object({
  contentType: z.literal(contentType),
  name: z.string().max(400),
  content: z.object({ downloadUrl: z.string().max(4_000) }),
});

/** What is no such file is passed over. */
export const attachedFiles = ({ attachments }: Pick<Activity, "attachments">): readonly AttachedFile[] =>
  (Array.isArray(attachments) ? attachments : []).flatMap((each) => {
    const { data } = attachment.safeParse(each);
    return data === undefined ? [] : [{ name: data.name, downloadUrl: data.content.downloadUrl }];
  });
