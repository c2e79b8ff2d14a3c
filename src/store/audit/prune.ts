// Removes the oldest rows of the audit trail and leaves the chain provable: an anchor, itself a signed entry of the
// trail, names the last row that went and its hash. A trigger lets nothing go that no anchor covers.
import { type Kysely, sql } from "kysely";
import { type Anchor, anchorEntry, type Signer } from "../../core/audit/anchor.ts";
import type { AuditEvent } from "../../core/audit/audit-event.ts";
import { linkEvent } from "../../core/audit/chain.ts";
import type { Tables } from "../kit/tables.ts";
import { insertAudit, lockSealing, sha256, toEvent } from "./entries.ts";

/**
 * Removes sealed rows from the beginning of the chain that are older than `cutoff`, at most `batchSize`. True: there
 * may be more. The newest sealed row always stays, so that the chain goes on from it. Only for a trail that was proven:
 * what is signed here is believed later.
 */
export async function pruneAudit(
  db: Kysely<Tables>,
  signer: Signer,
  cutoff: Date,
  now: Date,
  batchSize: number,
): Promise<boolean> {
  const anchor = await oldRows(db, cutoff, batchSize);
  if (!anchor) return false;
  const entry = await anchorEntry(now.toISOString(), anchor, signer);
  await db.transaction().execute(async (transaction) => {
    await lockSealing(transaction);
    await insertAudit(transaction, entry);
    // By a function of the database's owner: the product itself may have no right to remove a row.
    await sql`select audit_prune()`.execute(transaction);
  });
  return anchor.rows === batchSize;
}

/** Null when nothing is old enough. */
async function oldRows(db: Kysely<Tables>, cutoff: Date, batchSize: number): Promise<Anchor | null> {
  const before = cutoff.toISOString();
  const rows = await db
    .selectFrom("audit")
    .selectAll()
    .where("seq", "is not", null)
    .orderBy("seq")
    .limit(batchSize + 1)
    .execute();
  // Times are ISO text in UTC, all of one length. One row more than a batch was read, so the last is never taken.
  const oldest = rows.map(toEvent);
  const young = oldest.findIndex((event, at) => event.time >= before || !isAsSealed(event, oldest[at - 1]));
  const count = young === -1 ? oldest.length - 1 : young;
  const last = oldest[count - 1];
  return last?.seq && last.hash ? { upTo: last.seq, hash: last.hash, rows: count, before } : null;
}

/** Between the proof and now somebody may have made a row look old: its time counts only as it was sealed. */
function isAsSealed(event: AuditEvent, previous: AuditEvent | undefined): boolean {
  const seq = previous?.seq ?? (event.seq ?? 0) - 1;
  const hash = (previous ?? { hash: event.previousHash }).hash ?? "";
  const { key } = event;
  return key !== null && linkEvent(event, { seq, hash }, key, sha256).hash === event.hash;
}
