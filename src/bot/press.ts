// Buttons: `Action.Execute` arrives as an invoke and is answered at once; its `Action.Submit` fallback arrives as a message.
import type { Activity, InvokeResponse, TurnContext } from "botbuilder";
import { z } from "zod";
import { guarded } from "../app/guarded.ts";
import { answerPress, type Press, type PressAnswer } from "../app/press.ts";
import type { Asker } from "../app/services.ts";
import type { Answer } from "../core/chat/answer.ts";
import type { Bot } from "./bot.ts";
import { cardFor } from "./card.ts";
import { askerOf } from "./conversation.ts";
import { questionKey } from "./question-key.ts";

/** A card's data is untrusted: known fields of the right type are taken, anything else is ignored. */
const pressSchema = z.object({
  v: z.literal(1),
  verb: z.string().max(40),
  run: z.string().max(40).optional(),
  page: z.number().int().min(1).max(10_000).optional(),
  cluster: z.string().max(500).optional(),
  pending: z.string().max(40).optional(),
  answer: z.enum(["yes", "no"]).optional(),
});

const actionSchema = z.object({ action: z.object({ data: z.unknown() }) });

/** Null when `value` is no button of ours. */
export function pressOf(value: unknown): Press | null {
  return pressSchema.safeParse(value).data ?? null;
}

export const messageType = "application/vnd.microsoft.activity.message";
const cardType = "application/vnd.microsoft.card.adaptive";

/** Clients give up on a press after about ten seconds; we answer well before that and go on by ourselves. */
const answerWithinMilliseconds = 2_500;
const slow: PressAnswer = { text: "This takes longer than usual. Please press again in a few seconds." };

/** Refusals too are answered with 200 and a text: clients show nothing for other codes. */
const invokeBody = (type: string, value: unknown): InvokeResponse => ({
  status: 200,
  body: { statusCode: 200, type, value },
});

export async function onCardAction(bot: Bot, context: TurnContext): Promise<InvokeResponse> {
  const activity = context.activity as Activity;
  const asker = askerOf(activity);
  const action = actionSchema.safeParse(activity.value);
  const press = action.success ? pressOf(action.data.action.data) : null;
  if (!asker || !press)
    return invokeBody(messageType, "This button is from an older card. Please ask again.");
  const answer = await inTime(bot, answerPress(bot.services, asker, press));
  if ("card" in answer) {
    return invokeBody(cardType, (await cardFor(bot.services, answer.card, activity.locale)).card);
  }
  if ("done" in answer) return invokeBody(messageType, answer.done);
  if (answer.begin && !(await beginOnce(bot, asker, activity, press, answer.begin))) {
    return invokeBody(messageType, "Already on it.");
  }
  return invokeBody(messageType, answer.text);
}

/** A slow answer goes on in the background, so that what it read is at hand for the next press. */
async function inTime(bot: Bot, answer: Promise<PressAnswer>): Promise<PressAnswer> {
  const first = await Promise.race([answer, bot.services.clock.sleep(answerWithinMilliseconds)]);
  if (first) return first;
  bot.background.start("slow press", async () => {
    await answer;
  });
  return slow;
}

/** Claimed like a message: a redelivered press does nothing, and one that a restart interrupts is not forgotten. */
async function beginOnce(
  bot: Bot,
  asker: Asker,
  activity: Activity,
  press: Press,
  begin: () => Promise<void>,
): Promise<boolean> {
  const { store, clock } = bot.services;
  const { verb, run, cluster } = press;
  if (bot.pressedBefore([asker.userId, activity.conversation.id, verb, run ?? cluster].join("|")))
    return false;
  const key = questionKey(bot, activity);
  const receivedAt = clock.now().toISOString();
  const { conversation } = asker;
  if (!(await store.claimQuestion({ key, text: press.verb, conversation, receivedAt }))) return false;
  bot.background.start("press", async () => {
    await guarded(bot.services, asker, press.verb, begin);
    await store.closeQuestion(key);
  });
  return true;
}

/** The fallback can return nothing to the presser: what would have been shown is posted. */
export async function answerPressAsMessage(bot: Bot, asker: Asker, press: Press): Promise<void> {
  const answer = await answerPress(bot.services, asker, press);
  const post = (shown: Answer) => bot.services.notifier.post(asker.conversation, shown);
  if ("card" in answer) await post(answer.card);
  else if ("done" in answer) await post({ kind: "noted", text: answer.done });
  else if (answer.begin) await answer.begin();
  else await post({ kind: "pressRefused", reason: answer.text });
}
