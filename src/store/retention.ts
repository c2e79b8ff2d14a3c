// Removes what has had its time: first what people asked and got, then old rows of the audit trail. In batches, each a
// short transaction with its own audit entry, so that nothing waits long and an interrupted pass is simply gone on with.
import { type Kysely, sql, type Transaction } from "kysely";
import type { AuditEntry } from "../core/audit/audit-event.ts";
import { insertAudit } from "./audit.ts";
import { pruneAudit } from "./prune-audit.ts";
import type { Tables } from "./tables.ts";

/** In days: how long outputs, diagnoses and conversations are kept, and how long the audit trail. */
export type Retention = Readonly<{ outputDays: number; auditDays: number }>;

const batchSize = 500;
const dayMilliseconds = 86_400_000;

/** Once a day is enough; a second call finds nothing to do and leaves no trace. */
export async function applyRetention(db: Kysely<Tables>, kept: Retention, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * dayMilliseconds);
  await inBatches(db, (transaction) => removeOutputs(transaction, before(kept.outputDays), now));
  await inBatches(db, (transaction) => pruneAudit(transaction, before(kept.auditDays), now, batchSize));
}

/** `work` says whether a full batch was there, so that more may wait. */
async function inBatches(
  db: Kysely<Tables>,
  work: (transaction: Transaction<Tables>) => Promise<boolean>,
): Promise<void> {
  while (await db.transaction().execute(work));
}

/** Feedback goes with its run. What a conversation last spoke of goes with the conversation. */
async function removeOutputs(db: Transaction<Tables>, cutoff: Date, now: Date): Promise<boolean> {
  const removed = {
    requests: await removeOld(db, "runs", "id", "created_at", cutoff),
    questions: await removeOld(db, "questions", "key", "received_at", cutoff),
    waiting: await removeOld(db, "pending", "id", "created_at", cutoff),
    firstTimes: await removeOld(db, "first_times", "key", "seen_at", cutoff),
    conversations: await removeOld(db, "conversations", "key", "updated_at", cutoff),
    alerts: await removeOld(db, "alerts", "key", "received_at", cutoff),
    messages: await removeOld(db, "outbox", "key", "created_at", cutoff),
    incidents: await removeOld(db, "incidents", "id", "opened_at", cutoff),
  };
  if (Object.values(removed).every((count) => count === 0)) return false;
  await db
    .deleteFrom("last_clusters")
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom("conversations")
            .select("key")
            .whereRef("conversations.key", "=", "last_clusters.conversation_key"),
        ),
      ),
    )
    .execute();
  await db.deleteFrom("paces").where("slow", "<", cutoff).execute();
  await insertAudit(db, retentionEntry(now, cutoff, removed));
  return Object.values(removed).includes(batchSize);
}

/** The oldest rows of a table, at most a batch of them. */
async function removeOld(
  db: Transaction<Tables>,
  table: keyof Tables,
  key: string,
  time: string,
  cutoff: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from ${sql.table(table)} where ${sql.ref(key)} in (
      select ${sql.ref(key)} from ${sql.table(table)}
      where ${sql.ref(time)} < ${cutoff.toISOString()}::timestamptz order by ${sql.ref(time)} limit ${batchSize}
    )`.execute(db);
  return Number(numAffectedRows ?? 0);
}

const retentionEntry = (now: Date, cutoff: Date, removed: AuditEntry["detail"]): AuditEntry => ({
  time: now.toISOString(),
  actor: "system",
  tenant: null,
  action: "retention.apply",
  outcome: "recorded",
  cluster: null,
  runId: null,
  rule: null,
  detail: { before: cutoff.toISOString(), ...removed },
});
