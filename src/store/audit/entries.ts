// The audit trail: entries are written in the transaction that makes a decision, and read back in order.
import { createHash, randomUUID } from "node:crypto";
import type { Kysely, Selectable } from "kysely";
import type { AuditEntry, AuditEvent } from "../../core/audit/audit-event.ts";
import type { Sha256 } from "../../core/audit/chain.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { AuditTable, Tables } from "../kit/tables.ts";

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
export async function* allEvents(db: Kysely<Tables>): AsyncGenerator<readonly AuditEvent[]> {
  let last: Place | null = null;
  for (;;) {
    const page = await inOrder(db, last).where("seq", "is not", null).limit(pageSize).execute();
    if (page.length < pageSize) break;
    yield page.map(toEvent);
    last = placeOf(page.at(-1)) ?? last;
  }
  // The end in one statement: a row that is sealed meanwhile is neither missed nor read twice.
  yield (await inOrder(db, last).execute()).map(toEvent);
}

/** Both, since somebody may have taken the rule away that no two rows have one `seq`: none may fall between two pages. */
type Place = Readonly<{ seq: number; rowId: number }>;

const placeOf = (row: Selectable<AuditTable> | undefined): Place | null =>
  row ? { seq: Number(row.seq), rowId: Number(row.row_id) } : null;

const inOrder = (db: Kysely<Tables>, after: Place | null) =>
  db
    .selectFrom("audit")
    .selectAll()
    .$if(after !== null, (query) =>
      query.where(({ and, or, eb }) =>
        or([
          eb("seq", ">", after?.seq ?? 0),
          and([eb("seq", "=", after?.seq ?? 0), eb("row_id", ">", after?.rowId ?? 0)]),
          eb("seq", "is", null),
        ]),
      ),
    )
    .orderBy("seq", (order) => order.asc().nullsLast())
    .orderBy("row_id");

export const toEvent = (row: Selectable<AuditTable>): AuditEvent => ({
  id: row.id,
  rowId: Number(row.row_id),
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
  key: row.seal_key,
  signature: row.signature,
});
