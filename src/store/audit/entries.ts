// The audit trail: entries are written in the transaction that makes a decision, and read back in order.
import { createHash, randomUUID } from "node:crypto";
import { type Kysely, type RawBuilder, type Selectable, sql, type Transaction } from "kysely";
import type { Store } from "../../app/ports/store.ts";
import type { StrayAlerts } from "../../core/alert/alert.ts";
import type { ChainHead, Signer } from "../../core/audit/anchor.ts";
import type { AuditEntry, AuditEvent } from "../../core/audit/audit-event.ts";
import { chainStart, type SealedEvent, type Sha256, sealEvents } from "../../core/audit/chain.ts";
import { looks } from "../../core/incident/story.ts";
import type { NewRow } from "../kit/new-row.ts";
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
    } satisfies NewRow<"audit">)
    .execute();
}

/** Alerts that reached no channel since that time; the newest of them, and how many there were. */
export async function strayAlerts(db: Kysely<Tables>, since: string): Promise<StrayAlerts | null> {
  const { rows } = await sql<StrayAlerts["newest"] & { count: string | number }>`
    select detail ->> 'source' as source, detail ->> 'name' as rule, detail ->> 'named' as named, time,
      count(*) over () as count
    from audit where action = 'alert.fired' and detail ->> 'channels' = '0' and time >= ${since}
    order by time desc, row_id desc limit 1`.execute(db);
  const [newest] = rows;
  if (newest === undefined) return null;
  const { count, ...told } = newest;
  return { count: Number(count), newest: told };
}

/** The newest events, oldest first. */
export async function newestEvents(db: Kysely<Tables>, limit: number): Promise<readonly AuditEvent[]> {
  const rows = await db.selectFrom("audit").selectAll().orderBy("row_id", "desc").limit(limit).execute();
  return rows.reverse().map(toEvent);
}

/** It, and what was merged into it, as the trail has it. */
export const mergedIn = (incident: string | RawBuilder<unknown>) => sql<string>`(
  with recursive merged (id) as (
    select ${incident}::text
    union
    select audit.detail ->> 'from' from audit join merged on audit.detail ->> 'incident' = merged.id
    where action = 'incident.merge' and outcome not in ('denied', 'refused')
  )
  select id from merged)`;

/** Rows of an incident, and of the runs that were asked for in its thread: the first `limit` of them, oldest first. */
export async function incidentTrail(
  db: Kysely<Tables>,
  incident: string,
  limit: number,
): Promise<readonly AuditEvent[]> {
  const isOf = sql<boolean>`detail ->> 'incident' in ${mergedIn(incident)}`;
  // Looks and refusals are no steps of it: however many there are, they leave room for those that are.
  const isStep = sql<boolean>`outcome not in ('denied', 'refused') and action <> all(${[...looks]}::text[])`;
  const rows = await db
    .selectFrom("audit")
    .selectAll()
    .where(isStep)
    .where(({ or, eb, selectFrom }) =>
      or([
        isOf,
        eb(
          "run_id",
          "in",
          selectFrom("audit as of")
            .select("of.run_id")
            .where(sql<boolean>`"of".detail ->> 'incident' in ${mergedIn(incident)}`)
            .where("of.run_id", "is not", null),
        ),
      ]),
    )
    .orderBy("row_id")
    .limit(limit)
    .execute();
  return rows.map(toEvent);
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

// The one writer of the hash chain: gives unsealed rows their place, in the order in which they were written, and signs
// the last of each batch.

export const sealMilliseconds = 1_000;

/** Any fixed number will do, as long as nothing else in this database locks it. */
const sealLock = 7_265_109;
const batchSize = 500;

/**
 * Seals what waits, in batches, and tells `onSealed` of each. Does nothing while another process seals. A signature may
 * come from another machine, so it is made before the transaction: in it, a head that has moved on meanwhile means that
 * somebody else has sealed, and the batch is left to the next pass.
 */
export async function sealAudit(
  db: Kysely<Tables>,
  signer: Signer,
  onSealed: (head: ChainHead) => void = () => {},
): Promise<void> {
  for (;;) {
    const batch = await nextBatch(db, signer);
    const last = batch.sealed.at(-1);
    if (!last || !(await db.transaction().execute((transaction) => writeSeals(transaction, batch)))) return;
    onSealed({ seq: last.seq, hash: last.hash });
    if (batch.sealed.length < batchSize) return;
  }
}

type Batch = Readonly<{ behind: ChainHead; sealed: readonly SealedEvent[] }>;

async function nextBatch(db: Kysely<Tables>, signer: Signer): Promise<Batch> {
  const behind = await chainHead(db);
  const some = await db.selectFrom("audit").select("id").where("seq", "is", null).limit(1).executeTakeFirst();
  if (!some) return { behind, sealed: [] };
  if (behind.seq > 0 && behind.key !== signer.key) await noteKey(db, behind, signer);
  const waiting = await db
    .selectFrom("audit")
    .selectAll()
    .where("seq", "is", null)
    // What says which key is in use now stands before the first row that is sealed with it.
    .orderBy(sql`action = ${keyAction}`, "desc")
    .orderBy("row_id")
    .limit(batchSize)
    .execute();
  return { behind, sealed: await sealEvents(waiting.map(toEvent), behind, signer, sha256) };
}

/** True when the seals were written: nobody seals at this moment, and nobody has since the batch was read. */
async function writeSeals(transaction: Transaction<Tables>, { behind, sealed }: Batch): Promise<boolean> {
  const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${sealLock}) as mine`.execute(
    transaction,
  );
  if (!lock.rows[0]?.mine) return false;
  const now = await chainHead(transaction);
  if (now.seq !== behind.seq || now.hash !== behind.hash) return false;
  const seals = sealed.map(({ id, seq, previousHash, hash, key, signature }) => ({
    ...{ id, seq, hash, signature },
    ...{ previous_hash: previousHash, seal_key: key },
  }));
  await sql`
    update audit set seq = seal.seq, previous_hash = seal.previous_hash, hash = seal.hash,
      seal_key = seal.seal_key, signature = seal.signature
    from jsonb_to_recordset(${JSON.stringify(seals)}::jsonb)
      as seal (id text, seq bigint, previous_hash text, hash text, seal_key text, signature text)
    where audit.id = seal.id`.execute(transaction);
  return true;
}

/** Waits for whoever seals, and keeps others from sealing until the transaction ends. */
export async function lockSealing(transaction: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sealLock})`.execute(transaction);
}

/** The last sealed row, and the key that it was sealed with. */
export async function chainHead(db: Kysely<Tables>): Promise<ChainHead & Readonly<{ key: string | null }>> {
  const row = await db
    .selectFrom("audit")
    .select(["seq", "hash", "seal_key"])
    .where("seq", "is not", null)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.hash
    ? { seq: Number(row.seq), hash: row.hash, key: row.seal_key }
    : { ...chainStart, key: null };
}

const keyAction = "audit.key";

/** Another key is in use from here on: everything up to `behind` was sealed with the former. */
const noteKey = (
  db: Kysely<Tables>,
  behind: ChainHead & Readonly<{ key: string | null }>,
  { key }: Signer,
): Promise<void> =>
  insertAudit(db, systemEntry(keyAction, { key, former: behind.key, upTo: behind.seq, hash: behind.hash }));

/** What the product itself has done. */
export const systemEntry = (
  action: string,
  detail: AuditEntry["detail"],
  outcome: AuditEntry["outcome"] = "recorded",
  time = new Date().toISOString(),
): AuditEntry => ({
  ...{ time, actor: "system", tenant: null, action, outcome },
  ...{ cluster: null, runId: null, rule: null, detail },
});

/** The head of the trail as it stands, and how many rows wait behind it. */
export const auditHeadQueries = (db: Kysely<Tables>): Pick<Store, "auditHead"> => ({
  auditHead: async () => {
    const { seq, hash } = await chainHead(db);
    if (seq === 0) return null;
    const { waiting } = await db
      .selectFrom("audit")
      .select(({ fn }) => fn.countAll().as("waiting"))
      .where("seq", "is", null)
      .executeTakeFirstOrThrow();
    return { seq, hash, unsealed: Number(waiting) };
  },
});
