// Buttons: `Action.Execute` arrives as an invoke and is answered at once; its `Action.Submit` fallback arrives as a message.
import type { Activity, InvokeResponse, TurnContext } from "botbuilder";
import { z } from "zod";
import { guarded } from "../../app/guarded.ts";
import { answerPress } from "../../app/press.ts";
import type { PressAnswer } from "../../app/press-answer.ts";
import type { Press } from "../../app/press-data.ts";
import type { Asker, Services } from "../../app/services.ts";
import { tell } from "../../app/tell.ts";
import { type Waiting, waitingFor } from "../../app/waiting.ts";
import type { Answer } from "../../core/chat/answer.ts";
import { type Note, note } from "../../core/chat/note.ts";
import { standings } from "../../core/snapshot/standing.ts";
import { messages } from "../../presenters/messages/messages.ts";
import { say } from "../../presenters/messages/says.ts";
import type { Bot } from "./bot.ts";
import { cardFor } from "./card.ts";
import { askerOf } from "./conversation.ts";
import { questionKey } from "./question-key.ts";

/** A name of an object of Kubernetes, or of its namespace. */
const objectName = z
  .string()
  .max(253)
  .regex(/^[a-z0-9]([a-z0-9.-]*[a-z0-9])?$/);

/** In UTF-16 units. */
const longestWord = 1_000;

/** A card's data is untrusted: known fields of the right type are taken, anything else is ignored. */
const pressSchema = z.object({
  v: z.literal(1),
  verb: z.string().max(40),
  run: z.string().max(40).optional(),
  page: z.number().int().min(1).max(10_000).optional(),
  cluster: z.string().max(500).optional(),
  pending: z.string().max(40).optional(),
  answer: z.enum(["yes", "no"]).optional(),
  incident: z.string().max(40).optional(),
  place: z.enum(standings).optional(),
  namespace: objectName.optional(),
  name: objectName.optional(),
  say: z.string().max(300).optional(),
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  word: z.string().max(longestWord).optional(),
});

const actionSchema = z.object({ action: z.object({ data: z.unknown() }) });

const rejection = z.looseObject({
  verb: z.literal("change.reject"),
  word: z
    .string()
    .transform((text) => text.slice(0, longestWord))
    .optional()
    .catch(undefined),
});

/** Null when `value` is no button of ours. Whoever stops something is not kept from it by what they say besides. */
export function pressOf(value: unknown): Press | null {
  return pressSchema.safeParse(rejection.safeParse(value).data ?? value).data ?? null;
}

export const messageType = "application/vnd.microsoft.activity.message";
const cardType = "application/vnd.microsoft.card.adaptive";

const alreadyOnIt: PressAnswer = { text: note("alreadyOnIt") };
const tooManyWait: PressAnswer = { text: note("tooManyWait") };

/** Refusals too are answered with 200 and a text: clients show nothing for other codes. */
const invokeBody = (type: string, value: unknown): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type, value },
});

const invokeWords = (said: Note, locale: unknown): InvokeResponse =>
  invokeBody(messageType, say(messages(locale).notes, said));

export async function onCardAction(bot: Bot, context: TurnContext): Promise<InvokeResponse> {
  const activity = context.activity as Activity;
  const asker = askerOf(activity);
  const action = actionSchema.safeParse(activity.value);
  const data = action.success ? pressOf(action.data.action.data) : null;
  const press = data && { ...data, messageId: activity.replyToId };
  if (!asker || !press) return invokeWords(note("outdated"), activity.locale);
  const taken = bot.turns.run(asker.userId, () => answerOnce(bot, asker, activity, press));
  const answered = taken.then((answer) => (typeof answer === "string" ? tooManyWait : answer));
  const response = answered.then((answer) => responseOf(bot, answer, activity.locale));
  const first = await withPatience(bot.services, response);
  if (first) return first;
  bot.background.start("slow press", () =>
    guarded(bot.services, asker, press.verb, async () => {
      const answer = await answered;
      if (answer !== alreadyOnIt) await postAnswer(bot, asker, answer);
    }),
  );
  return invokeWords(note("takesLonger"), activity.locale);
}

/** What is answered while whoever pressed has patience; null otherwise. Nothing waits on once it is answered. */
async function withPatience<T>({ later, patience }: Services, answer: Promise<T>): Promise<T | null> {
  const late = Promise.withResolvers<null>();
  const stop = later(patience.press, () => late.resolve(null));
  return Promise.race([answer, late.promise]).finally(stop);
}

async function responseOf(bot: Bot, answer: PressAnswer, locale: unknown): Promise<InvokeResponse> {
  if ("card" in answer) return invokeBody(cardType, (await cardFor(bot.services, answer.card, locale)).card);
  return invokeWords("done" in answer ? answer.done : answer.text, locale);
}

/**
 * Claimed like a message before anything is done: a redelivered press does nothing, and one that a restart interrupts
 * is not forgotten. A page only reads, and is read again.
 */
async function answerOnce(bot: Bot, asker: Asker, activity: Activity, press: Press): Promise<PressAnswer> {
  const { services, background } = bot;
  if (isRead(press)) return answerPress(services, asker, press);
  const { store, clock } = services;
  const key = questionKey(bot, activity);
  const receivedAt = clock.now().toISOString();
  const { conversation } = asker;
  if (!(await store.claimQuestion({ key, text: press.verb, conversation, receivedAt }))) return alreadyOnIt;
  const close = () => store.closeQuestion(key);
  const { asker: presser, services: watched, through } = waitingFor(services, asker, key, "");
  const answer = await answerPress(watched, presser, press).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const begin = "begin" in answer ? answer.begin : undefined;
  const again = begin !== undefined && isSecondPress(bot, asker, press);
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
  const act = () => guarded(watched, presser, press.verb, begin);
  background.start("press", async () => {
    await ("waits" in answer ? through(act, turn) : turn.then(act)).finally(leave);
    await close();
  });
  return answer;
}

/** Reading changes nothing, so it may be done again. */
const isRead = ({ verb }: Press): boolean =>
  ["run.page", "run.told", "run.show", "incident.show"].includes(verb);

function isSecondPress(bot: Bot, { userId, conversation }: Asker, press: Press): boolean {
  const {
    verb,
    run,
    incident,
    pending,
    cluster,
    place = "",
    namespace = "",
    name = "",
    say: line = "",
  } = press;
  const about = run ?? incident ?? pending ?? cluster;
  return bot.pressedBefore([userId, conversation.key, verb, place, namespace, name, line, about].join("|"));
}

/** The fallback can return nothing to the presser: what would have been shown is posted. */
export async function answerPressAsMessage(
  bot: Bot,
  asker: Asker,
  press: Press,
  { through, turn }: Readonly<{ through: Waiting["through"]; turn: Promise<void> }>,
): Promise<void> {
  const taken = await bot.turns.run(asker.userId, () => answerPress(bot.services, asker, press));
  const answer = typeof taken === "string" ? tooManyWait : taken;
  await postAnswer(bot, asker, answer);
  const begin = "begin" in answer ? answer.begin : undefined;
  if (begin && !isSecondPress(bot, asker, press))
    await ("waits" in answer ? through(begin, turn) : turn.then(begin));
  else if (asker.question !== undefined) await bot.services.store.closeQuestion(asker.question);
}

/** What begins something else is followed by the answer of that. */
async function postAnswer(bot: Bot, asker: Asker, answer: PressAnswer): Promise<void> {
  const post = (shown: Answer) => tell(bot.services, asker, shown);
  if ("card" in answer) await post(answer.card);
  else if ("done" in answer) await post({ kind: "noted", text: answer.done });
  else if (!answer.begin) await post({ kind: "pressRefused", reason: answer.text });
}
