// The audit trail: entries are written in the transaction that makes a decision, and read back in order.
import { createHash, randomUUID } from "node:crypto";
import type { Kysely, Selectable } from "kysely";
import { anchorAction, anchorOf } from "../core/audit/anchor.ts";
import type { AuditEntry, AuditEvent } from "../core/audit/audit-event.ts";
import {
  type ChainCheck,
  type ChainHead,
  chainStart,
  type Sha256,
  verifyChain,
} from "../core/audit/chain.ts";
import { jsonText } from "./json-text.ts";
import type { AuditTable, Tables } from "./tables.ts";

const pageSize = 1_000;

export const sha256: Sha256 = (text) => createHash("sha256").update(text, "utf8").digest("hex");

/** Adds an unsealed row; within a transaction when `db` is one. */
export async function insertAudit(db: Kysely<Tables>, entry: AuditEntry): Promise<void> {
  const { runId, detail, ...columns } = entry;
  await db
    .insertInto("audit")
    .values({
      ...columns,
      id: randomUUID(),
      run_id: runId,
      detail: jsonText(detail),
    })
    .execute();
}

/** The newest events, oldest first. */
export async function newestEvents(db: Kysely<Tables>, limit: number): Promise<readonly AuditEvent[]> {
  const rows = await db.selectFrom("audit").selectAll().orderBy("row_id", "desc").limit(limit).execute();
  return rows.reverse().map(toEvent);
}

/** The whole trail in pages: sealed rows by their place in the chain, then the unsealed tail. */
async function* allEvents(db: Kysely<Tables>): AsyncGenerator<readonly AuditEvent[]> {
  let last = 0;
  for (;;) {
    const page = await inOrder(db, last).where("seq", "is not", null).limit(pageSize).execute();
    if (page.length < pageSize) break;
    yield page.map(toEvent);
    last = Number(page.at(-1)?.seq);
  }
  // The end in one statement: a row that is sealed meanwhile is neither missed nor read twice.
  yield (await inOrder(db, last).execute()).map(toEvent);
}

const inOrder = (db: Kysely<Tables>, after: number) =>
  db
    .selectFrom("audit")
    .selectAll()
    .where((where) => where.or([where("seq", ">", after), where("seq", "is", null)]))
    .orderBy("seq", (order) => order.asc().nullsLast())
    .orderBy("row_id");

/** `removed`: the last row that retention took; the check begins behind it. */
export type TrailCheck = Readonly<
  (Extract<ChainCheck, { ok: true }> & { removed?: ChainHead }) | Extract<ChainCheck, { ok: false }>
>;

/** What reads the trail, and changes nothing. */
export type AuditTrail = Readonly<{
  /** Checks the hash chain from its first row, or from behind the rows that retention removed. */
  verify(): Promise<TrailCheck>;
  /** Every event: sealed ones in order, then the unsealed tail. */
  events(): AsyncIterable<AuditEvent>;
}>;

export const auditTrail = (db: Kysely<Tables>): AuditTrail => ({
  // One snapshot: what is sealed or removed meanwhile does not look like a broken chain.
  verify: () => db.transaction().setIsolationLevel("repeatable read").execute(verifyTrail),
  events: () => eachEvent(db),
});

async function* eachEvent(db: Kysely<Tables>): AsyncGenerator<AuditEvent> {
  for await (const page of allEvents(db)) yield* page;
}

/** Checks the whole chain; the first row that does not fit ends it. */
async function verifyTrail(db: Kysely<Tables>): Promise<TrailCheck> {
  const anchor = await newestAnchor(db);
  const removed = anchor ? anchorOf(anchor) : null;
  if (anchor && !removed) {
    const reason = "The entry that says what retention removed was changed: it names no row and no hash.";
    return { ok: false, atSeq: anchor.seq ?? 0, reason };
  }
  let sealed = 0;
  let unsealed = 0;
  let head: ChainHead = removed ?? chainStart;
  for await (const page of allEvents(db)) {
    const check = verifyChain(page, sha256, head);
    if (!check.ok) return check;
    sealed += check.sealed;
    unsealed += check.unsealed;
    head = check.head;
  }
  return { ok: true, sealed, unsealed, head, ...(removed ? { removed } : {}) };
}

/** Its own place in the chain proves it like any other row. Null: every row since the first is there. */
async function newestAnchor(db: Kysely<Tables>): Promise<AuditEvent | null> {
  const row = await db
    .selectFrom("audit")
    .selectAll()
    .where("action", "=", anchorAction)
    .orderBy("row_id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? toEvent(row) : null;
}

export const toEvent = (row: Selectable<AuditTable>): AuditEvent => ({
  id: row.id,
  time: row.time,
  actor: row.actor,
  tenant: row.tenant,
  action: row.action,
  outcome: row.outcome,
  cluster: row.cluster,
  runId: row.run_id,
  rule: row.rule,
  detail: row.detail,
  seq: row.seq === null ? null : Number(row.seq),
  previousHash: row.previous_hash,
  hash: row.hash,
});
