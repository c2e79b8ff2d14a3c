// What counts as a lost connection, and what does not: the one ends no process and leaves open what was done.
import pg from "pg";
import { isLostConnection } from "../../../src/store/kit/database-errors.ts";
import { startPostgres } from "../postgres-server.ts";

const coded = (code: string) => Object.assign(new Error("said by somebody"), { code });

test.each<[string, unknown, boolean]>([
  ["reset", coded("ECONNRESET"), true],
  ["no route", coded("EHOSTUNREACH"), true],
  ["PostgreSQL goes down", coded("57P01"), true],
  ["PostgreSQL comes up", coded("57P03"), true],
  ["what caused an error", new Error("fetch failed", { cause: coded("UND_ERR_SOCKET") }), true],
  ["a statement cancelled", coded("57014"), false],
  ["a full disk", coded("53100"), false],
  ["a bug", new TypeError("x is not a function"), false],
  ["an error that only speaks of connections", new Error("No Connection terminated"), false],
  ["nothing", null, false],
  ["text", "ECONNRESET", false],
])("%s", (_name, error, expected) => {
  expect(isLostConnection(error)).toBe(expected);
});

test("what pg says of servers that stop, hang and are not there", async () => {
  const server = await startPostgres();
  const databaseUrl = await server.newDatabase();
  const limits = { connectionTimeoutMillis: 300, query_timeout: 300 };
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1, ...limits });
  pool.on("error", () => {});
  const failure = () =>
    pool.query("select pg_sleep(0)").then(
      () => null,
      (error: unknown) => error,
    );
  const found: unknown[] = [];
  try {
    // Until a connection stands, which on a busy machine may take more than these limits.
    while ((await failure()) !== null);
    await server.freeze();
    found.push(await failure(), await failure());
    await server.thaw();
    await server.pause();
    found.push(await failure());
  } finally {
    await server.thaw().catch(() => {});
    await pool.end();
    await server.stop();
  }
  expect(found.map(isLostConnection)).toEqual([true, true, true]);
});
