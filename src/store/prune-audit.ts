// Removes the oldest rows of the audit trail and leaves the chain provable: an anchor, itself an entry of the trail,
// names the last row that went and its hash. A trigger lets nothing go that no anchor covers.
import type { Transaction } from "kysely";
import { anchorEntry } from "../core/audit/anchor.ts";
import type { ChainHead } from "../core/audit/chain.ts";
import { insertAudit } from "./audit.ts";
import { lockSealing } from "./seal-audit.ts";
import type { Tables } from "./tables.ts";

/**
 * Removes sealed rows from the beginning of the chain that are older than `cutoff`, at most `batchSize`. True: there
 * may be more. The newest sealed row always stays, so that the chain goes on from it.
 */
export async function pruneAudit(
  db: Transaction<Tables>,
  cutoff: Date,
  now: Date,
  batchSize: number,
): Promise<boolean> {
  await lockSealing(db);
  const oldest = await db
    .selectFrom("audit")
    .select(["seq", "hash", "time"])
    .where("seq", "is not", null)
    .orderBy("seq")
    .limit(batchSize + 1)
    .execute();
  // Times are ISO text in UTC, all of one length. One row more than a batch was read, so the last is never taken.
  const young = oldest.findIndex(({ time }) => time >= cutoff.toISOString());
  const count = young === -1 ? oldest.length - 1 : young;
  const last = oldest[count - 1];
  if (!last?.hash) return false;
  const head: ChainHead = { seq: Number(last.seq), hash: last.hash };
  await insertAudit(db, anchorEntry(now.toISOString(), head, count));
  await db.deleteFrom("audit").where("seq", "<=", head.seq).execute();
  return count === batchSize;
}
