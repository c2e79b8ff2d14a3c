// Somebody who owns the database, with every right in it and without the key: whatever they do to the audit trail, the
// verification says what is wrong. Played on a real PostgreSQL, with the guards taken away.
import { type Kysely, sql } from "kysely";
import { anchorEntry, type ChainHead } from "../../../src/core/audit/anchor.ts";
import type { AuditEvent } from "../../../src/core/audit/audit-event.ts";
import { chainStart, linkEvent } from "../../../src/core/audit/chain.ts";
import { insertAudit, sealAudit, sha256 } from "../../../src/store/audit/entries.ts";
import { pruneAudit } from "../../../src/store/audit/prune.ts";
import { checkWith, ephemeralKey, type TrailKey, trailWatch } from "../../../src/store/audit/trail-key.ts";
import { auditTrail } from "../../../src/store/audit/verify.ts";
import { connect } from "../../../src/store/kit/connect.ts";
import type { Connection } from "../../../src/store/kit/connection.ts";
import { migrate } from "../../../src/store/kit/schema.ts";
import type { Tables } from "../../../src/store/kit/tables.ts";
import { applyRetention } from "../../../src/store/retention.ts";
import { trailInWords } from "../../said.ts";
import { type Databases, databases } from "../postgres-server.ts";
import { auditEntry, clock, key, recordingLog } from "../samples.ts";

const now = new Date("2026-11-25T12:00:00.000Z");
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
const kept = { outputDays: 30, auditDays: 100 };

let server: Databases;
let connection: Connection;
let db: Kysely<Tables>;

beforeAll(async () => {
  server = await databases();
  const connected = await connect({ databaseUrl: await server.newDatabase() }, recordingLog());
  if (!connected.ok) throw new Error(connected.reason);
  connection = connected.connection;
  db = connection.db;
  await migrate(db);
  // What the database's owner can do first of all.
  await run(
    "drop trigger audit_append_only on audit",
    "drop trigger audit_not_emptied on audit",
    "drop trigger audit_anchor_is_true on audit",
    "alter table audit drop constraint audit_seq_key, drop constraint audit_id_key, drop constraint audit_check",
    "alter table audit alter row_id drop identity, drop constraint audit_pkey",
    "create sequence audit_rows",
    "alter table audit alter row_id set default nextval('audit_rows')",
  );
});
afterAll(async () => {
  await connection?.close();
  await server.stop();
});
beforeEach(() => run("truncate audit", "alter sequence audit_rows restart"));

async function run(...statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}

/** `sizes` of batches; one row a day, the last of today. */
async function trail(sizes: readonly number[] = [4, 4, 4], by: TrailKey = key): Promise<void> {
  let left = sizes.reduce((sum, size) => sum + size, 0);
  for (const size of sizes) {
    for (let row = 0; row < size; row += 1) {
      left -= 1;
      await insertAudit(db, auditEntry({ time: daysAgo(left), detail: { row: left } }));
    }
    await sealAudit(db, by.signer);
  }
}

async function events(): Promise<AuditEvent[]> {
  const all: AuditEvent[] = [];
  for await (const event of auditTrail(db).events()) all.push(event);
  return all;
}

const heads = async () => (await events()).flatMap(({ seq, hash }) => (seq && hash ? [{ seq, hash }] : []));

/** In the words in which it is told. */
const verify = async (outside: readonly ChainHead[] = [], auditDays = kept.auditDays) =>
  trailInWords(
    await auditTrail(db).verify({
      check: checkWith([key.publicKey]),
      outside,
      removedBefore: new Date(daysAgo(auditDays)),
    }),
  );

const found = (atSeq: number, reason: string) => ({
  ok: false,
  atSeq,
  reason: expect.stringContaining(reason),
});

/** Puts these in the place of all rows. */
async function rewrite(rows: readonly AuditEvent[]): Promise<void> {
  await run("truncate audit");
  for (const { rowId, runId, previousHash, key: sealKey, detail, ...row } of rows)
    await db
      .insertInto("audit")
      .values({
        ...row,
        ...{ row_id: rowId, run_id: runId, previous_hash: previousHash, seal_key: sealKey },
        detail: JSON.stringify(detail),
      })
      .execute();
}

/** All hashes anew, by the algorithm, which is no secret. */
function relink(rows: readonly AuditEvent[]): AuditEvent[] {
  let head: ChainHead = chainStart;
  return rows.map((row) => {
    const linked = linkEvent(row, head, row.key ?? "", sha256);
    head = linked;
    return { ...linked, key: row.key, signature: row.signature };
  });
}
const changed = (rows: readonly AuditEvent[], seq: number) =>
  rows.map((row) => (row.seq === seq ? { ...row, actor: "somebody else" } : row));

test("left alone, the trail is intact", async () => {
  await trail();
  expect(await verify()).toMatchObject({
    ok: true,
    sealed: 12,
    unsealed: 0,
    unknownKeys: null,
  });
});

describe("one row", () => {
  test("every column of a sealed row is proven, whatever columns there are", async () => {
    const columns = await sql<{ name: string; type: string }>`
      select column_name as name, data_type as type from information_schema.columns
      where table_name = 'audit' order by ordinal_position`.execute(db);
    const others: Readonly<Record<string, string>> = {
      bigint: "99",
      text: "'somebody else'",
      jsonb: `'{"row": 99}'`,
    };
    expect(columns.rows.length).toBeGreaterThan(14);
    for (const { name, type } of columns.rows) {
      await run("truncate audit", "alter sequence audit_rows restart");
      await trail();
      const other = others[type];
      if (other === undefined) throw new Error(`No other value for a column of type ${type}.`);
      await run(`update audit set "${name}" = ${other} where seq = 6`);
      expect({ name, ...(await verify()) }).toMatchObject({ name, ok: false });
    }
  });

  test("letters moved from one field into the next, and a field that was not there", async () => {
    await trail();
    await run("update audit set actor = 'oidt', tenant = 'enant' where seq = 6");
    expect(await verify()).toEqual(found(6, "Row 6 was changed"));
    await run("update audit set actor = 'oid', tenant = 'tenant' where seq = 6");
    expect(await verify()).toMatchObject({ ok: true });
    await run("update audit set tenant = null where seq = 6");
    expect(await verify()).toEqual(found(6, "Row 6 was changed"));
  });

  test("a fact named __proto__ is proven like any other", async () => {
    const detail = JSON.parse('{"__proto__":"a","b":1}');
    await insertAudit(db, auditEntry({ detail }));
    await sealAudit(db, key.signer);
    expect(await verify()).toMatchObject({ ok: true, sealed: 1 });
    await run(`update audit set detail = '{"__proto__":"z","b":1}'`);
    expect(await verify()).toEqual(found(1, "Row 1 was changed"));
  });

  test.each([
    ["removed from the middle", "delete from audit where seq = 6", 7, "Row 6 is missing"],
    ["put in twice", "insert into audit select * from audit where seq = 6", 6, "there twice"],
    [
      "in another's place",
      "update audit set seq = case seq when 5 then 6 else 5 end where seq in (5, 6)",
      5,
      "Row 5 does not continue row 4",
    ],
    [
      "taken out of the chain",
      "update audit set seq = null, hash = null where seq = 6",
      7,
      "Row 6 is missing",
    ],
  ])("%s", async (_how, statement, atSeq, reason) => {
    await trail();
    await run(statement);
    expect(await verify()).toEqual(found(atSeq, reason));
  });

  test("twice where two pages of the reader meet", async () => {
    await run(
      `insert into audit (id, time, actor, action, outcome, detail)
       select 'x' || n, '${daysAgo(0)}', 'a', 'a', 'recorded', '{}' from generate_series(1, 1100) n`,
    );
    await sealAudit(db, key.signer);
    expect(await verify()).toMatchObject({ ok: true, sealed: 1100 });
    await run(
      `insert into audit (id, time, actor, action, outcome, detail, seq, previous_hash, hash, seal_key)
       select 'forged', time, 'x', action, outcome, detail, seq, previous_hash, hash, seal_key from audit where seq = 1000`,
    );
    expect(await verify()).toEqual(found(1000, "there twice"));
  });
});

describe("hashes worked out anew", () => {
  test.each([
    ["signatures kept", (rows: AuditEvent[]) => rows, 8, "The signature of row 8 does not fit"],
    [
      "signatures taken away",
      (rows: AuditEvent[]) => rows.map((row) => ({ ...row, signature: null })),
      12,
      "No row is signed",
    ],
    [
      "as if there had been no key",
      (rows: AuditEvent[]) => rows.map((row) => ({ ...row, signature: null, key: null })),
      1,
      "Row 1 was sealed without a key",
    ],
    [
      "another's signature under it",
      (rows: AuditEvent[]) => rows.map((row) => ({ ...row, signature: rows[3]?.signature ?? null })),
      1,
      "The signature of row 1 does not fit",
    ],
  ])("%s", async (_how, forge, atSeq, reason) => {
    await trail();
    await rewrite(relink(forge(changed(await events(), 6))));
    expect(await verify()).toEqual(found(atSeq, reason));
  });

  test("signed with a key of their own: never proven, and the key is named", async () => {
    const theirs = ephemeralKey();
    await trail([4, 4, 4], theirs);
    expect(await verify()).toMatchObject({ ok: true, unknownKeys: { keys: [theirs.signer.key], upTo: 12 } });
    // Nor once the product goes on behind it.
    await trail([2]);
    expect(await verify()).toMatchObject({ ok: true, unknownKeys: { keys: [theirs.signer.key], upTo: 12 } });
    expect((await events()).at(12)).toMatchObject({
      ...{ action: "audit.key", seq: 13 },
      detail: { key: key.signer.key, former: theirs.signer.key, upTo: 12 },
    });
  });

  test.each(["\u001b[2JThe audit trail is intact", "0".repeat(31), "A".repeat(32)])(
    "signed with a key whose id can be none: %j",
    async (name) => {
      await insertAudit(db, auditEntry());
      await sealAudit(db, { ...ephemeralKey().signer, key: name });
      expect(await verify()).toEqual(found(1, "The signature of row 1 does not fit"));
    },
  );

  test("signed with a key of their own under the product's name", async () => {
    const theirs = { ...ephemeralKey().signer, key: key.signer.key };
    await insertAudit(db, auditEntry());
    await sealAudit(db, theirs);
    expect(await verify()).toEqual(found(1, "The signature of row 1 does not fit"));
  });
});

describe("the end of the trail", () => {
  test.each([
    ["cut behind a signature", "delete from audit where seq > 8", 8, "the trail ends at row 8"],
    ["all of it gone, numbers from one again", "truncate audit", 0, "the trail ends at row 0"],
  ])("%s: a head from elsewhere shows it", async (_how, statement, atSeq, reason) => {
    await trail();
    const written = (await heads()).slice(-1);
    await run(statement, "alter sequence audit_rows restart");
    expect(await verify()).toMatchObject({ ok: true });
    expect(await verify(written)).toEqual(found(atSeq, reason));
  });

  test("cut within a batch: no signature stands behind it", async () => {
    await trail();
    await run("delete from audit where seq > 10");
    expect(await verify()).toEqual(found(10, "The rows behind 8 are not signed"));
  });

  test("an older backup put back, and gone on from: a head from elsewhere shows it", async () => {
    await trail([4]);
    const backup = await events();
    await trail([4]);
    const written = await heads();
    await rewrite(backup);
    await trail([5]);
    expect(await verify()).toMatchObject({ ok: true, sealed: 9 });
    expect(await verify(written)).toEqual(found(5, "Row 5 is not the row that stood there"));
  });

  test("cut, and gone on from to the very place of a head: the newer head does not hide the older", async () => {
    await trail([4, 4]);
    const before = (await heads()).slice(-1);
    await run("delete from audit where seq > 4");
    await trail([4]);
    const after = (await heads()).slice(-1);
    expect(await verify(after)).toMatchObject({ ok: true, heads: 1 });
    expect(await verify([...before, ...after])).toEqual(found(8, "written down elsewhere twice"));
  });

  test.each([
    ["cut", "delete from audit where seq > 4"],
    ["emptied", "truncate audit"],
    ["replaced", "update audit set hash = repeat('0', 64) where seq = 8"],
  ])("%s while the product runs: it says so in its log and on the trail itself", async (_how, statement) => {
    await trail([4]);
    const log = recordingLog();
    const watch = await trailWatch(db, null, clock, log);
    await insertAudit(db, auditEntry());
    for (let row = 0; row < 3; row += 1) await insertAudit(db, auditEntry());
    await sealAudit(db, key.signer, watch.sealed);
    await watch.look();
    expect(log.lines).toEqual([]);
    await run(statement);
    await watch.look();
    await watch.look();
    expect(log.lines).toEqual([expect.stringContaining("audit trail was cut or replaced")]);
    expect((await events()).at(-1)).toMatchObject({
      action: "audit.cut",
      outcome: "failed",
      detail: { seq: 8 },
    });
  });
});

describe("set back, and gone on from before the next look: the running product says so", () => {
  test.each([
    ["what was written down before", 1, "delete from audit where seq > 4"],
    ["what was sealed since, behind what was written down", 2, "delete from audit where seq > 5"],
  ])("%s", async (_what, batches, statement) => {
    const log = recordingLog();
    const watch = await trailWatch(db, null, clock, log);
    const seal = async (rows: number) => {
      for (let row = 0; row < rows; row += 1) await insertAudit(db, auditEntry());
      await sealAudit(db, key.signer, watch.sealed);
    };
    await seal(5);
    await watch.look();
    if (batches > 1) await seal(3);
    await run(statement);
    await seal(6);
    await watch.look();
    await watch.look();
    expect(log.lines).toEqual([expect.stringContaining("audit trail was cut or replaced")]);
  });
});

describe("what retention may remove", () => {
  const forgedAnchor = async (upTo: number, detail: string = "'{}'") =>
    run(
      `insert into audit (id, time, actor, action, outcome, detail)
       select 'forged', '${daysAgo(0)}', 'system', 'audit.prune', 'recorded',
         jsonb_build_object('upTo', seq, 'hash', hash, 'rows', seq) || ${detail}::jsonb
       from audit where seq = ${upTo}`,
      `delete from audit where seq <= ${upTo}`,
    );

  test("a true hash, and nobody's signature: not believed, before it is sealed and after", async () => {
    await trail();
    await forgedAnchor(5);
    expect(await verify()).toEqual(found(0, "was not signed by the product"));
    await sealAudit(db, key.signer);
    expect(await verify()).toEqual(found(13, "was not signed by the product"));
  });

  test("a signature that was made for other rows", async () => {
    await trail([4, 100]);
    await applyRetention(db, kept, key, now, recordingLog());
    await sealAudit(db, key.signer);
    const { detail } = (await events()).at(-1) ?? auditEntry();
    expect(await verify()).toMatchObject({ ok: true, removed: { seq: 3 } });
    const { signature, before } = detail;
    await forgedAnchor(50, `'${JSON.stringify({ signature, before, key: key.signer.key })}'`);
    expect(await verify()).toEqual(found(0, "was not signed by the product"));
  });

  test("signed with a key of their own: never proven, and the key is named", async () => {
    await trail([4, 100]);
    const theirs = ephemeralKey();
    await run(
      `create or replace function audit_prune() returns void language sql as $$
        delete from audit where seq <= (select (detail ->> 'upTo')::bigint from audit where action = 'audit.prune' order by row_id desc limit 1) $$`,
    );
    await applyRetention(db, { ...kept, auditDays: 50 }, theirs, now, recordingLog());
    await sealAudit(db, key.signer);
    expect(await verify([], 50)).toMatchObject({ ok: true, unknownKeys: { keys: [theirs.signer.key] } });
  });

  test.each([
    ["a time", { before: "\u001b[2Jintact" }, "was not signed by the product"],
    ["a hash", { hash: "\u001b[2Jintact".padEnd(64, ".") }, "names no row and no hash"],
  ])("signed with a key of their own, and %s that is none", async (_what, other, reason) => {
    await trail([4, 100]);
    const theirs = ephemeralKey().signer;
    const anchor = { upTo: 4, hash: "", rows: 4, before: daysAgo(100) };
    const { hash } = (await heads())[3] ?? anchor;
    const { detail, ...entry } = await anchorEntry(daysAgo(0), { ...anchor, hash, ...other }, theirs);
    await insertAudit(db, { ...entry, detail });
    await run("delete from audit where seq <= 4");
    expect(await verify()).toEqual(found(0, reason));
  });

  test("heads of rows that are gone are not among those that were compared, but the last of them is", async () => {
    await trail([4, 100]);
    const written = [chainStart, ...(await heads()).slice(0, 5)];
    expect(await verify(written)).toMatchObject({ ok: true, sealed: 104, removed: null, heads: 5 });
    await applyRetention(db, kept, key, now, recordingLog());
    expect(await verify(written)).toMatchObject({ ok: true, sealed: 101, removed: { seq: 3 }, heads: 3 });
  });

  test("rows are gone with no word at all", async () => {
    await trail();
    await run("delete from audit where seq <= 5");
    expect(await verify()).toEqual(found(6, "Rows up to 5 are missing"));
  });

  test("what is younger than it is to be kept was removed by a shorter retention", async () => {
    await trail([4, 100]);
    await applyRetention(db, { ...kept, auditDays: 50 }, key, now, recordingLog());
    await sealAudit(db, key.signer);
    expect(await verify([], 50)).toMatchObject({ ok: true });
    expect(await verify([], 100)).toEqual(found(54, "Rows up to 53 were removed too early"));
  });

  test("young rows made to look old are not removed: the product finds them changed first, and says so", async () => {
    await trail([4, 4, 4]);
    await run(`update audit set time = '${daysAgo(300)}' where seq <= 4`);
    const log = recordingLog();
    await applyRetention(db, kept, key, now, log);
    expect((await events()).filter(({ seq }) => seq !== null)).toHaveLength(12);
    expect(log.lines).toEqual([expect.stringContaining("audit trail was changed")]);
    expect((await events()).at(-1)).toMatchObject({
      action: "audit.verify",
      outcome: "failed",
      detail: { atSeq: 1 },
    });
  });
});

describe("what is made to look old once the trail was proven", () => {
  test.each([
    ["with old rows before it", [204, 203, 202, 201], "seq = 5"],
    ["all rows from the first", [], "seq <= 4"],
  ])("%s: it is not removed", async (_how, old, which) => {
    for (const days of [...old, 4, 3, 2, 1, 0]) await insertAudit(db, auditEntry({ time: daysAgo(days) }));
    await sealAudit(db, key.signer);
    await run(`update audit set time = '${daysAgo(200)}' where ${which}`);
    await pruneAudit(db, key.signer, new Date(daysAgo(kept.auditDays)), now, 500);
    expect((await events()).filter(({ seq }) => seq !== null)).toHaveLength(5);
  });
});

test("rows without a key are never taken, wherever they stand", async () => {
  await trail([4]);
  const all = await events();
  const forged = all.slice(-1).map((row) => ({ ...row, id: "x", seq: 5, key: null, signature: null }));
  await rewrite(relink([...all, ...forged]));
  expect(await verify()).toEqual(found(5, "Row 5 was sealed without a key"));
  await rewrite(relink(all.map((row) => ({ ...row, key: null, signature: null }))));
  expect(await verify()).toEqual(found(1, "Row 1 was sealed without a key"));
  // The product seals behind them all the same: that proves nothing.
  await trail([3]);
  expect(await verify()).toEqual(found(1, "Row 1 was sealed without a key"));
});

describe("two that seal at once", () => {
  test("whoever finds the lock taken leaves the rows to the other", async () => {
    await insertAudit(db, auditEntry());
    await db.transaction().execute(async (transaction) => {
      // The lock as the other process holds it, taken by number so that this test does not follow the code.
      await sql`select pg_advisory_xact_lock(7265109)`.execute(transaction);
      await sealAudit(db, key.signer);
      expect((await events()).map(({ seq }) => seq)).toEqual([null]);
    });
    await sealAudit(db, key.signer);
    expect((await events()).map(({ seq }) => seq)).toEqual([1]);
  });

  test("whoever signs while another seals more does not write over it", async () => {
    await insertAudit(db, auditEntry());
    const slow = {
      key: key.signer.key,
      sign: async (text: string) => {
        // A row that was written earlier and committed later, as by a transaction that took longer.
        await run(`insert into audit (row_id, id, time, actor, action, outcome, detail)
          values (0, 'earlier', '${daysAgo(0)}', 'a', 'a', 'recorded', '{}')`);
        await sealAudit(db, key.signer);
        return key.signer.sign(text);
      },
    };
    await sealAudit(db, slow);
    expect(await verify()).toMatchObject({ ok: true, sealed: 2, unsealed: 0 });
  });

  test("again and again: one chain, and nobody fails", async () => {
    for (let round = 0; round < 30; round += 1) {
      for (let row = 0; row < 5; row += 1) await insertAudit(db, auditEntry());
      await Promise.all([1, 2, 3].map(() => sealAudit(db, key.signer)));
    }
    await sealAudit(db, key.signer);
    expect(await verify()).toMatchObject({ ok: true, sealed: 150, unsealed: 0 });
  });
});
