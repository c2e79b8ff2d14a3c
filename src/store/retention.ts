// Removes what has had its time: first what people asked and got, then old rows of the audit trail. In batches, each a
// short transaction with its own audit entry, so that nothing waits long and an interrupted pass is simply gone on with.
import { type Kysely, sql, type Transaction } from "kysely";
import { locationKeptMilliseconds } from "../core/snapshot/snapshot.ts";
import { insertAudit, systemEntry } from "./audit/entries.ts";
import { pruneAudit } from "./audit/prune.ts";
import { checkWith, type TrailKey } from "./audit/trail-key.ts";
import { auditTrail, type TrailCheck } from "./audit/verify.ts";
import type { StoreLog } from "./kit/connection.ts";
import type { Tables } from "./kit/tables.ts";
import { lifetimes } from "./person-columns.ts";

/** In days: how long outputs, diagnoses and conversations are kept, and how long the audit trail. */
export type Retention = Readonly<{ outputDays: number; auditDays: number }>;

const batchSize = 500;
const placesBefore = (now: Date): Date => new Date(now.getTime() - locationKeptMilliseconds);
const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * 86_400_000);

/** Once a day is enough; a second call finds nothing to do and leaves no trace. */
export async function applyRetention(
  db: Kysely<Tables>,
  kept: Retention,
  key: TrailKey,
  now: Date,
  log: StoreLog,
): Promise<void> {
  const outputs = daysBefore(now, kept.outputDays);
  await inBatches(() => db.transaction().execute((transaction) => removeOutputs(transaction, outputs, now)));
  if (!(await isProven(db, key, kept, now, log))) return;
  const cutoff = daysBefore(now, kept.auditDays);
  await inBatches(() => pruneAudit(db, key.signer, cutoff, now, batchSize));
}

/** `work` says whether a full batch was there, so that more may wait. */
async function inBatches(work: () => Promise<boolean>): Promise<void> {
  while (await work());
}

/** The trail as this process can prove it: with its own key. */
export const proveTrail = (
  db: Kysely<Tables>,
  { publicKey }: TrailKey,
  kept: Retention,
  now: Date,
): Promise<TrailCheck> =>
  auditTrail(db).verify({
    ...{ check: checkWith([publicKey]), outside: [] },
    removedBefore: daysBefore(now, kept.auditDays),
  });

/**
 * What is removed is signed for, so the trail is proven first: somebody may have changed a row so that it looks old.
 * Then it stays whole, for whoever looks into it, and the trail itself says so.
 */
async function isProven(
  db: Kysely<Tables>,
  key: TrailKey,
  kept: Retention,
  now: Date,
  log: StoreLog,
): Promise<boolean> {
  const check = await proveTrail(db, key, kept, now);
  if (check.ok) return true;
  const { atSeq, reason } = check;
  log.error("audit trail was changed", { atSeq, reason });
  await insertAudit(
    db,
    systemEntry("audit.verify", { atSeq, reason: reason.is }, "failed", now.toISOString()),
  );
  return false;
}

/** In one batch what the table of columns says. What goes with a row of another table is removed by the database itself. */
async function removeOutputs(db: Transaction<Tables>, cutoff: Date, now: Date): Promise<boolean> {
  const removed: Record<string, number> = {};
  for (const [table, end] of Object.entries(lifetimes)) {
    if (!("time" in end)) continue;
    const before = end.after === "placeHours" ? placesBefore(now) : cutoff;
    removed[end.counted] = await removeOld(db, table, end.key, end.time, before);
  }
  if (Object.values(removed).every((count) => count === 0)) return false;
  await removeLastClusters(db);
  const counts = { before: cutoff.toISOString(), ...removed };
  await insertAudit(db, systemEntry("retention.apply", counts, "recorded", now.toISOString()));
  return Object.values(removed).includes(batchSize);
}

/** What a conversation last spoke of goes with the conversation, as no key of the database says. */
async function removeLastClusters(db: Transaction<Tables>): Promise<void> {
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
}

/** The oldest rows of a table, at most a batch of them. */
async function removeOld(
  db: Transaction<Tables>,
  table: string,
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
