// Who may be taken for gone: not after an outage or a jump of the database's clock, when everybody's last sign of life
// is old; and whose run is left alone since somebody has it in leases.
import { type Kysely, sql } from "kysely";
import { connect } from "../../../src/store/kit/connect.ts";
import type { Connection } from "../../../src/store/kit/connection.ts";
import { heartbeat, isGone, registerProcess, unregisterProcess } from "../../../src/store/kit/processes.ts";
import { thisRelease, upgradeSchema, upgradeTimeouts } from "../../../src/store/kit/schema.ts";
import type { Tables } from "../../../src/store/kit/tables.ts";
import { runLeases } from "../../../src/store/run/run-leases.ts";
import { type Databases, databases } from "../postgres-server.ts";
import { auditEntry, opened, recordingLog, run } from "../samples.ts";

let server: Databases;
let databaseUrl: string;
let connection: Connection;
let db: Kysely<Tables>;

beforeAll(async () => {
  server = await databases();
  databaseUrl = await server.newDatabase();
  const connected = await connect({ databaseUrl }, recordingLog());
  if (!connected.ok) throw new Error(connected.reason);
  connection = connected.connection;
  db = connection.db;
  await upgradeSchema(db, {
    alone: true,
    release: thisRelease,
    timeouts: upgradeTimeouts,
    log: recordingLog(),
  });
});
afterAll(async () => {
  await connection.close();
  await server.stop();
});

/** Seconds since a process was last heard of (negative: the clock was set back since), and since when it is steady. */
async function heard(id: string, ago: number, steadyFor: number): Promise<void> {
  await sql`delete from processes where id = ${id}`.execute(db);
  await sql`insert into processes (id, release, seen_at, steady_since)
    values (${id}, '1.0.0', now() - ${ago} * interval '1 second', now() - ${steadyFor} * interval '1 second')`.execute(
    db,
  );
}

async function gone(alone = false): Promise<boolean> {
  await sql`delete from questions`.execute(db);
  await sql`insert into questions (key, text, conversation, received_at, owner) values ('k', '', '{}', now(), 'other')`.execute(
    db,
  );
  const found = await db
    .selectFrom("questions")
    .select("key")
    .where(isGone("questions.owner", { id: "me", alone }))
    .execute();
  return found.length === 1;
}

test.each<[string, { me: [number, number]; other: [number, number] | null; gone: boolean }]>([
  ["silent for long, and the judge is steady", { me: [1, 60], other: [30, 900], gone: true }],
  ["silent for a moment", { me: [1, 60], other: [5, 900], gone: false }],
  ["it has left", { me: [1, 0], other: null, gone: true }],
  ["everybody was silent: the database was away", { me: [60, 900], other: [60, 900], gone: false }],
  ["and the judge was the first to be heard again", { me: [0, 0], other: [60, 900], gone: false }],
  ["the clock is an hour ahead", { me: [3_600, 9_000], other: [3_600, 9_000], gone: false }],
  ["the clock was set back by an hour", { me: [-3_600, 900], other: [-3_600, 900], gone: false }],
  ["dead since before the clock was set back", { me: [1, 60], other: [-3_600, 900], gone: true }],
])("%s", async (_name, { me, other, gone: expected }) => {
  await heard("me", ...me);
  if (other) await heard("other", ...other);
  else await unregisterProcess(db, "other");
  expect(await gone()).toBe(expected);
});

test("where nobody else can be at work, everybody else is gone, and one never is oneself", async () => {
  await heard("me", 3_600, 0);
  await heard("other", 0, 900);
  expect(await gone(true)).toBe(true);
  await sql`update questions set owner = 'me'`.execute(db);
  const mine = db.selectFrom("questions").select("key");
  expect(await mine.where(isGone("questions.owner", { id: "me", alone: true })).execute()).toEqual([]);
  await heard("me", 3_600, 9_000);
  expect(await mine.where(isGone("questions.owner", { id: "me", alone: false })).execute()).toEqual([]);
});

test.each<[string, number, number, boolean]>([
  ["goes on", 2, 60, true],
  ["begins anew after a silence", 30, 60, false],
  ["begins anew after the clock was set back", -3_600, 60, false],
])("steadiness %s", async (_name, ago, steadyFor, kept) => {
  await heard("me", ago, steadyFor);
  await heartbeat(db, "me");
  const [row] = await db
    .selectFrom("processes")
    .select(sql<boolean>`steady_since < now() - interval '50 seconds'`.as("kept"))
    .where("id", "=", "me")
    .execute();
  expect(row?.kept).toBe(kept);
});

test("a process that starts on a server ends nobody else's registration", async () => {
  await heard("other", 3_600, 9_000);
  await registerProcess(db, { id: "me", alone: false }, thisRelease);
  const ids = (await db.selectFrom("processes").select("id").execute()).map(({ id }) => id);
  expect(ids).toEqual(expect.arrayContaining(["me", "other"]));
});

describe("a run", () => {
  const me = () => runLeases(db, { id: "me", alone: false });
  const theirs = () => runLeases(db, { id: "other", alone: false });
  async function queued(): Promise<string> {
    const { store, close } = await opened({ databaseUrl });
    const created = run();
    await store.createRun(created, null, [], auditEntry());
    await close();
    await heard("me", 1, 60);
    await heard("other", 1, 60);
    return created.id;
  }
  const end = (id: string) =>
    sql`update runs set status = '{"state":"succeeded"}' where id = ${id}`.execute(db);

  test("that nobody has begun is free", async () => {
    expect(await me().stateOf(await queued())).toBe("free");
  });

  test("that this process works on is held, until it gives it back", async () => {
    const id = await queued();
    const leases = me();
    await leases.take([id]);
    expect(await leases.stateOf(id)).toBe("held");
    await end(id);
    await leases.release(id);
    expect(await leases.stateOf(id)).toBe("done");
  });

  test("that another works on is held while it is alive, and free once it is gone, even when it had ended", async () => {
    const id = await queued();
    await theirs().take([id]);
    expect(await me().stateOf(id)).toBe("held");
    await heard("other", 30, 900);
    expect(await me().stateOf(id)).toBe("free");
    await end(id);
    expect(await me().stateOf(id)).toBe("free");
  });

  test("of which this process has two jobs is held until it is done with both", async () => {
    const id = await queued();
    const leases = me();
    await leases.take([id]);
    await leases.take([id]);
    await leases.release(id);
    expect([await leases.stateOf(id), await theirs().stateOf(id)]).toEqual(["held", "held"]);
    await leases.release(id);
    expect([await leases.stateOf(id), await theirs().stateOf(id)]).toEqual(["free", "free"]);
  });

  test("that another has taken since is not taken from it by being given back", async () => {
    const id = await queued();
    const leases = me();
    await leases.take([id]);
    await theirs().take([id]);
    await leases.release(id);
    expect(await leases.stateOf(id)).toBe("held");
  });

  test("that is not there any more is done", async () => {
    expect(await me().stateOf("R-GONE")).toBe("done");
  });
});
