// Forgetting a person leaves no trace of them but what the table of columns says, whatever stands where.
import { type Kysely, sql } from "kysely";
import { withoutPerson } from "../../src/store/forget.ts";
import { connect } from "../../src/store/kit/connect.ts";
import { pseudonymOf } from "../../src/store/kit/stored-text.ts";
import type { Tables } from "../../src/store/kit/tables.ts";
import { namingColumns, personColumns, rowOwners } from "../../src/store/person-columns.ts";
import { type Databases, databases } from "./postgres-server.ts";
import {
  at,
  auditEntry,
  candidate,
  conversation,
  declared,
  message,
  opened,
  received,
  recordingLog,
  run,
  watch,
} from "./samples.ts";

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

const person = {
  ...{ objectId: "5b1f0c2e-8a47-4d36-9e10-7c2f4a6b8d91", tenantId: "tenant" },
  ...{ displayName: 'Megan "Meg" Bowen', userId: "29:teams-id-of-megan" },
};
const { objectId, tenantId, displayName, userId } = person;
const requester = { objectId, tenantId, displayName };
const words = [objectId, userId, "Bowen"];

test("nothing of an object that is somebody else is taken, and of everything else all of it", () => {
  const namesake = { objectId: "other", tenantId, displayName };
  const twin = { ...requester, tenantId: "elsewhere" };
  const given = { by: requester, also: [namesake, twin], why: `as ${displayName} said`, userId, count: 1 };
  const somebody = "somebody who was forgotten";
  expect(withoutPerson(given, person)).toEqual({
    by: { objectId: "00000000-0000-0000-0000-000000000000", tenantId, displayName: somebody },
    ...{ also: [namesake, twin], why: `as ${somebody} said`, userId: "", count: 1 },
  });
});

test("all that the table says of names goes, in every column of somebody else's rows; the trail stays", async () => {
  const databaseUrl = await server.newDatabase();
  const { store, close } = await opened({ databaseUrl });
  const connected = await connect({ databaseUrl }, recordingLog());
  if (!connected.ok) throw new Error(connected.reason);
  const { db } = connected.connection;
  const failure = { code: "x", happened: { is: "restarted" }, done: "nothingSent" } as const;
  const others = run({ status: { state: "failed", finishedAt: at(2), failure } });
  await store.createRun(others, null, [], auditEntry());
  await store.setMode({ mode: "full", setBy: others.requester, since: at(1), reason: "x" }, auditEntry());
  const watched = watch();
  await store.addWatch(watched, auditEntry());
  await store.setVolunteer(watched, { requester, userId, since: at(1), until: at(2) }, auditEntry());
  await store.setWeekly(watched.conversation, at(1), auditEntry());
  await received(store, { key: "a", condition: "fired" }, [candidate()]);
  const theirs = declared({ owner: { person: others.requester, since: at(1) } });
  await store.declareIncident(theirs, message(), auditEntry());
  await store.rememberName(requester);
  await store.tell(null, [message({ to: conversation() })]);
  const mine = run({ requester, conversation: { ...conversation(), userId } });
  await store.createRun({ ...mine, status: others.status }, null, [], auditEntry({ actor: objectId }));
  await store.countGuess(`${tenantId}/${objectId}`, { guesses: 9, milliseconds: 600_000 }, auditEntry());
  const planted = JSON.stringify({ userId, requester });
  for (const [table, column] of namingColumns) {
    const held =
      column === "reason"
        ? sql`${sql.ref(column)} || ${` as ${displayName} (${objectId}) said`}`
        : sql`case jsonb_typeof(${sql.ref(column)}) when 'array' then ${sql.ref(column)} || ${planted}::jsonb
            else jsonb_set(${sql.ref(column)}, '{planted}', ${planted}::jsonb) end`;
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${held}`.execute(db);
  }
  await fillOwned(db);
  const filled = [...namingColumns.map(([table]) => table), ...Object.keys(rowOwners)];
  expect(await left(db)).toEqual(expect.arrayContaining(filled));
  await store.forget(person, (detail) => auditEntry({ actor: objectId, detail }));
  expect(await left(db)).toEqual(["audit"]);
  const guesses = await db.selectFrom("guesses").select("person").execute();
  expect(guesses).toEqual([{ person: pseudonymOf(`${tenantId}/${objectId}`) }]);
  await connected.connection.close();
  await close();
});

/** A row of theirs in each table that has such rows and that nothing else has filled. */
async function fillOwned(db: Kysely<Tables>): Promise<void> {
  const chat = JSON.stringify({ ...conversation(), key: `chat of ${objectId}`, userId });
  const own = `${tenantId}/${objectId}`;
  const key = `chat of ${objectId}`;
  const [mine] = await db.selectFrom("runs").select("id").where("person", "=", own).execute();
  const lines = [
    sql`insert into questions (key, text, conversation, received_at, closed_at, owner) values ('q', ${displayName}, ${chat}::jsonb, now(), now(), 'p')`,
    sql`insert into conversations (key, user_id, personal, reference, updated_at) values (${key}, ${userId}, true, ${chat}::jsonb, now())`,
    sql`insert into first_times (key, seen_at) values (${`welcome|${key}`}, now()), (${`exchange|${userId}|1`}, now())`,
    sql`insert into last_clusters (conversation_key, cluster_id, cluster_name) values (${key}, '/c', 'c')`,
    sql`insert into pending (id, user_id, reason, text, conversation, created_at) values ('p', ${userId}, 'signIn', 'x', ${chat}::jsonb, now())`,
    sql`insert into feedback (run_id, person, answer, answered_at) values (${mine?.id}, ${own}, 'yes', now())`,
    sql`insert into said_places (person, place, said_at) values (${own}, '{}', now())`,
    sql`insert into sign_ins values (${userId}, 'x', now())`,
    sql`insert into sent_files (id, user_id, name, file, sealed, sent_at) values ('f', ${userId}, 'x', '{}', 'x', now())`,
    sql`insert into outbox (key, place, user_id, conversation, content, final) values ('mine', 'p', ${userId}, ${chat}::jsonb, '{"show":"answer"}', true)`,
  ];
  for (const line of lines) await line.execute(db);
}

/** Tables, and those of the jobs, in which something names the person. */
async function left(db: Kysely<Tables>): Promise<readonly string[]> {
  const tables = [...Object.keys(personColumns), "pgboss.job"];
  const found: string[] = [];
  for (const table of tables) {
    const { rows } = await sql<{
      row: string;
    }>`select to_jsonb(t)::text as row from ${sql.table(table)} as t`.execute(db);
    if (rows.some(({ row }) => words.some((word) => row.includes(word)))) found.push(table);
  }
  return found;
}
