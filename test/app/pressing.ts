// Where a button may be pressed, and the press itself.
import { answerCardAction } from "../../src/app/conversation/card-actions.ts";
import type { ConversationContext } from "../../src/app/ports/services.ts";
import { type ReadAction, readCardAction } from "../../src/core/conversation/card-action.ts";
import { alex, askerIn, chatOf, otherChannelOf, threadOf } from "../fakes/people.ts";
import type { FakeServices } from "../fakes/services.ts";
import { answerInWords, saidNote } from "../said.ts";

export const outdated = { text: "This button is from an older card. Please ask again." };
export const inThread = (who = alex): ConversationContext => askerIn(threadOf, who);
export const besides = (who = alex): ConversationContext => askerIn((person) => threadOf(person, 2), who);
export const elsewhere = (who = alex): ConversationContext => askerIn(otherChannelOf, who);
export const inChat = (who = alex): ConversationContext => askerIn(chatOf, who);

/** The data of a button as Teams brings it, and the message that it stands on. */
export type Press = Readonly<{ verb: string; messageId?: string; [field: string]: unknown }>;

/** What the reader refuses is handed on as it is: what stands behind it trusts it as little. */
export const actionOf = ({ messageId: _, ...data }: Press): ReadAction =>
  readCardAction({ v: 1, ...data }) ?? (data as unknown as ReadAction);

/** Presses, and does what goes on in the background; answered in words. */
export async function press(
  fake: FakeServices,
  asker: ConversationContext,
  pressed: Press,
): Promise<unknown> {
  const answer = await answerCardAction(fake.services, asker, actionOf(pressed), pressed.messageId);
  if ("card" in answer) return { card: answerInWords(answer.card) };
  if ("done" in answer) return { done: saidNote(answer.done) };
  const text = saidNote(answer.text);
  if (!("begin" in answer)) return { text };
  await answer.begin?.();
  return text;
}
