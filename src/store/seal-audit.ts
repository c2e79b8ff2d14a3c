// The one writer of the hash chain: gives unsealed rows their place, in the order in which they were written.
import { type Kysely, sql, type Transaction } from "kysely";
import { type ChainHead, chainStart, sealEvent } from "../core/audit/chain.ts";
import { sha256, toEvent } from "./audit.ts";
import type { Tables } from "./tables.ts";

export const sealMilliseconds = 1_000;

/** Any fixed number will do, as long as nothing else in this database locks it. */
const sealLock = 7_265_109;
const batchSize = 500;

/**
 * Seals what waits, in batches. Does nothing while another process seals. The lock ends with the transaction, so
 * the next sealer sees the head of the chain that this one wrote.
 */
export async function sealAudit(db: Kysely<Tables>): Promise<void> {
  while ((await db.transaction().execute(sealBatch)) === batchSize);
}

async function sealBatch(transaction: Transaction<Tables>): Promise<number> {
  const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${sealLock}) as mine`.execute(
    transaction,
  );
  if (!lock.rows[0]?.mine) return 0;
  const waiting = await transaction
    .selectFrom("audit")
    .selectAll()
    .where("seq", "is", null)
    .orderBy("row_id")
    .limit(batchSize)
    .execute();
  if (waiting.length === 0) return 0;
  let head = await chainHead(transaction);
  const seals = waiting.map((row) => {
    const sealed = sealEvent(toEvent(row), head.hash, head.seq + 1, sha256);
    head = sealed;
    return { id: sealed.id, seq: sealed.seq, previous_hash: sealed.previousHash, hash: sealed.hash };
  });
  await sql`
    update audit set seq = seal.seq, previous_hash = seal.previous_hash, hash = seal.hash
    from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
      as seal (id text, seq bigint, previous_hash text, hash text)
    where audit.id = seal.id`.execute(transaction);
  return seals.length;
}

/** Waits for whoever seals, and keeps others from sealing until the transaction ends. */
export async function lockSealing(transaction: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sealLock})`.execute(transaction);
}

async function chainHead(transaction: Transaction<Tables>): Promise<ChainHead> {
  const row = await transaction
    .selectFrom("audit")
    .select(["seq", "hash"])
    .where("seq", "is not", null)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.hash ? { seq: Number(row.seq), hash: row.hash } : chainStart;
}
