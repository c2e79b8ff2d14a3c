// Two processes on one PostgreSQL at the same moment, and somebody who edits the audit trail by hand.
import type { Run } from "../../src/core/run/run.ts";
import { steps } from "../../src/store/kit/migrations.ts";
import { type OpenedStore, openStore } from "../../src/store/open-store.ts";
import { type Databases, databases, query } from "./postgres-server.ts";
import {
  at,
  auditEntry,
  clock,
  eventually,
  fixTask,
  handlers,
  message,
  opened,
  pending,
  question,
  recordingLog,
  retention,
  run,
  trail,
  unique,
} from "./samples.ts";

let server: Databases;
let databaseUrl: string;
let one: OpenedStore;
let other: OpenedStore;

beforeAll(async () => {
  server = await databases();
  databaseUrl = await server.newDatabase();
  // Both find an empty database: whoever is second must find the schema done.
  [one, other] = await Promise.all([opened({ databaseUrl }), opened({ databaseUrl })]);
});
afterAll(async () => {
  await Promise.all([one.close(), other.close()]);
  await server.stop();
});

/** Ten or so calls from each process, as close together as can be. */
const atOnce = <T>(times: number, call: (opened: OpenedStore) => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: times }, (_, index) => call(index % 2 === 0 ? one : other)));
const winners = (results: readonly boolean[]): number => results.filter(Boolean).length;

test("two that start together apply each migration once", async () => {
  expect(await query(databaseUrl, "select name from kysely_migration order by name")).toEqual(
    Object.keys(steps).map((name) => ({ name })),
  );
});

test.each([1, 2, 3, 4, 5])("one activity, ten claimers (%i): one wins", async () => {
  const asked = question();
  expect(winners(await atOnce(10, ({ store }) => store.claimQuestion(asked)))).toBe(1);
});

test("fifty that move one run from the same state: one wins, and one entry is written", async () => {
  const created = run();
  await one.store.createRun(created, null, [], auditEntry());
  const entry = auditEntry();
  const moved = await atOnce(50, ({ store }) =>
    store.moveRun(created.id, ["queued"], { state: "running", startedAt: at(1) }, [], entry),
  );
  expect(winners(moved)).toBe(1);
  expect((await one.store.auditEvents(100)).filter(({ action }) => action === entry.action)).toHaveLength(1);
});

test.each([1, 2, 3])("ten that ask for one fix (%i): one is asked for", async () => {
  const of = unique("R");
  const created = await atOnce(10, ({ store }) =>
    store.createRun(run({ task: fixTask(of) }), null, [], auditEntry()),
  );
  const asked = (await one.store.openFix(fixTask(of))) as Run;
  expect(winners(created.map((each) => each === "created"))).toBe(1);
  expect(created.filter((each) => each !== "created")).toEqual(Array(9).fill({ asked }));
});

test("ten that ask for what ten diagnoses proved alike: one is asked for", async () => {
  const { writes } = fixTask(unique("R"));
  const created = await atOnce(10, ({ store }) =>
    store.createRun(run({ task: { ...fixTask(unique("R")), writes } }), null, [], auditEntry()),
  );
  expect(winners(created.map((each) => each === "created"))).toBe(1);
});

test("a double click takes what waits once", async () => {
  const waiting = pending();
  await one.store.savePending(waiting);
  const taken = await atOnce(10, ({ store }) =>
    store.takePending({ id: waiting.id, userId: waiting.userId }, at(0)),
  );
  expect(taken.flat()).toEqual([waiting]);
});

test("two processes share the runs, and each run is executed once", async () => {
  const executed: string[] = [];
  const work = handlers({
    execute: async (id: string) => {
      executed.push(id);
      await clock.sleep(5);
    },
  });
  await Promise.all([one.jobs.start(work), other.jobs.start(work)]);
  const runs = Array.from({ length: 30 }, () => run());
  await Promise.all(
    runs.map((created, index) => (index % 2 ? one : other).store.createRun(created, null, [], auditEntry())),
  );
  await eventually(() => executed.length >= runs.length);
  await clock.sleep(300);
  const ids = runs.map(({ id }) => id);
  expect(executed.filter((id) => ids.includes(id)).sort()).toEqual(ids.sort());
});

test("a question of a live process is left alone; of a process that is gone it is found by one of two", async () => {
  const leaving = await opened({ databaseUrl });
  const asked = question({ receivedAt: at(30) });
  await leaving.store.claimQuestion(asked);
  const takeOver = ({ store }: OpenedStore) => store.takeOverQuestions(({ key }) => message({ key }));
  expect(await takeOver(one)).toBe(0);
  await leaving.close();
  const found = await atOnce(6, takeOver);
  expect(found.toSorted()).toEqual([0, 0, 0, 0, 0, 1]);
  // Whoever was thought to be gone finds the question closed: there is one answer.
  expect(await leaving.store.tell(asked.key, [message()]).catch(() => false)).toBe(false);
});

test("what PostgreSQL cannot hold is replaced, not refused", async () => {
  const broken = { key: "nul", userId: "29:u", personal: false, note: "a\0b\ud800c" };
  await one.store.saveConversation({ ...broken, personal: true });
  expect(await one.store.personalConversation("29:u")).toEqual({
    ...broken,
    personal: true,
    note: "a\uFFFDb\uFFFDc",
  });
  expect(await one.store.claimQuestion(question({ text: "diagnose \0" }))).toBe(true);
  await one.store.appendAudit(auditEntry({ cluster: "pr\0od", detail: { asked: "\0" } }));
});

describe("the audit trail", () => {
  test("is sealed within seconds by one of two writers, without gaps", async () => {
    await atOnce(200, ({ store }) => store.appendAudit(auditEntry()));
    await eventually(async () => {
      const check = await one.audit.verify();
      return check.ok && check.unsealed === 0 && check.sealed >= 200;
    });
    const places: (number | null)[] = [];
    for await (const event of other.audit.events()) places.push(event.seq);
    expect(places).toEqual(places.map((_, index) => index + 1));
  });

  test.each([
    ["update audit set actor = 'nobody' where seq = 1"],
    ["update audit set hash = 'x', seq = 1 where seq = 1"],
    ["delete from audit where seq = 1"],
    ["truncate audit"],
  ])("refuses: %s", async (statement) => {
    await expect(query(databaseUrl, statement)).rejects.toThrow("The audit trail is append-only.");
  });

  test("refuses a change of a row that is not sealed yet, beside its seal", async () => {
    const insert = `insert into audit (id, time, actor, action, outcome, detail)
      values ('early', 't', 'oid', 'a', 'allowed', '{}')`;
    const update =
      "update audit set actor = 'x', seq = 9999, hash = 'h', previous_hash = 'p' where id = 'early'";
    await expect(query(databaseUrl, "begin", insert, update)).rejects.toThrow(
      "The audit trail is append-only.",
    );
  });

  test("shows the row that somebody changed who can switch the guard off", async () => {
    await query(
      databaseUrl,
      "alter table audit disable trigger audit_append_only",
      "update audit set actor = 'somebody else' where seq = 3",
      "alter table audit enable trigger audit_append_only",
    );
    expect(await one.audit.verify()).toEqual({
      ok: false,
      atSeq: 3,
      reason: { is: "changed", row: 3 },
    });
  });
});

describe("a database that cannot be opened is a sentence without the password", () => {
  test.each([
    [
      "nobody listens",
      "postgres://bot:s3cret@127.0.0.1:1/oncall",
      "The database oncall on 127.0.0.1:1 cannot be opened (connect ECONNREFUSED",
    ],
    [
      "not an address",
      "postgres//s3cret",
      "DATABASE_URL is not valid: write postgres://USER:PASSWORD@HOST:5432/DATABASE.",
    ],
  ])("%s", async (_name, url, sentence) => {
    const result = await openStore({ databaseUrl: url, clock, log: recordingLog(), retention, trail });
    expect(result).toEqual({ ok: false, reason: expect.stringContaining(sentence) });
    expect(JSON.stringify(result)).not.toContain("s3cret");
  });

  test("wrong password", async () => {
    const url = databaseUrl.replace("postgres:postgres@", "postgres:s3cret@");
    const result = await openStore({ databaseUrl: url, clock, log: recordingLog(), retention, trail });
    expect(result).toMatchObject({
      ok: false,
      reason: expect.stringContaining("password authentication failed"),
    });
    expect(JSON.stringify(result)).not.toContain("s3cret");
  });
});

test("a change approved at a process that takes no more work is begun by another, once", async () => {
  const databaseUrl = await server.newDatabase();
  const [stopping, working] = [await opened({ databaseUrl }), await opened({ databaseUrl })];
  let begun = 0;
  const execute = async () => {
    begun += 1;
  };
  await working.jobs.start(handlers({ execute }));
  const change = run();
  await stopping.store.createRun(change, null, [], auditEntry());
  await eventually(() => begun === 1);
  const proposed = {
    proposal: { hash: "h", objects: [], preview: "none", seenAt: at(1) },
    approval: { by: "others", count: 1, groups: ["aks-leads"], minutes: 30 },
    ...{ expiresAt: at(1_800), approvals: [] },
  } as const;
  const running = { state: "running", startedAt: at(0) } as const;
  await stopping.store.moveRun(change.id, ["queued"], running, [], null);
  await stopping.store.moveRun(change.id, ["running"], { state: "pendingApproval", ...proposed }, [], null);
  const approved = { state: "approved", ...proposed } as const;
  const press = (at: OpenedStore) =>
    at.store.stepRun(change.id, ({ status }) => ({
      said: status.state === "pendingApproval",
      to: status.state === "pendingApproval" ? approved : null,
      ...{ messages: [], audit: null },
    }));
  const said = await Promise.all([stopping, working, stopping].map(press));
  expect(winners(said.map((one) => one === true))).toBe(1);
  await eventually(() => begun === 2);
  await clock.sleep(1_500);
  expect(begun).toBe(2);
  await Promise.all([stopping.close(), working.close()]);
});
