// What an answer of the Bot Connector, or none, says about the message.
import { z } from "zod";
import type { Log } from "../../app/ports/services.ts";
import type { DeliveryOutcome } from "../../core/delivery/message.ts";
import { redact } from "../../core/redact/redact.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { NotSentError } from "./adapter.ts";

const answered = z.object({
  statusCode: z.number().optional(),
  code: z.string().optional(),
  response: z.object({ headers: z.custom<Readonly<{ get(name: string): string | undefined }>>() }).optional(),
});
/** What Teams means by "try again" (its rate limits), and what says that the fault is its own. */
const passing = [401, 408, 412, 429, 500, 502, 503, 504];
/** There was no connection, so nothing was sent over it. */
const unconnected = ["ECONNREFUSED", "ENOTFOUND", "EAI_AGAIN", "EHOSTUNREACH", "ENETUNREACH"];
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
  if (error instanceof NotSentError) return { status: "refused", code: "noToken", again: true };
  const { statusCode, code = "", response } = answered.safeParse(error).data ?? {};
  if (statusCode === undefined)
    return unconnected.includes(code) ? { status: "refused", code, again: true } : { status: "unknown" };
  // Taken, by its status; what it says of the message could not be read.
  if (statusCode < 300) return { status: "unknown" };
  const retryAfterSeconds = secondsOf(response?.headers.get("retry-after"));
  return {
    status: "refused",
    code: String(statusCode),
    again: passing.includes(statusCode) || statusCode >= 500,
    ...(retryAfterSeconds === null ? {} : { retryAfterSeconds }),
  };
}

function secondsOf(header: string | undefined): number | null {
  const seconds = Number(header ?? "");
  return header && seconds >= 0 ? Math.min(seconds, longestRetryAfterSeconds) : null;
}
