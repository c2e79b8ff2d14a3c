// A server whose password is asked for, as a token of Entra is: for each connection, queries and jobs alike.
import { sql } from "kysely";
import { connectServer } from "../../../src/store/kit/server.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { type Databases, databases } from "../postgres-server.ts";
import { clock, recordingLog, retention, trail } from "../samples.ts";

const options = { clock, log: recordingLog(), retention, trail };

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

async function withoutPassword() {
  const url = new URL(await server.newDatabase());
  const { password } = url;
  url.password = "";
  return { databaseUrl: url.href, right: password };
}

test("each connection asks", async () => {
  const { databaseUrl, right } = await withoutPassword();
  let asked = 0;
  const password = async () => {
    asked += 1;
    return right;
  };
  const { db, probe, close } = connectServer({ databaseUrl, password }, recordingLog(), () => {});
  for (const each of [db, db, probe]) await sql`select 1`.execute(each);
  expect(asked).toBe(2);
  await close();
});

test("the store opens, and its jobs run", async () => {
  const { databaseUrl, right } = await withoutPassword();
  const opened = await openStore({ ...options, databaseUrl, password: async () => right });
  expect(opened.ok).toBe(true);
  if (opened.ok) await opened.close();
});

test("no token: it says why, and where", async () => {
  const { databaseUrl } = await withoutPassword();
  const password = () => Promise.reject(new Error("The host has no managed identity"));
  const opened = await openStore({ ...options, databaseUrl, password });
  expect(opened).toEqual({
    ok: false,
    reason: expect.stringMatching(
      /^The database \w+ on 127\.0\.0\.1:\d+ cannot be opened \(.*no managed identity/,
    ),
  });
});
