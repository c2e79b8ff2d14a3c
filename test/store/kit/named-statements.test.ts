// Statements by name on a real server: the same text is one statement, and a table that changed meanwhile costs nothing.
import { sql } from "kysely";
import { errorCodeOf, isStalePlan } from "../../../src/store/kit/database-errors.ts";
import { connectServer, namedStatements } from "../../../src/store/kit/server.ts";
import { type Databases, databases, query } from "../postgres-server.ts";
import { recordingLog } from "../samples.ts";

let server: Databases;
beforeAll(async () => {
  server = await databases();
});
afterAll(() => server.stop());

test("a column that a newer version adds: the statement is done all the same, in a transaction it is refused", async () => {
  const databaseUrl = await server.newDatabase("empty");
  await query(databaseUrl, "create table thing (a int)", "insert into thing values (1)");
  const { db, close } = connectServer({ databaseUrl }, recordingLog(), () => {});
  const read = (on: Parameters<ReturnType<typeof sql>["execute"]>[0]) => sql`select * from thing`.execute(on);
  const rowsOf = async () => (await read(db)).rows;
  expect(await rowsOf()).toEqual([{ a: 1 }]);
  await query(databaseUrl, "alter table thing add column b int default 2");
  expect(await rowsOf()).toEqual([{ a: 1, b: 2 }]);
  expect(await rowsOf()).toEqual([{ a: 1, b: 2 }]);
  await query(databaseUrl, "alter table thing add column c int default 3");
  const failed = await db
    .transaction()
    .execute(read)
    .catch((error: unknown) => error);
  expect([errorCodeOf(failed), isStalePlan(failed)]).toEqual(["0A000", true]);
  expect(await rowsOf()).toEqual([{ a: 1, b: 2, c: 3 }]);
  await close();
});

test("the same text has one name, another has another", () => {
  const prepared = namedStatements();
  const one = prepared("select $1", ["a"]);
  expect(prepared("select $1", ["b"])).toEqual({ ...one, values: ["b"] });
  expect(prepared("select $1::text", ["a"]).name).not.toBe(one.name);
});

test("names come to an end, statements do not", () => {
  const prepared = namedStatements();
  const named = Array.from({ length: 1_000 }, (_, index) => prepared(`select ${index}`, [])).filter(
    ({ name }) => name !== undefined,
  );
  expect(named.length).toBeLessThanOrEqual(200);
  expect(prepared("select 'late'", ["x"])).toEqual({ text: "select 'late'", values: ["x"] });
});
