// Everything that is kept of one person, removed at their own wish, once they have confirmed it.
import { redact } from "../../core/redact/redact.ts";
import { plainFailure, type RunFailure } from "../../core/run/failure.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import type { Pending } from "../ports/outbox.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import type { Forgotten } from "../ports/store.ts";
import { auditEntry } from "./authorize.ts";

/** How long the confirming button works. */
const confirmWithinMilliseconds = 10 * 60_000;
const dayMilliseconds = 86_400_000;

/** Nothing is removed yet: a slip does no harm. */
export async function askToForget(services: Services, asker: ConversationContext): Promise<void> {
  const pending: Pending = {
    id: services.newId("F"),
    userId: asker.userId,
    reason: "forgetMe",
    text: "forget me",
    conversation: asker.conversation,
    createdAt: services.clock.now().toISOString(),
  };
  await services.store.savePending(pending);
  const { auditDays } = services.retention;
  await enqueueAnswer(services, asker, { kind: "forgetMe", pendingId: pending.id, auditDays });
}

/** False: not this person's wish, or an old one. A wish is confirmed once. */
export async function confirmed(
  services: Services,
  asker: ConversationContext,
  pendingId: string,
): Promise<boolean> {
  const notBefore = new Date(services.clock.now().getTime() - confirmWithinMilliseconds).toISOString();
  const taken = await services.store.takePending({ id: pendingId, userId: asker.userId }, notBefore);
  return taken.some(({ reason }) => reason === "forgetMe");
}

/** The sign-in first: without it nothing more can be done in the person's name. */
export async function forget(services: Services, asker: ConversationContext): Promise<void> {
  const { store, credentials, clock } = services;
  const { requester, userId } = asker;
  const signedOut = await orSaid(services, asker, notSignedOut, async () => {
    await credentials.signOut(userId);
    return true;
  });
  if (!signedOut) return;
  const person = { ...requester, userId };
  const entry = (counts: Forgotten) =>
    auditEntry(clock, requester, { action: "person.forget", outcome: "succeeded", detail: { ...counts } });
  const forgotten = await orSaid(services, asker, notRemoved, () => store.forget(person, entry));
  if (!forgotten) return;
  const until = clock.now().getTime() + services.retention.auditDays * dayMilliseconds;
  await enqueueAnswer(services, asker, {
    kind: "forgotten",
    ...forgotten,
    auditUntil: new Date(until).toISOString(),
  });
}

/** Null where it failed, and that was said. */
async function orSaid<T>(
  services: Services,
  asker: ConversationContext,
  failure: RunFailure,
  act: () => Promise<T>,
): Promise<T | null> {
  try {
    return await act();
  } catch (error) {
    services.log.warn("person not forgotten", { code: failure.code, error: redact(String(error)).text });
    await enqueueAnswer(services, asker, { kind: "failure", asked: "forget me", failure, id: null });
    return null;
  }
}

const notSignedOut = plainFailure("signOut", "signInServiceSilent", "nothingRemoved");
const notRemoved = plainFailure("database", "databaseSilent", "signInRemoved");
