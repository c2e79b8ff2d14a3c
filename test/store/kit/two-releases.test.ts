// Two releases on one database: the newer one changes the schema once nobody works on it and keeps what is stored, the
// older one says that it is too old, and no row of the trail loses its key.

import { thisRelease } from "../../../src/store/kit/schema.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { type Databases, databases, query } from "../postgres-server.ts";
import { auditEntry, clock, eventually, recordingLog, retention, run, trail } from "../samples.ts";

const older = { ...thisRelease, name: "1.0.0" };
const newer = {
  ...{ name: "2.0.0", jobs: thisRelease.jobs },
  steps: {
    ...thisRelease.steps,
    "9999-later": [
      "alter table conversations add column last_word text",
      "update conversations set last_word = reference ->> 'userId'",
    ],
  },
};
const timeouts = { silence: 3_000, between: 50, atMost: 15_000 };

let server: Databases;
let databaseUrl: string;
beforeAll(async () => {
  server = await databases();
});
beforeEach(async () => {
  databaseUrl = await server.newDatabase("empty");
});
afterAll(() => server.stop());

async function open(release: typeof older, more: Partial<typeof timeouts> = {}) {
  const log = recordingLog();
  const overtaken: string[] = [];
  const options = { databaseUrl, clock, log, retention, trail };
  const opened = await openStore(
    { ...options, overtaken: (reason) => void overtaken.push(reason) },
    { release, timeouts: { ...timeouts, ...more } },
  );
  return { opened, log, overtaken };
}

async function working(release: typeof older) {
  const { opened, ...rest } = await open(release);
  if (!opened.ok) throw new Error(opened.reason);
  return { ...rest, ...opened };
}

const reasonOf = ({ opened }: Awaited<ReturnType<typeof open>>): string =>
  opened.ok ? "opened" : opened.reason;
const steps = async () => (await query(databaseUrl, "select name from kysely_migration")).length;

test("while an older one works, the newer one waits, says so once, and goes on when it has ended", async () => {
  const first = await working(older);
  const second = open(newer);
  await clock.sleep(300);
  expect(await steps()).toBe(Object.keys(older.steps).length);
  await first.close();
  const { opened, log } = await second;
  expect(opened).toMatchObject({ ok: true });
  expect(log.lines).toEqual([
    'waits for the processes of another release to end, since the schema has to be changed {"processes":["1.0.0"]}',
  ]);
  if (opened.ok) await opened.close();
});

test("what the older one stored is found by the newer one, as its steps have changed it", async () => {
  const first = await working(older);
  const conversation = { ...run().conversation, personal: true };
  await first.store.saveConversation(conversation);
  await first.store.appendAudit(auditEntry());
  await first.close();
  const second = await working(newer);
  expect(await second.store.personalConversation(conversation.userId)).toEqual(conversation);
  expect(await query(databaseUrl, "select last_word from conversations")).toEqual([
    { last_word: conversation.userId },
  ]);
  expect(await second.audit.verify()).toMatchObject({ ok: true, sealed: 1, unsealed: 0 });
  await second.close();
});

test("where it does not end, the newer one says who is alive, and has changed nothing", async () => {
  const [one, two] = [await working(older), await working(older)];
  const said = reasonOf(await open(newer, { atMost: 200 }));
  expect(said).toContain("2 of release 1.0.0");
  expect(said).toContain("this release (2.0.0) has to change its schema");
  expect(said).toContain("nothing was changed. Stop them");
  expect(await steps()).toBe(Object.keys(older.steps).length);
  await Promise.all([one.close(), two.close()]);
});

test("one that was killed is waited for until it is known to be gone; one that was not finds out", async () => {
  const silent = await working(older);
  // It is not gone: its sign of life is kept from the database, as by a network that is cut.
  await query(
    databaseUrl,
    "create function no_sign() returns trigger language plpgsql as $$ begin return null; end $$",
    "create trigger no_sign before update on processes for each row execute function no_sign()",
  );
  const second = await working(newer);
  expect(await steps()).toBe(Object.keys(newer.steps).length);
  await eventually(() => silent.overtaken.length > 0, 10);
  expect(silent.overtaken[0]).toContain("newer than this release: release 2.0.0 brought it to 9999-later");
  await Promise.all([silent.close(), second.close()]);
});

test("an older one does not start on the schema of a newer one, and names both, be it running or not", async () => {
  const running = await working(newer);
  const whileRunning = reasonOf(await open(older));
  await running.close();
  const jobs = { ...older, jobs: 1 };
  for (const said of [whileRunning, reasonOf(await open(older)), reasonOf(await open(jobs))]) {
    expect(said).toContain("release 2.0.0 brought it to 9999-later");
    expect(said).toContain(`this is release 1.0.0, which knows ${Object.keys(older.steps).at(-1)}`);
    expect(said).not.toContain("folder");
  }
});

test("two releases with one schema work beside each other", async () => {
  const [one, two] = [await working(older), await working({ ...older, name: "1.0.1" })];
  expect(await query(databaseUrl, "select release from processes order by release")).toEqual([
    { release: "1.0.0" },
    { release: "1.0.1" },
  ]);
  await Promise.all([one.close(), two.close()]);
});

test("no row without a key gets behind one with a key, whoever seals", async () => {
  const { store, audit, close } = await working(older);
  const sealed = async (count: number) => {
    const check = await audit.verify();
    return check.ok && check.unsealed === 0 && check.sealed === count;
  };
  await store.appendAudit(auditEntry());
  await eventually(() => sealed(1));
  // As a process without the key would seal.
  const keyless = `with head as (select seq, hash from audit where seq is not null order by seq desc limit 1),
    waiting as (insert into audit (id, time, actor, action, outcome, detail)
      values ('old', 't', 'a', 'a', 'a', '{}') returning id)
    select 1 from head, waiting`;
  const seal = `update audit set seq = 2, hash = 'h', previous_hash =
    (select hash from audit where seq = 1) where id = 'old'`;
  await expect(query(databaseUrl, "begin", keyless, seal)).rejects.toThrow("sealed with a key");
  await query(databaseUrl, keyless);
  await eventually(() => sealed(2));
  await close();
});
