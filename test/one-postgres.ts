// Set up once for all unit tests: a PostgreSQL server that gives each file databases of its own.
import { startPostgres } from "./store/postgres-server.ts";

export default async function start(): Promise<void> {
  const server = await startPostgres();
  // Jest starts its workers after this, with this environment.
  process.env.TEST_POSTGRES = server.url;
  Object.assign(globalThis, { stopPostgres: server.stop });
}
