// One call to Teams for a message of the outbox, and what becomes of it: whatever it shows.
import type { Delivery, DeliveryOutcome } from "../../core/delivery/message.ts";
import { isPostedOut, isSetAside, isTooOld, type NextStep, nextStep } from "../../core/delivery/next-step.ts";
import { redact } from "../../core/redact/redact.ts";
import type { Showing } from "../ports/outbox.ts";
import type { Services } from "../ports/services.ts";

/** Null where there is nothing to show any more. `showingOf` is asked only where a call is to be made. */
export async function callTeams(
  { messenger }: Services,
  delivery: Delivery,
  showingOf: () => Promise<Showing | null>,
): Promise<DeliveryOutcome | null> {
  const { to, messageId, unsure, final } = delivery;
  // It may stand there, under an id that we do not know: only its end is worth a second message.
  if (isPostedOut(delivery) || (messageId === null && unsure > 0 && !final)) return { status: "unknown" };
  const showing = await showingOf();
  if (showing === null) return null;
  const short = delivery.short || isSetAside(delivery);
  if (messageId !== null) return messenger.edit(to, messageId, showing, short);
  if (unsure > 0 && !(await messenger.answers(to))) return { status: "refused", code: "away", again: true };
  return messenger.post(to, showing, short);
}

export function stepAfter(
  { clock, chance }: Services,
  delivery: Delivery,
  outcome: DeliveryOutcome | null,
): NextStep {
  if (outcome === null) return { step: "done", messageId: delivery.messageId };
  return isTooOld(delivery, clock.now()) && outcome.status !== "shown"
    ? { step: "giveUp", code: "tooOld" }
    : nextStep(delivery, outcome, chance());
}

/** What fails on our side is tried again like what Teams refuses. */
export const ourFault =
  ({ log }: Services, { key }: Delivery) =>
  (error: unknown): DeliveryOutcome => {
    log.error("message could not be made", { key, error: redact(String(error)).text });
    return { status: "refused", code: "ours", again: true };
  };
