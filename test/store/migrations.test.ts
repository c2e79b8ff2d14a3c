// What an earlier release stored is found by this one.
import { Kysely, PostgresDialect } from "kysely";
import { Migrator } from "kysely/migration";
import pg from "pg";
import { migrate, migrationsOf, steps } from "../../src/store/migrate.ts";
import type { Tables } from "../../src/store/tables.ts";
import { type Databases, databases, query } from "./postgres-server.ts";

const conversation = { key: "19:channel;messageid=1", userId: "29:alex" };
const json = (value: unknown) => `'${JSON.stringify(value)}'::jsonb`;
const requester = { objectId: "alex", tenantId: "tenant" };

/** Before messages were kept until they stand in Teams, and before one alert could fire again. */
const stored = [
  ...["running", "succeeded"].map(
    (
      state,
    ) => `insert into runs (id, requester, cluster, task, show, rule, created_at, conversation, message_id, status)
      values ('R-${state}', ${json(requester)}, '{}', '{}', 'thread', 'r', now(), ${json(conversation)}, 'm-${state}', ${json({ state })})`,
  ),
  `insert into alerts (key, condition, received_at)
    values ('a1', 'fired', '2026-03-01T09:00:10Z'), ('a1', 'resolved', '2026-03-01T09:05:00Z')`,
  `insert into incidents (id, alert_key, cluster_key, place, cluster, alert, conversation, opened_at, status, post)
    values ('I-1', 'a1', 'c', '19:channel', '{}', ${json({ firedAt: "2026-03-01T09:00:00Z" })}, ${json(conversation)},
      now(), ${json({ state: "resolved" })}, ${json({ state: "waiting" })})`,
];

let server: Databases;
let url: string;
beforeAll(async () => {
  server = await databases();
  url = await server.newDatabase("empty");
  const pool = new pg.Pool({ connectionString: url });
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  const { error } = await new Migrator({ db, provider: migrationsOf(steps) }).migrateTo(
    "0005-feedback-mode-retention",
  );
  if (error) throw error;
  await query(url, ...stored);
  await migrate(db);
  await db.destroy();
});
afterAll(() => server.stop());

test("an alert is one firing of its rule, and was resolved when that was heard", async () => {
  const alerts = await query(url, "select * from alerts order by condition");
  const firing = { key: "a1|2026-03-01T09:00:00Z", alert_id: "a1", origin: null };
  expect(alerts).toMatchObject([
    { ...firing, condition: "fired", resolved_at: null },
    { ...firing, condition: "resolved", resolved_at: new Date("2026-03-01T09:05:00Z") },
  ]);
});

test("an incident belongs to the firing that opened it", async () => {
  expect(await query(url, "select alert_key, alert_id, card from incidents")).toEqual([
    { alert_key: "a1|2026-03-01T09:00:00Z", alert_id: "a1", card: null },
  ]);
});

test("a run that goes on is shown where its card stands", async () => {
  const { key, userId } = conversation;
  expect(await query(url, "select * from outbox where key like 'run|%'")).toMatchObject([
    {
      ...{ key: "run|R-running", place: "19:channel", user_id: userId, message_id: "m-running" },
      ...{ state: "resting", final: false, content: { show: "run", runId: "R-running" } },
      conversation: { key, userId },
    },
  ]);
});

test("an incident is shown by the outbox: the card that waited, waits", async () => {
  expect(await query(url, "select * from outbox where key like 'incident|%'")).toMatchObject([
    {
      ...{ key: "incident|I-1", place: "19:channel", message_id: null, state: "waiting", final: true },
      ...{ content: { show: "incident", incidentId: "I-1" }, unsure: 0 },
    },
  ]);
});

test("the mode is full until somebody sets it", async () => {
  expect(await query(url, "select mode, set_by from mode")).toEqual([{ mode: "full", set_by: null }]);
});
