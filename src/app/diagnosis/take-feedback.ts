// "Was this the cause?": the answer of whoever may diagnose that cluster, kept with the run and on the audit trail.

import { actionOf } from "../../core/authorization/action.ts";
import { noteTo } from "../../core/authorization/refusal.ts";
import type { Notice } from "../../core/conversation/notice.ts";
import type { Diagnosis } from "../../core/diagnosis/diagnosis.ts";
import type { FeedbackAnswer } from "../../core/run/feedback.ts";
import type { Run } from "../../core/run/run.ts";
import { authorize } from "../identity/authorize.ts";
import type { ConversationContext, Services } from "../ports/services.ts";

/** `done`: it was kept. `text`: it was not, and why. */
type FeedbackTaken = Readonly<{ done: Notice } | { text: Notice }>;

/** Null: there is nothing (any more) that could be answered. */
export async function takeFeedback(
  services: Services,
  asker: ConversationContext,
  run: Run,
  answer: FeedbackAnswer,
): Promise<FeedbackTaken | null> {
  const { status, task } = run;
  if (task.kind !== "diagnose" || status.state !== "succeeded" || status.diagnosis === null) return null;
  const detail = { answer, ...claimOf(status.diagnosis) };
  const record = { action: "diagnosis.feedback", detail };
  const right = await authorize(services, asker, actionOf(task, run.cluster), "press", { run, record });
  if (!right.ok) return { text: noteTo(right.refusal) };
  const { entry } = right;
  const { objectId, tenantId } = asker.requester;
  const tally = await services.store.saveFeedback(
    { runId: run.id, person: { objectId, tenantId }, answer, answeredAt: entry.time },
    entry,
  );
  return tally && { done: { is: "feedbackTaken", answer, tally } };
}

/** What the diagnosis said, so that an entry of the trail can be judged by itself. */
const claimOf = ({ verdict, rootCause }: Diagnosis) => ({
  verdict,
  check: rootCause?.check ?? null,
  confidence: rootCause?.confidence ?? null,
});
