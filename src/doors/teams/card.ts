// An answer as its card: in the language of the conversation, and with the mode on it where that is not `full`.

import { z } from "zod";
import { answerCardAction } from "../../app/conversation/card-actions.ts";
import type { CardActionAnswer } from "../../app/delivery/card-action-answer.ts";
import { enqueueAnswer } from "../../app/delivery/outbox-messages.ts";
import { type Waiting, waitingFor } from "../../app/delivery/question-progress.ts";
import { withErrorCard } from "../../app/delivery/with-error-card.ts";
import { modeInForce } from "../../app/ports/mode-in-force.ts";
import type { ConversationContext, Log, Services } from "../../app/ports/services.ts";
import type { Store } from "../../app/ports/store.ts";
import type { Answer, Unmasked } from "../../core/conversation/answer.ts";
import { type ReadAction, readCardAction, traitsOf } from "../../core/conversation/card-action.ts";
import { type Notice, notice } from "../../core/conversation/notice.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import type { Presented } from "../../presenters/card/presented.ts";
import { say } from "../../presenters/messages/catalogue/says.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { present, showsExamples, showsMode, withLastLine, withRequest } from "../../presenters/present.ts";
import { presentShort } from "../../presenters/run/short.ts";
import { type Bot, questionKey, requestOf } from "./bot.ts";
import { askerOf } from "./conversation.ts";
import type { Activity, InvokeReply } from "./port.ts";

type Parts = Readonly<{ store: Pick<Store, "mode" | "lastCluster">; log: Log }> & Pick<Services, "docsUrl">;

/**
 * `short`: only its first sentence. `elsewhere`: it says that it was asked for in another place. `to`: where it is read,
 * so that its examples are about the cluster that was spoken of there. `request`: what it answers.
 */
type How = Readonly<{ short?: boolean; elsewhere?: boolean; to?: ConversationRef; request?: string | null }>;

export async function cardFor(
  parts: Parts,
  answer: Answer | Unmasked,
  locale: unknown,
  { short, elsewhere, to, request = null }: How = {},
): Promise<Presented> {
  const known = to && showsExamples(answer) ? await spokenOf(parts, to) : {};
  const texts = { ...messages(locale), docsUrl: parts.docsUrl, ...known };
  if (short) return presentShort(answer, texts);
  const presented = showsMode(answer)
    ? present(answer, texts, await modeInForce(parts))
    : present(answer, texts);
  const placed = elsewhere ? withLastLine(presented, texts.short.elsewhere) : presented;
  return request === null ? placed : withRequest(placed, answer, request);
}

/** A card is made without it where the database cannot tell. */
async function spokenOf({ store, log }: Parts, { key }: ConversationRef) {
  const last = await store.lastCluster(key).catch((error: unknown) => {
    log.warn("the cluster spoken of last could not be read", { error: String(error) });
    return null;
  });
  return last && { exampleCluster: last.name };
}

// Buttons: `Action.Execute` arrives as an invoke and is answered at once; its `Action.Submit` fallback arrives as a message.

const valueSchema = z.object({ action: z.object({ data: z.unknown() }) });

export const messageType = "application/vnd.microsoft.activity.message";
export const cardType = "application/vnd.microsoft.card.adaptive";

const alreadyOnIt: CardActionAnswer = { text: notice("alreadyOnIt") };
const tooManyWait: CardActionAnswer = { text: notice("tooManyWait") };

/** Refusals too are answered with 200 and a text: clients show nothing for other codes. */
const invokeBody = (type: string, value: unknown): InvokeReply => ({
  status: 200,
  body: { statusCode: 200, type, value },
});

const invokeWords = (said: Notice, locale: unknown): InvokeReply =>
  invokeBody(messageType, say(messages(locale).notes, said));

export async function onCardAction(bot: Bot, activity: Activity): Promise<InvokeReply> {
  const asker = askerOf(activity);
  const value = valueSchema.safeParse(activity.value);
  const action = value.success ? readCardAction(value.data.action.data) : null;
  if (!asker || !action) return invokeWords(notice("outdated"), activity.locale);
  const taken = bot.turns.run(asker.userId, () => answerOnce(bot, asker, activity, action));
  const answered = taken.then((answer) => (typeof answer === "string" ? tooManyWait : answer));
  const response = answered.then((answer) => responseOf(bot, answer, activity.locale));
  const first = await withinTimeout(bot.services, response);
  if (first) return first;
  bot.background.start("slow press", () =>
    withErrorCard(bot.services, asker, action.verb, async () => {
      const answer = await answered;
      if (answer !== alreadyOnIt) await postAnswer(bot, asker, answer);
    }),
  );
  return invokeWords(notice("takesLonger"), activity.locale);
}

/** What is answered while whoever pressed has patience; null otherwise. Nothing waits on once it is answered. */
async function withinTimeout<T>({ later, timeouts }: Services, answer: Promise<T>): Promise<T | null> {
  const late = Promise.withResolvers<null>();
  const stop = later(timeouts.press, () => late.resolve(null));
  return Promise.race([answer, late.promise]).finally(stop);
}

async function responseOf(bot: Bot, answer: CardActionAnswer, locale: unknown): Promise<InvokeReply> {
  if ("card" in answer) {
    const request = requestOf(bot);
    return invokeBody(cardType, (await cardFor(bot.services, answer.card, locale, { request })).card);
  }
  return invokeWords("done" in answer ? answer.done : answer.text, locale);
}

/**
 * Claimed like a message before anything is done: a redelivered press does nothing, and one that a restart interrupts
 * is not forgotten. A page only reads, and is read again.
 */
async function answerOnce(
  bot: Bot,
  asker: ConversationContext,
  activity: Activity,
  action: ReadAction,
): Promise<CardActionAnswer> {
  const { services, background } = bot;
  const messageId = activity.replyToId;
  if (traitsOf(action.verb).isRead) return answerCardAction(services, asker, action, messageId);
  const { store, clock } = services;
  const key = questionKey(bot, activity);
  const receivedAt = clock.now().toISOString();
  const { conversation } = asker;
  if (!(await store.claimQuestion({ key, text: action.verb, conversation, receivedAt }))) return alreadyOnIt;
  const close = () => store.closeQuestion(key);
  const { asker: presser, services: watched, through } = waitingFor(services, asker, key, "", requestOf(bot));
  const answer = await answerCardAction(watched, presser, action, messageId).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const begin = "begin" in answer ? answer.begin : undefined;
  const again = begin !== undefined && isSecondPress(bot, asker, action);
  if (begin === undefined || again) {
    await close();
    return again ? alreadyOnIt : answer;
  }
  const place = bot.answers.enter(asker.userId);
  if (typeof place === "string") {
    await close();
    return tooManyWait;
  }
  const { turn, leave } = place;
  const act = () => withErrorCard(watched, presser, action.verb, begin);
  background.start("press", async () => {
    await ("waits" in answer ? through(act, turn) : turn.then(act)).finally(leave);
    await close();
  });
  return answer;
}

/** The same button, by the same person, in the same place, whatever they typed beside it. */
const isSecondPress = (
  bot: Bot,
  { userId, conversation }: ConversationContext,
  action: ReadAction,
): boolean =>
  bot.pressedBefore([userId, conversation.key, JSON.stringify({ ...action, word: undefined })].join("|"));

/** The fallback can return nothing to the person who pressed: what would have been shown is posted. */
export async function answerActionAsMessage(
  bot: Bot,
  asker: ConversationContext,
  action: ReadAction,
  { through, turn }: Readonly<{ through: Waiting["through"]; turn: Promise<void> }>,
): Promise<void> {
  const taken = await bot.turns.run(asker.userId, () => answerCardAction(bot.services, asker, action));
  const answer = typeof taken === "string" ? tooManyWait : taken;
  await postAnswer(bot, asker, answer);
  const begin = "begin" in answer ? answer.begin : undefined;
  if (begin && !isSecondPress(bot, asker, action))
    await ("waits" in answer ? through(begin, turn) : turn.then(begin));
  else if (asker.question !== undefined) await bot.services.store.closeQuestion(asker.question);
}

/** What begins something else is followed by the answer of that. */
async function postAnswer(bot: Bot, asker: ConversationContext, answer: CardActionAnswer): Promise<void> {
  const post = (shown: Answer) => enqueueAnswer(bot.services, asker, shown);
  if ("card" in answer) await post(answer.card);
  else if ("done" in answer) await post({ kind: "noted", text: answer.done });
  else if (!answer.begin) await post({ kind: "pressRefused", reason: answer.text });
}
