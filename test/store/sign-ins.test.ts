// A sign-in that answered a challenge: whoever has the database alone has none, and cannot give it to somebody else.
import { type Kysely, sql } from "kysely";
import { connect } from "../../src/store/kit/connect.ts";
import type { Connection } from "../../src/store/kit/connection.ts";
import { migrate } from "../../src/store/kit/schema.ts";
import type { Tables } from "../../src/store/kit/tables.ts";
import { newFileKey } from "../../src/store/run/file-key.ts";
import { signInQueries } from "../../src/store/sign-ins.ts";
import { type Databases, databases } from "./postgres-server.ts";
import { recordingLog } from "./samples.ts";

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
});
afterAll(async () => {
  await connection?.close();
  await server?.stop();
});
beforeEach(async () => void (await db.deleteFrom("sign_ins").execute()));

const key = newFileKey();
let now = new Date("2026-08-01T00:00:00Z");
const at = { now: () => now, sleep: async () => {} };
const signIns = (of = key) => signInQueries(db, at, of);

test("nothing of it is to be read, and another key opens it not", async () => {
  await signIns().keepSignIn("29:alex", "a-token-of-its-own");
  const { rows } = await sql<{ row: string }>`select t::text as row from sign_ins t`.execute(db);
  expect(JSON.stringify(rows)).toContain("29:alex");
  expect(JSON.stringify(rows)).not.toContain("a-token-of-its-own");
  expect(await signIns(newFileKey()).keptSignIn("29:alex")).toBeNull();
  expect(await signIns().keptSignIn("29:alex")).toBe("a-token-of-its-own");
});

test("put under another person's name it is opened no more", async () => {
  await signIns().keepSignIn("29:alex", "token");
  await db.updateTable("sign_ins").set({ user_id: "29:megan" }).execute();
  expect(await signIns().keptSignIn("29:megan")).toBeNull();
});

test("it is gone after a day", async () => {
  await signIns().keepSignIn("29:alex", "token");
  now = new Date(now.getTime() + 24 * 3_600_000 + 1);
  expect(await signIns().keptSignIn("29:alex")).toBeNull();
  await signIns().keepSignIn("29:megan", "token");
  expect(await db.selectFrom("sign_ins").select("user_id").execute()).toEqual([{ user_id: "29:megan" }]);
});
