// The last resort of a question: whatever is thrown ends in a card.
import { askedText } from "../../core/conversation/grammar/asked-text.ts";
import { redact } from "../../core/redact/redact.ts";
import { unexpected } from "../../core/run/failure.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { enqueueAnswer } from "./outbox-messages.ts";

/** How long it is tried to write down that a question failed: a database that is away comes back. */
const tries = 600;
const betweenMilliseconds = 1_000;

/** An exception ends in a card with an id that finds its log lines, never in silence; and never beside an answer. */
export async function withErrorCard(
  services: Services,
  asker: ConversationContext,
  asked: string,
  act: () => Promise<void>,
): Promise<void> {
  const { telemetry, newId } = services;
  const id = asker.waiting?.card ?? telemetry.request() ?? newId("R");
  await telemetry.during(
    { name: "turn_duration_seconds", request: id },
    () => answered(services, asker, asked, id, act),
    (ended) => ({ ended: ended.ok && ended.value ? "answered" : "failed" }),
  );
}

/** False: an exception was the answer. */
async function answered(
  services: Services,
  asker: ConversationContext,
  asked: string,
  id: string,
  act: () => Promise<void>,
): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    services.log.error("question failed unexpectedly", { id, error: redact(text).text });
    const failure = unexpected(id, "nothingSentUnlessSaid");
    await untilWritten(services, () =>
      enqueueAnswer(services, asker, { kind: "failure", asked: askedText(asked), failure, id }),
    );
    return false;
  }
}

/**
 * Where what was thrown came after the answer was stored, or where nobody knows whether it was, the question is
 * closed and this writes nothing. Should the process go first, the next one finds the question open.
 */
async function untilWritten({ clock, log }: Services, write: () => Promise<void>): Promise<void> {
  for (let left = tries; left > 0; left -= 1) {
    try {
      return await write();
    } catch (error) {
      if (left === tries) log.warn("failure not written down yet", { error: redact(String(error)).text });
      await clock.sleep(betweenMilliseconds);
    }
  }
}
