// Where a button may be pressed, and the press itself.
import { answerPress } from "../../src/app/press.ts";
import type { Press } from "../../src/app/press-data.ts";
import type { Asker } from "../../src/app/services.ts";
import { alex, askerIn, chatOf, otherChannelOf, threadOf } from "../fakes/people.ts";
import type { FakeServices } from "../fakes/services.ts";
import { answerInWords, saidNote } from "../said.ts";

export const outdated = { text: "This button is from an older card. Please ask again." };
export const inThread = (who = alex): Asker => askerIn(threadOf, who);
export const besides = (who = alex): Asker => askerIn((person) => threadOf(person, 2), who);
export const elsewhere = (who = alex): Asker => askerIn(otherChannelOf, who);
export const inChat = (who = alex): Asker => askerIn(chatOf, who);

/** Presses, and does what goes on in the background; answered in words. */
export async function press(fake: FakeServices, asker: Asker, pressed: Press): Promise<unknown> {
  const answer = await answerPress(fake.services, asker, pressed);
  if ("card" in answer) return { card: answerInWords(answer.card) };
  if ("done" in answer) return { done: saidNote(answer.done) };
  const text = saidNote(answer.text);
  if (!("begin" in answer)) return { text };
  await answer.begin?.();
  return text;
}
