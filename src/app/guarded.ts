// The last resort of a question: whatever is thrown ends in a card.
import type { Answer } from "../core/chat/answer.ts";
import { redact } from "../core/redact/redact.ts";
import { unexpected } from "./say.ts";
import type { Asker, Services } from "./services.ts";

/** An exception ends in a card with an id that finds its log line, never in silence. */
export async function guarded(
  services: Services,
  asker: Asker,
  asked: string,
  act: () => Promise<void>,
): Promise<void> {
  try {
    await act();
  } catch (error) {
    const id = services.newId("E");
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    services.log.error("question failed unexpectedly", { id, error: redact(text).text });
    const failure = unexpected(id, "Nothing was sent to the cluster unless a card of mine says so.");
    const answer: Answer = { kind: "failure", asked: redact(asked).text, failure, id };
    await services.notifier.post(asker.conversation, answer);
  }
}
