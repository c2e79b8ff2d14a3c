// What somebody sent, claimed once and worked on when it is its person's turn: only so much of one person is under way.
import type { ConversationContext } from "../../app/ports/services.ts";
import type { Bot } from "./bot.ts";
import type { Full, Place } from "./person-queue.ts";

type Question = Parameters<Bot["services"]["store"]["claimQuestion"]>[0];

/** `begin` has to leave the place. It is not called where this was claimed before. */
export async function claimed(
  { services, answers }: Bot,
  { userId }: ConversationContext,
  question: Question,
  begin: (place: Place) => void,
): Promise<Full | "taken"> {
  const place = answers.enter(userId);
  if (typeof place === "string") return place;
  const isNew = await services.store.claimQuestion(question).catch((error: unknown) => {
    place.leave();
    throw error;
  });
  if (isNew) begin(place);
  else place.leave();
  return "taken";
}
