// Set up once for all tests that need a database: a PostgreSQL server that gives each file databases of its own, and a
// folder of PGlite's to copy. Both are brought up to date once, by the product.
import { prepareStore } from "../src/store/open-store.ts";
import useOwnFolder from "./jest/own-folder.ts";
import { startPreparedFolder } from "./store/new-folder.ts";
import { startPostgres } from "./store/postgres-server.ts";

export default async function start(): Promise<void> {
  useOwnFolder();
  const folder = await startPreparedFolder();
  const server = await startPostgres();
  const databaseUrl = await server.newDatabase();
  const prepared = await prepareStore({ databaseUrl }, { warn: () => {}, error: () => {} });
  if (!prepared.ok) throw new Error(prepared.reason);
  // Jest starts its workers after this, with this environment.
  process.env.TEST_POSTGRES = databaseUrl;
  process.env.TEST_PGLITE = folder.path;
  Object.assign(globalThis, { endSharedDatabases: () => Promise.all([server.stop(), folder.remove()]) });
}
