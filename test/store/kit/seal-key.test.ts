// The key that seals, wrapped by one elsewhere: made once for all processes, never in the database as it is.
import { sql } from "kysely";
import type { KeyWrap } from "../../../src/app/ports/store.ts";
import { connect } from "../../../src/store/kit/connect.ts";
import type { Connection } from "../../../src/store/kit/connection.ts";
import { migrate } from "../../../src/store/kit/schema.ts";
import { openSealKey } from "../../../src/store/kit/seal-key.ts";
import { type Databases, databases } from "../postgres-server.ts";
import { recordingLog } from "../samples.ts";

let server: Databases;
let connection: Connection;
beforeAll(async () => {
  server = await databases();
  const connected = await connect({ databaseUrl: await server.newDatabase() }, recordingLog());
  if (!connected.ok) throw new Error(connected.reason);
  connection = connected.connection;
  await migrate(connection.db);
});
afterAll(async () => {
  await connection?.close();
  await server?.stop();
});
beforeEach(async () => void (await connection.db.deleteFrom("seal_key").execute()));

/** A vault: what it wraps, only it can tell. */
function vault(id: string): KeyWrap {
  const known = new Map<string, Buffer>();
  return {
    isOf: (by) => by.startsWith(`${id}/`),
    wrap: async (key) => {
      const wrapped = `${id}-${known.size}`;
      known.set(wrapped, key);
      return { by: `${id}/1`, wrapped };
    },
    unwrap: async ({ wrapped }) => {
      const key = known.get(wrapped);
      if (key === undefined) throw new Error("the vault answered 403");
      return key;
    },
  };
}

const keyOf = async (key: KeyWrap) => {
  const opened = await openSealKey(connection.db, key);
  return opened.ok ? opened.key : opened.reason;
};

test("processes that start together have the same, and so has one that starts later", async () => {
  const files = vault("files");
  const [first, ...others] = await Promise.all([1, 2, 3, 4].map(() => keyOf(files)));
  expect(first).toHaveLength(32);
  for (const other of [...others, await keyOf(files)]) expect(other).toEqual(first);
  const { rows } = await sql<{ row: string }>`select t::text as row from seal_key t`.execute(connection.db);
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain((first as Buffer).toString("base64"));
});

test("another key in the settings makes another one", async () => {
  const before = await keyOf(vault("files"));
  const files = vault("new");
  const after = await keyOf(files);
  expect(after).toHaveLength(32);
  expect(after).not.toEqual(before);
  expect(await keyOf(files)).toEqual(after);
});

test("a vault that does not open it is no reason to make another: it is said", async () => {
  await keyOf(vault("files"));
  expect(await keyOf(vault("files"))).toMatch(/403.*Key Vault Crypto Service Encryption User/);
});

test("a key in a file is the key", async () => {
  const key = Buffer.alloc(32, 3);
  expect(await openSealKey(connection.db, key)).toEqual({ ok: true, key });
});
