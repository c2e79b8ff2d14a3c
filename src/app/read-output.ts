// A look at what is kept of a run: both locks, as whoever looks, and written down either way. An output is worth what it
// takes to get it.
import type { AuditEntry } from "../core/audit/audit-event.ts";
import { type Note, note } from "../core/chat/note.ts";
import type { Run } from "../core/run/run.ts";
import { auditEntry, byPolicy, whatIsRead } from "./audit-entry.ts";
import { decide } from "./authorize-action.ts";
import { whyAzureForbidsLook } from "./azure-lock.ts";
import { isKnownTo } from "./known-run.ts";
import type { Asker, Services } from "./services.ts";
import { actionOf } from "./submit-run.ts";

/** `byAzure`: the policy lets them through and Azure does not, or does not say. */
export type MayRead = Readonly<
  { ok: true; rule: string } | { ok: false; rule: string | null; reason: Note; byAzure?: true }
>;

type Look = Readonly<{ action: string; detail: AuditEntry["detail"]; known?: boolean; alone?: boolean }>;

/** `known`: that they may know of the run, where that was found out before. `alone`: nobody else is shown it, wherever they look. */
export async function lookAt(
  services: Services,
  asker: Asker,
  run: Run,
  { action, detail, known = isKnownTo(asker, run), alone = asker.conversation.personal }: Look,
): Promise<MayRead> {
  const right = known ? await mayRead(services, asker, run, alone) : unknownToThem;
  await services.store.appendAudit(
    auditEntry(services.clock, asker.requester, {
      action,
      outcome: right.ok ? "allowed" : "denied",
      cluster: run.cluster.id,
      runId: run.id,
      rule: right.rule,
      detail: {
        ...detail,
        ...(run.task.kind === "command" ? whatIsRead(run.task.request) : {}),
        ...byPolicy(services),
        ...(!right.ok && right.byAzure ? { byAzure: true } : {}),
      },
    }),
  );
  return right;
}

const unknownToThem: MayRead = { ok: false, rule: null, reason: note("notHere") };

async function mayRead(services: Services, asker: Asker, run: Run, alone: boolean): Promise<MayRead> {
  const signedIn = await services.credentials.forUser(asker.userId, asker.requester);
  if (!signedIn.ok) return { ok: false, rule: null, reason: note("signInFirst") };
  const action = actionOf(run.task, run.cluster);
  const { decision } = await decide(services, signedIn.credential, action, "output");
  const { rule } = decision;
  if (decision.effect === "deny") return { ok: false, rule, reason: decision.reason };
  if (decision.show === "personal" && !alone) return { ok: false, rule, reason: note("inPrivateOnly") };
  const refused = await whyAzureForbidsLook(services, signedIn.credential, run);
  return refused === null
    ? { ok: true, rule: decision.rule }
    : { ok: false, rule, reason: refused, byAzure: true };
}
