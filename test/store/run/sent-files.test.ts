// Files that people send: each person names their own, a change keeps the one that was approved, and nothing of it stays.
import { sql } from "kysely";
import { fileKeptMilliseconds, mostKept } from "../../../src/app/ports/files.ts";
import type { Store } from "../../../src/app/ports/store.ts";
import { parseCommand } from "../../../src/core/command/parse-command.ts";
import type { Run, RunState } from "../../../src/core/run/run.ts";
import { connect } from "../../../src/store/kit/connect.ts";
import type { Connection } from "../../../src/store/kit/connection.ts";
import { migrate } from "../../../src/store/kit/schema.ts";
import { removeOldFiles, sentFileQueries } from "../../../src/store/run/sent-files.ts";
import { configMapYaml, keptFile } from "../../fixtures/sent-files.ts";
import { backends, openedFor } from "../backends.ts";
import { newFolder } from "../new-folder.ts";
import { type Databases, databases } from "../postgres-server.ts";
import { at, auditEntry, conversation, filesKey, recordingLog, run, unique } from "../samples.ts";

const failure = { code: "x", happened: { is: "restarted" }, done: "nothingSent" } as const;
const ends: readonly RunState[] = [
  { state: "succeeded", finishedAt: at(2), result: null, diagnosis: null },
  { state: "failed", finishedAt: at(2), failure },
  { state: "denied", finishedAt: at(2), failure },
  { state: "timedOut", finishedAt: at(2), failure },
  { state: "lost", finishedAt: at(2), failure },
];

const sent = (name: string, says = "hello") => keptFile(name, configMapYaml("page", says));

/** A change that applies it, by whoever sent it. */
function applying(userId: string, { file }: ReturnType<typeof sent>): Run {
  const parsed = parseCommand(`kubectl apply -f ${file.name} -n shop`, file);
  if (!parsed.ok || parsed.is !== "change") throw new Error(JSON.stringify(parsed));
  const { request } = parsed;
  return run({
    conversation: conversation({ userId }),
    task: {
      kind: "change",
      request,
      reason: "r",
      clusterAdmin: false,
    },
  });
}

describe.each(backends)("%s", (_name, create) => {
  let store: Store;
  openedFor(create, (opened) => {
    store = opened;
  });

  const keep = (userId: string, kept: ReturnType<typeof sent>, seconds = 1) =>
    store.keepFile({ userId, ...kept, at: at(seconds) }, auditEntry());
  const begin = async (userId: string, kept: ReturnType<typeof sent>) => {
    const created = applying(userId, kept);
    await store.createRun(created, null, [], auditEntry());
    return created.id;
  };

  test("is named by whoever sent it, for a time", async () => {
    const [megan, alex] = [unique("29:megan"), unique("29:alex")];
    const kept = sent("web.yaml");
    await keep(megan, kept);
    expect(await store.sentFile(megan, "web.yaml", at(0))).toEqual(kept.file);
    expect(await store.sentFile(megan, "web.yaml", at(1))).toEqual(kept.file);
    expect(await store.sentFile(megan, "web.yaml", at(2))).toBeNull();
    expect(await store.sentFile(megan, "other.yaml", at(0))).toBeNull();
    expect(await store.sentFile(alex, "web.yaml", at(0))).toBeNull();
  });

  test("stands in place of the one of its name", async () => {
    const megan = unique("29:megan");
    await keep(megan, sent("web.yaml", "first"));
    const second = sent("web.yaml", "second");
    await keep(megan, second);
    expect(await store.sentFile(megan, "web.yaml", at(0))).toEqual(second.file);
  });

  test("the oldest of one person goes where there are too many, nobody else's", async () => {
    const [megan, alex] = [unique("29:megan"), unique("29:alex")];
    await keep(alex, sent("f0.yaml"), 0);
    const names = Array.from({ length: mostKept + 2 }, (_, index) => `f${index}.yaml`);
    for (const [index, name] of names.entries()) await keep(megan, sent(name), index + 1);
    const found = await Promise.all(names.map((name) => store.sentFile(megan, name, at(0))));
    expect(found.map((file) => file?.name ?? null)).toEqual([null, null, ...names.slice(2)]);
    expect(await store.sentFile(alex, "f0.yaml", at(0))).not.toBeNull();
  });

  test("many sent in one moment are all taken, and no more kept than may be", async () => {
    const megan = unique("29:megan");
    const names = Array.from({ length: 4 * mostKept }, (_, index) => `f${index}.yaml`);
    for (let round = 0; round < 2; round++) {
      // Over one another too: each waits for a row that another is about to remove.
      await Promise.all(names.map((name, index) => keep(megan, sent(name), index + round)));
    }
    const found = await Promise.all(names.map((name) => store.sentFile(megan, name, at(0))));
    expect(found.filter((file) => file !== null)).toHaveLength(mostKept);
  });

  test("a change keeps the one that it was asked with, whatever is sent later", async () => {
    const megan = unique("29:megan");
    const first = sent("web.yaml", "first");
    await keep(megan, first);
    const id = await begin(megan, first);
    await keep(megan, sent("web.yaml", "second"));
    expect(await store.fileOfRun(id)).toBe(first.text);
  });

  test("a change has none where it is another person's, or was replaced before", async () => {
    const [megan, alex] = [unique("29:megan"), unique("29:alex")];
    const first = sent("web.yaml", "first");
    await keep(megan, first);
    expect(await store.fileOfRun(await begin(alex, first))).toBeNull();
    await keep(megan, sent("web.yaml", "second"));
    expect(await store.fileOfRun(await begin(megan, first))).toBeNull();
  });

  test.each(ends)("is gone when its change has ended: $state", async (end) => {
    const megan = unique("29:megan");
    const kept = sent("web.yaml");
    await keep(megan, kept);
    const [moved, stepped] = [await begin(megan, kept), await begin(megan, kept)];
    const running: RunState = { state: "running", startedAt: at(1) };
    for (const id of [moved, stepped]) {
      await store.moveRun(id, ["queued"], running, [], null);
      expect(await store.fileOfRun(id)).toBe(kept.text);
    }
    expect(await store.moveRun(moved, ["running"], end, [], null)).toBe(true);
    await store.stepRun(stepped, () => ({ to: end, said: null, messages: [], audit: null }));
    expect(await store.fileOfRun(moved)).toBeNull();
    expect(await store.fileOfRun(stepped)).toBeNull();
    expect(await store.sentFile(megan, "web.yaml", at(0))).not.toBeNull();
  });

  test("goes with whoever is forgotten", async () => {
    const person = {
      ...{ objectId: unique("oid"), tenantId: "tenant", displayName: "Megan Bowen" },
      userId: unique("29:megan"),
    };
    await keep(person.userId, sent("web.yaml"));
    await store.forget(person, (detail) => ({ ...auditEntry(), detail }));
    expect(await store.sentFile(person.userId, "web.yaml", at(0))).toBeNull();
  });
});

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

describe.each([
  ["PGlite", async () => ({ dataDir: await newFolder() })],
  ["PostgreSQL", async () => ({ databaseUrl: await server.newDatabase() })],
])("%s, by the database alone", (_name, place) => {
  let connection: Connection;
  beforeAll(async () => {
    const connected = await connect(await place(), recordingLog());
    if (!connected.ok) throw new Error(connected.reason);
    connection = connected.connection;
    await migrate(connection.db);
  });
  afterAll(() => connection?.close());
  beforeEach(() => sql`truncate sent_files, runs cascade`.execute(connection.db).then(() => {}));

  const files = (key: Buffer | null = filesKey) => sentFileQueries(connection.db, key);
  const keep = (userId: string, kept: ReturnType<typeof sent>, when = at(1)) =>
    files().keepFile({ userId, ...kept, at: when }, auditEntry());
  /** As a change's own. */
  const bind = async (id: string) => {
    const { conversation: of, requester, cluster, task, show, rule, createdAt, status } = run();
    await sql`insert into runs (id, requester, cluster, task, show, rule, created_at, conversation, status)
      values (${id}, ${requester}, ${cluster}, ${task}, ${show}, ${rule}, ${createdAt}, ${of}, ${status})`.execute(
      connection.db,
    );
    await sql`insert into sent_files select 'copy', user_id, name, file, sealed, sent_at, ${id} from sent_files`.execute(
      connection.db,
    );
  };

  test("nothing of what it holds is to be read", async () => {
    await keep("29:megan", sent("web.yaml", "a-word-of-its-own"));
    const { rows } = await sql<{ name: string }>`
      select table_name as name from information_schema.tables where table_schema = 'public'`.execute(
      connection.db,
    );
    const dumps = await Promise.all(
      rows.map(({ name }) =>
        sql<{ row: string }>`select t::text as row from ${sql.table(name)} t`.execute(connection.db),
      ),
    );
    const text = dumps.flatMap((dump) => dump.rows.map(({ row }) => row)).join("\n");
    expect(text).toContain("web.yaml");
    expect(text).not.toContain("a-word-of-its-own");
  });

  test.each<[string, string]>([
    [
      "is put in place by another person's",
      "update sent_files set sealed = (select sealed from sent_files where user_id = '29:alex')",
    ],
    ["is said to be another person's", "update sent_files set user_id = '29:nestor'"],
    ["gets another hash", `update sent_files set file = jsonb_set(file, '{sha256}', '"${"0".repeat(64)}"')`],
    [
      "is said to hold other objects",
      `update sent_files set file = jsonb_set(file, '{objects,0,name}', '"other"')`,
    ],
    [
      "is said to risk nothing",
      `update sent_files set file = jsonb_set(file, '{objects,0,risks}', '["stops"]')`,
    ],
    ["gets another name", `update sent_files set file = jsonb_set(file, '{name}', '"other.yaml"')`],
    ["is cut", "update sent_files set sealed = left(sealed, 40)"],
    ["is empty", "update sent_files set sealed = ''"],
  ])("what %s is opened no more", async (_what, statement) => {
    await keep("29:megan", sent("web.yaml"));
    await bind("R-1");
    const other = sent("web.yaml", "other");
    await keep("29:alex", other);
    expect(await files().fileOfRun("R-1")).not.toBeNull();
    await sql.raw(`${statement} where run_id is not null`).execute(connection.db);
    expect(await files().fileOfRun("R-1")).toBeNull();
  });

  test("another key opens nothing, and without one nothing is kept", async () => {
    await keep("29:megan", sent("web.yaml"));
    await bind("R-1");
    expect(await files(Buffer.alloc(32, 8)).fileOfRun("R-1")).toBeNull();
    expect(await files(null).fileOfRun("R-1")).toBeNull();
    expect(files(null).keepsFiles()).toBe(false);
    await expect(
      files(null).keepFile({ userId: "29:megan", ...sent("a.yaml"), at: at(1) }, auditEntry()),
    ).rejects.toThrow("No key");
  });

  test("what nobody named in time is gone, a change's own is not", async () => {
    await keep("29:megan", sent("web.yaml"));
    await bind("R-1");
    const end = Date.parse(at(1)) + fileKeptMilliseconds;
    await removeOldFiles(connection.db, new Date(end));
    expect(await files().sentFile("29:megan", "web.yaml", at(0))).not.toBeNull();
    await removeOldFiles(connection.db, new Date(end + 1));
    expect(await files().sentFile("29:megan", "web.yaml", at(0))).toBeNull();
    expect(await files().fileOfRun("R-1")).not.toBeNull();
  });
});
