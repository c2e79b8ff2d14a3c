// Finds the database that the settings name, and says in a sentence why it cannot be opened.
import type { Connection, ConnectionResult, DatabaseLocation, StoreLog } from "./connection.ts";
import { errorMessageOf } from "./database-errors.ts";
import { connectServer } from "./server.ts";

/** `full` is told of every query that failed since the server has no space left. */
export async function connect(
  place: DatabaseLocation,
  log: StoreLog,
  full = () => {},
): Promise<ConnectionResult> {
  if ("dataDir" in place) {
    // PGlite is a whole PostgreSQL: a process with a server does without it.
    const { connectFolder, connectMemory } = await import("./folder-lock.ts");
    return place.dataDir === ":memory:" ? opened(await connectMemory()) : connectFolder(place.dataDir, log);
  }
  if (URL.canParse(place.databaseUrl)) return opened(connectServer(place, log, full));
  return {
    ok: false,
    reason: "DATABASE_URL is not valid: write postgres://USER:PASSWORD@HOST:5432/DATABASE.",
  };
}

const opened = (connection: Connection): ConnectionResult => ({ ok: true, connection });

/** A sentence for whoever started the product; it never holds a password. */
export function whyNotOpened(place: DatabaseLocation, error: unknown): string {
  const said = errorMessageOf(error);
  if ("dataDir" in place) {
    return `The database in ${place.dataDir} cannot be opened (${said}). Check that the folder is writable and not full.`;
  }
  const { host, pathname } = new URL(place.databaseUrl);
  return `The database ${pathname.slice(1)} on ${host} cannot be opened (${said}). Check DATABASE_URL and the server.`;
}
