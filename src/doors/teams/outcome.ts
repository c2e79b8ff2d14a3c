// What an answer of the Bot Connector, or none, says about the message.
import type { Log } from "../../app/ports/services.ts";
import type { DeliveryOutcome } from "../../core/delivery/message.ts";
import { redact } from "../../core/redact/redact.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { CallError } from "./port.ts";

/** What Teams means by "try again" (its rate limits), and what says that the fault is its own. */
const passing = [401, 408, 412, 429, 500, 502, 503, 504];
/** Longer than this Teams does not mean. */
const longestRetryAfterSeconds = 600;

/** `act` gives the id of the message; none is an answer that says nothing. */
export async function outcomeOf(
  log: Log,
  to: ConversationRef,
  act: () => Promise<string | undefined>,
): Promise<DeliveryOutcome> {
  try {
    const messageId = await act();
    return messageId ? { status: "shown", messageId } : { status: "unknown" };
  } catch (error) {
    const outcome = failureOf(error);
    const code = outcome.status === "refused" ? outcome.code : "no answer";
    log.warn("Teams did not take a message", {
      conversation: to.key,
      code,
      // Teams may repeat what it did not take.
      error: redact(String(error).slice(0, 300)).text,
    });
    return outcome;
  }
}

/** A request without an answer may have been taken; one that was never sent was not. */
function failureOf(error: unknown): DeliveryOutcome {
  if (!(error instanceof CallError)) return { status: "unknown" };
  const { failure } = error;
  if (failure.is === "notSent") return { status: "refused", code: failure.code, again: true };
  // Taken, by its status; what it says of the message could not be read.
  if (failure.is === "unanswered" || failure.status < 300) return { status: "unknown" };
  const retryAfterSeconds = secondsOf(failure.retryAfter);
  return {
    status: "refused",
    code: String(failure.status),
    again: passing.includes(failure.status) || failure.status >= 500,
    ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
  };
}

function secondsOf(header: string | undefined): number | null {
  const seconds = Number(header ?? "");
  return header && seconds >= 0 ? Math.min(seconds, longestRetryAfterSeconds) : null;
}
