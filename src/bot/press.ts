// Buttons: `Action.Execute` arrives as an invoke and is answered at once; its `Action.Submit` fallback arrives as a message.
import type { Activity, InvokeResponse, TurnContext } from "botbuilder";
import { z } from "zod";
import { answerPress, type Press } from "../app/press.ts";
import type { Asker } from "../app/services.ts";
import { messages } from "../presenters/messages/messages.ts";
import { present } from "../presenters/present.ts";
import type { Bot } from "./bot.ts";
import { askerOf } from "./conversation.ts";
import { guarded } from "./guarded.ts";

/** A card's data is untrusted: known fields of the right type are taken, anything else is ignored. */
const pressSchema = z.object({
  v: z.literal(1),
  verb: z.string().max(40),
  run: z.string().max(40).optional(),
  page: z.number().int().min(1).max(10_000).optional(),
  cluster: z.string().max(500).optional(),
  pending: z.string().max(40).optional(),
});

const actionSchema = z.object({ action: z.object({ data: z.unknown() }) });

/** Null when `value` is no button of ours. */
export function pressOf(value: unknown): Press | null {
  const parsed = pressSchema.safeParse(value);
  if (!parsed.success) return null;
  return JSON.parse(JSON.stringify(parsed.data)) as Press;
}

const messageType = "application/vnd.microsoft.activity.message";
const cardType = "application/vnd.microsoft.card.adaptive";

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
  const claimed = await claim(bot, asker, activity, press);
  if (!claimed) return invokeBody(messageType, "Already on it.");
  const answer = await answerPress(bot.services, asker, press);
  if ("card" in answer) return invokeBody(cardType, present(answer.card, messages(activity.locale)).card);
  const { begin } = answer;
  if (begin) bot.background.start("press", () => guarded(bot, asker, press.verb, begin));
  return invokeBody(messageType, answer.text);
}

/** A second click within the same activity is a redelivery; reading a page again is harmless and never blocked. */
async function claim(bot: Bot, asker: Asker, activity: Activity, press: Press): Promise<boolean> {
  if (press.verb === "run.page") return true;
  const { store, clock } = bot.services;
  const key = `${activity.conversation.id}|${activity.id}`;
  const receivedAt = clock.now().toISOString();
  const claimed = await store.claimQuestion({
    key,
    text: press.verb,
    conversation: asker.conversation,
    receivedAt,
  });
  if (claimed) await store.closeQuestion(key);
  return claimed;
}

/** The fallback can return no card: what would have been shown is posted. */
export async function answerPressAsMessage(bot: Bot, asker: Asker, press: Press): Promise<void> {
  const answer = await answerPress(bot.services, asker, press);
  if ("card" in answer) await bot.services.notifier.post(asker.conversation, answer.card);
  else await answer.begin?.();
}
