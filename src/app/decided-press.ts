// What a press about a run asks before anything is done: who presses, and whether mode and policy let them diagnose that
// cluster now. What is refused is on the trail at once; what is allowed is written with what is done.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import { type Note, note } from "../core/chat/note.ts";
import type { Run } from "../core/run/run.ts";
import { auditEntry, byPolicy } from "./audit-entry.ts";
import { decide } from "./authorize-action.ts";
import type { Asker, Services } from "./services.ts";
import { actionOf } from "./submit-run.ts";

type About = Pick<AuditEntry, "action" | "detail">;

/** `entry`: for the transaction in which it is done. `text`: why it is not. */
export async function decidedPress(
  services: Services,
  asker: Asker,
  run: Run,
  { action, detail }: About,
): Promise<Readonly<{ entry: AuditEntry } | { text: Note }>> {
  const signedIn = await services.credentials.forUser(asker.userId, asker.requester);
  if (!signedIn.ok) return { text: note("signInFirst") };
  const { decision } = await decide(services, signedIn.credential, actionOf(run.task, run.cluster));
  const entry = auditEntry(services.clock, asker.requester, {
    action,
    outcome: decision.effect === "allow" ? "recorded" : "denied",
    cluster: run.cluster.id,
    runId: run.id,
    rule: decision.rule,
    detail: { ...detail, ...byPolicy(services) },
  });
  if (decision.effect === "allow") return { entry };
  await services.store.appendAudit(entry);
  return { text: decision.reason };
}
