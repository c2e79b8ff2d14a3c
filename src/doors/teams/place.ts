// Where a bearer token may go for a conversation that was stored, and as what.
import type { ConversationReference } from "botbuilder";
import type { Log } from "../../app/ports/services.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { toReference } from "./conversation.ts";

type Parts = Readonly<{ trusted: (serviceUrl: string) => boolean; log: Log }>;

/** The place, or why nothing may be sent there. */
export function placeFor(
  { trusted, log }: Parts,
  to: ConversationRef,
): ConversationReference | Readonly<{ code: "conversation" | "serviceUrl" }> {
  const reference = toReference(to);
  if (!reference) {
    log.error("stored conversation is not readable", { conversation: to.key });
    return { code: "conversation" };
  }
  if (trusted(reference.serviceUrl)) return reference;
  log.error("service URL is not one of Teams'", { conversation: to.key });
  return { code: "serviceUrl" };
}
