// After a sign-in: whose is it, and which questions waited for it? They are asked again by themselves.

import type { Intent } from "../../core/conversation/intent.ts";
import { pendingKey } from "../../core/conversation/pending-key.ts";
import { readWithoutClusters } from "../../core/conversation/reading/choose-reading.ts";
import { understandLine } from "../../core/conversation/reading/understand-line.ts";
import { redact } from "../../core/redact/redact.ts";
import type { SignInFailure } from "../../core/requester.ts";
import { resumeWaiting } from "../change/wait-for-sign-in.ts";
import { enqueueAnswer } from "../delivery/outbox-messages.ts";
import { waitingFor } from "../delivery/question-progress.ts";
import { withErrorCard } from "../delivery/with-error-card.ts";
import { auditEntry } from "../identity/authorize.ts";
import type { Pending, Question } from "../ports/outbox.ts";
import type { ConversationContext, Services } from "../ports/services.ts";
import { answerWaiting } from "./answer-question.ts";

/** How long a question waits for its sign-in. What waited longer is named, since nobody else remembers it. */
const waitMilliseconds = 10 * 60_000;

/**
 * Called once the token service holds a token: checks whose it is, then asks the waiting questions again. `only`: the one
 * question whose challenge was answered.
 */
export async function completeSignIn(
  services: Services,
  asker: ConversationContext,
  only?: string,
): Promise<void> {
  const { store, clock, credentials } = services;
  const result = await credentials.forUser(asker.userId, asker.requester);
  if (!result.ok) return rejectSignIn(services, asker, result.failure);
  const notBefore = clock.now().getTime() - waitMilliseconds;
  const isLate = ({ createdAt }: Pending): boolean => Date.parse(createdAt) < notBefore;
  const goesOn = await resumeWaiting(services, asker);
  const { userId } = asker;
  const match = only === undefined ? ({ userId, reason: "signIn" } as const) : { userId, id: only };
  const waiting = await store.takePending(match, new Date(0).toISOString(), (pending) =>
    isLate(pending) ? null : questionOf(services, pending),
  );
  const asked = waiting.filter((pending) => !asksToSignIn(pending.text));
  const questions = asked.filter((pending) => !isLate(pending));
  const late = asked.filter(isLate).map(({ text }) => text);
  try {
    await store.appendAudit(auditEntry(clock, asker.requester, { action: "signIn", outcome: "succeeded" }));
    await enqueueAnswer(services, asker, {
      kind: "signedIn",
      requester: asker.requester,
      resumed: questions[0]?.text ?? goesOn[0] ?? null,
      ...(late.length === 0 ? {} : { late }),
    });
  } finally {
    // They are taken, so nobody else asks them: not even a database that is away at this moment may come between.
    for (const pending of questions) await askAgain(services, asker, pending);
  }
}

function kindOf(text: string): Intent["kind"] | undefined {
  const line = understandLine(text);
  const intent =
    line.is === "readings" ? readWithoutClusters(line) : line.is === "intent" ? line.intent : null;
  return intent?.kind;
}

const asksToSignIn = (text: string): boolean => kindOf(text) === "signIn";

const keyOf = ({ id }: Pending): string => pendingKey(id);

/** Claimed like a message, and all before the first is answered, so that a restart in the middle is noticed. */
const questionOf = ({ clock }: Services, pending: Pending): Question | null =>
  asksToSignIn(pending.text)
    ? null
    : {
        key: keyOf(pending),
        text: redact(pending.text).text,
        conversation: pending.conversation,
        receivedAt: clock.now().toISOString(),
      };

/** One that fails does not take the next with it. */
async function askAgain(services: Services, asker: ConversationContext, pending: Pending): Promise<void> {
  const { text, conversation } = pending;
  const waiting = waitingFor(services, { ...asker, conversation }, keyOf(pending), text);
  const { services: watched, asker: there } = waiting;
  await waiting.through(() => withErrorCard(watched, there, text, () => answerWaiting(watched, there, text)));
  await services.store.closeQuestion(keyOf(pending));
}

/** A sign-in that failed, or succeeded as somebody else: that account's token is not kept. */
export async function rejectSignIn(
  services: Services,
  asker: ConversationContext,
  failure: SignInFailure,
): Promise<void> {
  const { store, clock, credentials } = services;
  if (failure.code === "otherAccount" || failure.code === "otherTenant")
    await credentials.signOut(asker.userId);
  await store.appendAudit(
    auditEntry(clock, asker.requester, {
      action: "signIn",
      outcome: "failed",
      detail: { code: failure.code },
    }),
  );
  await enqueueAnswer(services, asker, { kind: "signInFailed", asked: "sign in", failure });
}
