// What has had its time goes, nothing else does, and the audit trail is proven before and after.
import { type Kysely, sql } from "kysely";
import { insertAudit, sealAudit } from "../../src/store/audit/entries.ts";
import { auditTrail } from "../../src/store/audit/verify.ts";
import { connect } from "../../src/store/kit/connect.ts";
import type { Connection } from "../../src/store/kit/connection.ts";
import { migrate } from "../../src/store/kit/schema.ts";
import { jsonText } from "../../src/store/kit/stored-text.ts";
import type { Tables } from "../../src/store/kit/tables.ts";
import { applyRetention, proveTrail } from "../../src/store/retention.ts";
import { trailInWords } from "../said.ts";
import { newFolder } from "./new-folder.ts";
import { type Databases, databases } from "./postgres-server.ts";
import {
  at,
  auditEntry,
  candidate,
  eventually,
  handlers,
  key,
  opened,
  recordingLog,
  run,
  watch,
} from "./samples.ts";

const now = new Date("2025-06-30T12:00:00.000Z");
const daysAgo = (days: number): string => new Date(now.getTime() - days * 86_400_000).toISOString();
const kept = { outputDays: 30, auditDays: 100 };
const appendOnly = "The audit trail is append-only.";

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

const places: [string, () => Promise<{ dataDir: string } | { databaseUrl: string }>][] = [
  ["PGlite", async () => ({ dataDir: await newFolder() })],
  ["PostgreSQL", async () => ({ databaseUrl: await server.newDatabase() })],
];

describe.each(places)("%s", (_name, place) => {
  let connection: Connection;
  let db: Kysely<Tables>;

  beforeAll(async () => {
    const connected = await connect(await place(), recordingLog());
    if (!connected.ok) throw new Error(connected.reason);
    connection = connected.connection;
    db = connection.db;
    await migrate(db);
  });
  afterAll(() => connection?.close());
  /** As new: the trail's guard is switched off for a moment. */
  beforeEach(async () => {
    const tables = sql.raw(
      "audit, runs, sent_files, feedback, digests, said_places, questions, pending, first_times, conversations, last_clusters, alerts, incident_alerts, incidents, people, outbox, paces",
    );
    await sql`alter table audit disable trigger user`.execute(db);
    await sql`truncate ${tables}`.execute(db);
    await sql`alter table audit enable trigger user`.execute(db);
  });

  const retain = () => applyRetention(db, kept, key, now, recordingLog());
  /** In the words in which it is told. */
  const verify = async (date = now) => trailInWords(await proveTrail(db, key, kept, date));
  /** The trail as the sealer leaves it: one row a day, from `oldest` days ago until today. */
  async function daily(oldest: number): Promise<void> {
    for (let days = oldest; days >= 0; days -= 1) await insertAudit(db, auditEntry({ time: daysAgo(days) }));
    await sealAudit(db, key.signer);
  }
  async function events() {
    const all = [];
    for await (const event of auditTrail(db).events()) all.push(event);
    return all;
  }
  const details = async (action: string) =>
    (await events()).filter((event) => event.action === action).map(({ detail }) => detail);

  describe("outputs", () => {
    async function put(days: number, name: string): Promise<void> {
      const { requester, cluster, task, show, rule, conversation, status } = run({
        status: { state: "succeeded", finishedAt: daysAgo(days), result: null, diagnosis: null },
      });
      const where = jsonText(conversation);
      const [time, key] = [daysAgo(days), name];
      await db
        .insertInto("runs")
        .values({
          ...{ id: key, show, rule, created_at: time, conversation: where },
          ...{ requester: jsonText(requester), cluster: jsonText(cluster) },
          ...{ task: jsonText(task), status: jsonText(status) },
        })
        .execute();
      await db
        .insertInto("feedback")
        .values({ run_id: key, person: "tenant/oid", answer: "yes", answered_at: daysAgo(0) })
        .execute();
      await db
        .insertInto("questions")
        .values({ key, text: "x", conversation: where, received_at: time, owner: "p" })
        .execute();
      const waiting = { reason: "signIn", text: "x", conversation: where } as const;
      await db
        .insertInto("pending")
        .values({ id: key, user_id: "u", created_at: time, ...waiting })
        .execute();
      await db.insertInto("first_times").values({ key, seen_at: time }).execute();
      await db
        .insertInto("conversations")
        .values({ key, user_id: "u", personal: false, reference: where, updated_at: time })
        .execute();
      await db
        .insertInto("last_clusters")
        .values({ conversation_key: key, cluster_id: "/c", cluster_name: "c" })
        .execute();
      await sql`
        insert into outbox (key, place, user_id, conversation, content, final, created_at)
        values (${key}, ${key}, 'u', ${where}, '{}', true, ${time})`.execute(db);
      await db
        .insertInto("alerts")
        .values({ key, alert_id: key, condition: "fired", received_at: time })
        .execute();
      const { alert } = candidate();
      await db
        .insertInto("incidents")
        .values({
          ...{ id: key, cluster_key: "/c", place: key, opened_at: time, severity: null },
          ...{ reopened: 0, open_since: time, untaken_since: time, called: jsonText([]) },
          ...{ cluster: jsonText(cluster), conversation: where, status: jsonText({ state: "open" }) },
          ...{ owner: null, declared: null, looked_for: 0, read_for: 0 },
        })
        .execute();
      await db
        .insertInto("incident_alerts")
        .values({
          ...{ incident_id: key, alert_key: key, alert_id: key, origin: null, alert: jsonText(alert) },
          ...{ received_at: time, status: jsonText({ state: "fired" }) },
        })
        .execute();
      await db.insertInto("people").values({ person: key, name: "Alex", seen_at: time }).execute();
    }
    const tables = {
      runs: "id",
      feedback: "run_id",
      questions: "key",
      pending: "id",
      first_times: "key",
      conversations: "key",
      last_clusters: "conversation_key",
      outbox: "key",
      alerts: "key",
      incidents: "id",
      incident_alerts: "incident_id",
      people: "person",
    } as const;
    async function left(): Promise<Record<string, unknown[]>> {
      const found: Record<string, unknown[]> = {};
      for (const [table, key] of Object.entries(tables)) {
        const rows = await sql<{ key: string }>`
          select ${sql.ref(key)} as key from ${sql.table(table)} order by 1`.execute(db);
        found[table] = rows.rows.map((row) => row.key);
      }
      return found;
    }

    test("older than their days go from every table, and what went is counted on the trail", async () => {
      await put(31, "old");
      await put(29, "young");
      await retain();
      const young = ["young"];
      expect(await left()).toEqual(Object.fromEntries(Object.keys(tables).map((table) => [table, young])));
      expect(await details("retention.apply")).toEqual([
        {
          ...{ before: daysAgo(30), requests: 1, questions: 1, waiting: 1 },
          ...{
            firstTimes: 1,
            conversations: 1,
            alerts: 1,
            incidents: 1,
            messages: 1,
            people: 1,
            places: 0,
            paces: 0,
          },
        },
      ]);
    });

    test("where somebody said to be goes after twelve hours, and with its run what a diagnosis saw", async () => {
      await put(31, "old");
      await put(29, "young");
      for (const [person, hours] of [
        ["early", 13],
        ["late", 11],
      ] as const) {
        const saidAt = new Date(now.getTime() - hours * 3_600_000).toISOString();
        await sql`insert into said_places values (${person}, '{}'::jsonb, null, ${saidAt}::timestamptz)`.execute(
          db,
        );
      }
      for (const [run, verdict] of [
        ["old", "healthy"],
        ["young", "broken"],
      ] as const)
        await sql`insert into digests values ('c', ${verdict}, ${run}, now(), '{}'::jsonb)`.execute(db);
      await retain();
      const places = await db.selectFrom("said_places").select("person").execute();
      const digests = await db.selectFrom("digests").select("run_id").execute();
      expect([places, digests]).toEqual([[{ person: "late" }], [{ run_id: "young" }]]);
    });

    test("a second pass finds nothing, and leaves no trace", async () => {
      await put(31, "old");
      await retain();
      await retain();
      expect(await events()).toHaveLength(1);
    });

    test("more than a batch goes in several, each with its own entry", async () => {
      await sql`insert into first_times (key, seen_at)
        select 'k' || n, ${daysAgo(40)}::timestamptz from generate_series(1, 1100) n`.execute(db);
      await retain();
      expect((await details("retention.apply")).map(({ firstTimes }) => firstTimes)).toEqual([500, 500, 100]);
    });
  });

  describe("the audit trail", () => {
    test("loses what is too old, keeps the rest, and is proven from the anchor on", async () => {
      await daily(103);
      const before = await verify();
      expect(before).toMatchObject({ ok: true, sealed: 104, unsealed: 0, head: { seq: 104 } });
      const last = (await events())[2];
      await retain();
      expect(await verify()).toMatchObject({ ok: true, sealed: 101, unsealed: 1 });
      await sealAudit(db, key.signer);
      expect(await verify()).toMatchObject({
        ...{ ok: true, sealed: 102, unsealed: 0 },
        head: { seq: 105, hash: expect.any(String) },
        removed: { seq: 3, hash: last?.hash, before: daysAgo(100) },
      });
      expect((await events())[0]?.seq).toBe(4);
      expect(await details("audit.prune")).toEqual([
        {
          ...{ upTo: 3, hash: last?.hash, rows: 3, before: daysAgo(100) },
          ...{ key: key.signer.key, signature: expect.any(String) },
        },
      ]);
    });

    test("again, a day later: the newer anchor counts, also once the older one is removed", async () => {
      await daily(103);
      await retain();
      await sealAudit(db, key.signer);
      const later = new Date(now.getTime() + 150 * 86_400_000);
      await insertAudit(db, auditEntry({ time: later.toISOString() }));
      await sealAudit(db, key.signer);
      await applyRetention(db, kept, key, later, recordingLog());
      await sealAudit(db, key.signer);
      expect(await verify(later)).toMatchObject({ ok: true, removed: { seq: 105 }, head: { seq: 107 } });
      expect((await events()).map(({ seq }) => seq)).toEqual([106, 107]);
    });

    test("keeps its newest sealed row, however old: the chain goes on from it", async () => {
      for (const days of [300, 200]) await insertAudit(db, auditEntry({ time: daysAgo(days) }));
      await sealAudit(db, key.signer);
      await retain();
      await sealAudit(db, key.signer);
      expect((await events()).map(({ seq }) => seq)).toEqual([2, 3]);
      expect(await verify()).toMatchObject({ ok: true, removed: { seq: 1 }, head: { seq: 3 } });
    });

    test("more than a batch goes in several, each with its own anchor", async () => {
      await insertAudit(db, auditEntry({ time: daysAgo(200) }));
      await sql`insert into audit (id, time, actor, action, outcome, detail)
        select 'x' || n, ${daysAgo(150)}, 'a', 'a', 'recorded', '{}' from generate_series(1, 1199) n`.execute(
        db,
      );
      await insertAudit(db, auditEntry({ time: daysAgo(1) }));
      await sealAudit(db, key.signer);
      await retain();
      await sealAudit(db, key.signer);
      expect((await details("audit.prune")).map(({ upTo }) => upTo)).toEqual([500, 1000, 1200]);
      expect(await verify()).toMatchObject({ ok: true, sealed: 4, removed: { seq: 1200 } });
    });

    test("what is not sealed yet stays", async () => {
      await insertAudit(db, auditEntry({ time: daysAgo(200) }));
      await retain();
      expect(await events()).toHaveLength(1);
    });

    test.each([
      ["delete from audit where seq = 4", appendOnly],
      ["delete from audit where seq = 105", appendOnly],
      ["delete from audit", appendOnly],
      ["update audit set actor = 'x' where seq = 4", appendOnly],
      ["update audit set detail = '{}' where action = 'audit.prune'", appendOnly],
      ["truncate audit", appendOnly],
      [
        // The hash of another row: who wants to remove rows by hand must at least say so truthfully.
        `insert into audit (id, time, actor, action, outcome, detail)
          select 'x', time, 'a', 'audit.prune', 'recorded', jsonb_build_object('upTo', 50, 'hash', hash)
          from audit where seq = 49`,
        "An anchor names a row of the audit trail and its hash.",
      ],
    ])("still refuses: %s", async (statement, message) => {
      await daily(103);
      await retain();
      await sealAudit(db, key.signer);
      await expect(sql.raw(statement).execute(db)).rejects.toThrow(message);
      expect(await verify()).toMatchObject({ ok: true });
    });

    test("a row of today is not removed behind any anchor", async () => {
      await insertAudit(db, auditEntry({ time: new Date().toISOString() }));
      await insertAudit(db, auditEntry({ time: new Date().toISOString() }));
      await sealAudit(db, key.signer);
      await expect(
        applyRetention(db, kept, key, new Date(Date.now() + 400 * 86_400_000), recordingLog()),
      ).rejects.toThrow(appendOnly);
      expect(await verify()).toMatchObject({ ok: true, sealed: 2, unsealed: 0 });
    });

    test.each([
      ["update audit set actor = 'x' where seq = 50", 50, "Row 50 was changed"],
      [
        "update audit set detail = detail || '{\"rows\": 2}' where seq = 105",
        105,
        "was not signed by the product",
      ],
      ["delete from audit where seq = 4", 5, "Rows up to 4 are missing"],
      ["delete from audit where seq = 105", 4, "Rows up to 3 are missing"],
      ["update audit set detail = '{}' where seq = 105", 4, "Rows up to 3 are missing"],
      ["update audit set detail = detail || '{\"upTo\": 2}' where seq = 105", 4, "Rows up to 3 are missing"],
    ])("shows what somebody did who switched the guard off: %s", async (statement, atSeq, reason) => {
      await daily(103);
      await retain();
      await sealAudit(db, key.signer);
      await sql.raw("alter table audit disable trigger user").execute(db);
      await sql.raw(statement).execute(db);
      expect(await verify()).toEqual({ ok: false, atSeq, reason: expect.stringContaining(reason) });
    });
  });
});

test("is applied once the jobs have started", async () => {
  const { store, jobs, close } = await opened({ databaseUrl: await server.newDatabase() });
  const old = run({ createdAt: new Date(Date.now() - 31 * 86_400_000).toISOString() });
  await store.createRun(old, null, [], auditEntry());
  await jobs.start(handlers({ execute: async () => {} }));
  await eventually(async () => (await store.run(old.id)) === null);
  expect(await store.auditEvents(1)).toMatchObject([{ action: "retention.apply", actor: "system" }]);
  await close();
});

test("is applied once a day by one of several processes", async () => {
  const databaseUrl = await server.newDatabase();
  const all = await Promise.all([1, 2, 3].map(() => opened({ databaseUrl })));
  for (const { jobs } of all) await jobs.start(handlers({ execute: async () => {} }));
  const connected = await connect({ databaseUrl }, recordingLog());
  if (!connected.ok) throw new Error(connected.reason);
  const { db } = connected.connection;
  const count = sql<{ jobs: number }>`select count(*)::int as jobs from pgboss.job where name = 'retention'`;
  expect((await count.execute(db)).rows).toEqual([{ jobs: 1 }]);
  await connected.connection.close();
  await Promise.all(all.map(({ close }) => close()));
});

test("whoever is forgotten leaves what they had a channel watch to the channel", async () => {
  const { store, close } = await opened({ databaseUrl: await server.newDatabase() });
  const by = { objectId: "megan", tenantId: "tenant", displayName: "Megan Bowen" };
  const [theirs, others] = [watch({ since: at(1) }), watch({ since: at(2), by })];
  for (const each of [theirs, others]) await store.addWatch(each, auditEntry());
  const person = { ...theirs.by, userId: theirs.conversation.userId };
  await store.forget(person, (detail) => ({ ...auditEntry(), detail }));
  const left = await store.watches();
  expect(left.map(({ cluster }) => cluster.id)).toEqual([theirs, others].map(({ cluster }) => cluster.id));
  expect(JSON.stringify(left)).not.toContain(person.objectId);
  expect(JSON.stringify(left)).not.toContain(person.userId);
  expect(left.map(({ by }) => by.displayName)).toEqual(["somebody who was forgotten", others.by.displayName]);
  await close();
});
