// The database: PGlite in a folder or in memory, or a PostgreSQL server. The same SQL runs on each of them.
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, PGliteDialect, PostgresDialect } from "kysely";
import pg from "pg";
import { type ConstructorOptions, fromPglite, PgBoss } from "pg-boss";
import { messageOf } from "./error-text.ts";
import { lockFolder } from "./folder-lock.ts";
import { closeFiles, privateFolder } from "./private-folder.ts";
import { storableValues } from "./storable-values.ts";
import type { StoreLog } from "./store-log.ts";
import type { Tables } from "./tables.ts";

export type Connection = Readonly<{
  db: Kysely<Tables>;
  boss: PgBoss;
  /** True when no other process can be at work on this database. */
  alone: boolean;
  close(): Promise<void>;
}>;
export type ConnectionResult = Readonly<{ ok: true; connection: Connection } | { ok: false; reason: string }>;

/** `dataDir` is a folder for PGlite, or `:memory:`, which keeps nothing. */
export type Place = Readonly<{ databaseUrl: string } | { dataDir: string }>;

/** A database that does not answer within this time counts as down. */
const connectMilliseconds = 5_000;

/** Dead workers are looked for every second; both intervals are needed. Nothing is scheduled by the clock. */
const bossOptions = {
  useListenNotify: true,
  superviseIntervalSeconds: 1,
  monitorIntervalSeconds: 1,
  schedule: false,
  registerInstance: false,
} satisfies ConstructorOptions;

export async function connect(place: Place, log: StoreLog): Promise<ConnectionResult> {
  if ("dataDir" in place) return connectFolder(place.dataDir, log);
  if (!URL.canParse(place.databaseUrl)) {
    return {
      ok: false,
      reason: "DATABASE_URL is not valid: write postgres://USER:PASSWORD@HOST:5432/DATABASE.",
    };
  }
  return { ok: true, connection: connectServer(place.databaseUrl, log) };
}

/** A sentence for whoever started the product; it never holds a password. */
export function whyNotOpened(place: Place, error: unknown): string {
  const said = messageOf(error);
  if ("dataDir" in place) {
    return `The database in ${place.dataDir} cannot be opened (${said}). Check that the folder is writable and not full.`;
  }
  const { host, pathname } = new URL(place.databaseUrl);
  return `The database ${pathname.slice(1)} on ${host} cannot be opened (${said}). Check DATABASE_URL and the server.`;
}

/** `":memory:"` keeps nothing. Throws when the folder cannot be written. */
async function connectFolder(dataDir: string, log: StoreLog): Promise<ConnectionResult> {
  if (dataDir === ":memory:")
    return { ok: true, connection: await pgliteConnection(undefined, async () => {}) };
  const closed = await privateFolder(dataDir, log);
  if (!closed.ok) return closed;
  const { folder } = closed;
  const locked = await lockFolder(folder, log);
  if (!locked.ok) return locked;
  try {
    const connection = await pgliteConnection(join(folder, "pg"), locked.lock.release);
    if (await closeFiles(folder)) return { ok: true, connection };
    await connection.close();
    return {
      ok: false,
      reason: `Others may read a file in ${folder}, and that cannot be changed: chmod -R go= it.`,
    };
  } catch (error) {
    await locked.lock.release();
    throw error;
  }
}

async function pgliteConnection(
  folder: string | undefined,
  release: () => Promise<void>,
): Promise<Connection> {
  const pglite = await PGlite.create(folder === undefined ? {} : { dataDir: folder });
  const db = new Kysely<Tables>({ dialect: new PGliteDialect({ pglite }), plugins: [storableValues] });
  const boss = new PgBoss({ ...bossOptions, backend: "pglite", db: fromPglite(pglite) });
  return {
    db,
    boss,
    alone: true,
    close: async () => {
      await db.destroy();
      await release();
    },
  };
}

/** Opens no connection yet: the first query does. */
function connectServer(databaseUrl: string, log: StoreLog): Connection {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 10,
    connectionTimeoutMillis: connectMilliseconds,
  });
  // Without a listener, an idle connection that the server closes would end the process.
  pool.on("error", (error) => log.warn("idle database connection lost", { error: error.message }));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), plugins: [storableValues] });
  const boss = new PgBoss({
    ...bossOptions,
    connectionString: databaseUrl,
    max: 4,
    connectionTimeoutMillis: connectMilliseconds,
  });
  return { db, boss, alone: false, close: () => db.destroy() };
}
