// "Was this the cause?": the answer of whoever may diagnose that cluster, kept with the run and on the audit trail.
import { type Note, note } from "../core/chat/note.ts";
import type { Diagnosis } from "../core/diagnosis/diagnosis.ts";
import type { FeedbackAnswer } from "../core/run/feedback.ts";
import type { Run } from "../core/run/run.ts";
import { auditEntry, byPolicy } from "./audit-entry.ts";
import { decide } from "./authorize-action.ts";
import type { Asker, Services } from "./services.ts";
import { actionOf } from "./submit-run.ts";

/** `done`: it was kept. `text`: it was not, and why. */
export type FeedbackTaken = Readonly<{ done: Note } | { text: Note }>;

/** Null: there is nothing (any more) that could be answered. */
export async function takeFeedback(
  services: Services,
  asker: Asker,
  run: Run,
  answer: FeedbackAnswer,
): Promise<FeedbackTaken | null> {
  const { status, task } = run;
  if (task.kind !== "diagnose" || status.state !== "succeeded" || status.diagnosis === null) return null;
  const signedIn = await services.credentials.forUser(asker.userId, asker.requester);
  if (!signedIn.ok) return { text: note("signInFirst") };
  const { decision } = await decide(services, signedIn.credential, actionOf(task, run.cluster));
  const entry = auditEntry(services.clock, asker.requester, {
    action: "diagnosis.feedback",
    outcome: decision.effect === "allow" ? "recorded" : "denied",
    cluster: run.cluster.id,
    runId: run.id,
    rule: decision.rule,
    detail: { answer, ...claimOf(status.diagnosis), ...byPolicy(services) },
  });
  if (decision.effect === "deny") {
    await services.store.appendAudit(entry);
    return { text: decision.reason };
  }
  const { objectId } = asker.requester;
  const tally = await services.store.saveFeedback(
    { runId: run.id, objectId, answer, answeredAt: entry.time },
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
