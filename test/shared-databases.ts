// Set up once for all unit tests: a PostgreSQL server that gives each file databases of its own, and an empty PGlite
// folder to copy, since making one takes ten times as long as opening it.
import { startEmptyFolder } from "./store/new-folder.ts";
import { startPostgres } from "./store/postgres-server.ts";

export default async function start(): Promise<void> {
  const [server, folder] = await Promise.all([startPostgres(), startEmptyFolder()]);
  // Jest starts its workers after this, with this environment.
  process.env.TEST_POSTGRES = server.url;
  process.env.TEST_PGLITE = folder.path;
  Object.assign(globalThis, { endSharedDatabases: () => Promise.all([server.stop(), folder.remove()]) });
}
