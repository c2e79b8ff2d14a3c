// The last resort of a question: whatever is thrown ends in a card.
import { unexpected } from "../app/say.ts";
import type { Asker } from "../app/services.ts";
import type { Answer } from "../core/chat/answer.ts";
import type { Bot } from "./bot.ts";

/** An exception ends in a card with an id that finds its log line, never in silence. */
export async function guarded(
  bot: Bot,
  asker: Asker,
  asked: string,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    const id = bot.services.newId("E");
    bot.services.log.error("question failed unexpectedly", {
      id,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    const failure = unexpected(id, "Nothing was sent to the cluster unless a card of mine says so.");
    const answer: Answer = { kind: "failure", asked, failure, id };
    await bot.services.notifier.post(asker.conversation, answer);
  }
}
