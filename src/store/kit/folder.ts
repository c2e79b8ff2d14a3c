// PGlite: a whole PostgreSQL in this process, on a folder that belongs to it alone, or in memory.
import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, type KyselyPlugin, PGliteDialect } from "kysely";
import { fromPglite, PgBoss } from "pg-boss";
import { bossOptions, type Connection, type ConnectionResult, type StoreLog } from "./connection.ts";
import { lockFolder } from "./folder-lock.ts";
import { type FreeSpace, freeBytes, watchFreeSpace } from "./free-space.ts";
import { closeFiles, exists, privateFolder } from "./private-folder.ts";
import { storableValues } from "./stored-text.ts";
import type { Tables } from "./tables.ts";

const plenty: FreeSpace = { require: () => {}, stop: () => {} };

/** Keeps nothing. */
export const connectMemory = async (): Promise<Connection> =>
  connectionTo(await PGlite.create(), plenty, async () => {});

/** Throws when the folder cannot be written, or its disk is full. */
export async function connectFolder(dataDir: string, log: StoreLog): Promise<ConnectionResult> {
  const closed = await privateFolder(dataDir, log);
  if (!closed.ok) return closed;
  const { folder } = closed;
  const locked = await lockFolder(folder, log);
  if (!locked.ok) return locked;
  const space = await watchFreeSpace(() => freeBytes(folder));
  try {
    space.require();
    const pglite = await openWhole(join(folder, "pg"));
    const connection = connectionTo(pglite, space, locked.lock.release);
    if (await closeFiles(folder)) return { ok: true, connection };
    await connection.close();
    return {
      ok: false,
      reason: `Others may read a file in ${folder}, and that cannot be changed: chmod -R go= it.`,
    };
  } catch (error) {
    space.stop();
    await locked.lock.release();
    throw error;
  }
}

/** A new database is made beside its place and then moved there: killed in between, it is whole or not there at all. */
async function openWhole(folder: string): Promise<PGlite> {
  const unfinished = `${folder}.new`;
  await rm(unfinished, { recursive: true, force: true });
  if (!(await exists(folder))) {
    await (await PGlite.create({ dataDir: unfinished })).close();
    await rename(unfinished, folder);
  }
  return PGlite.create({ dataDir: folder });
}

function connectionTo(pglite: PGlite, space: FreeSpace, release: () => Promise<void>): Connection {
  const db = new Kysely<Tables>({
    dialect: new PGliteDialect({ pglite }),
    plugins: [storableValues, onlyWithRoom(space)],
  });
  const jobs = fromPglite(pglite);
  const executeSql: typeof jobs.executeSql = async (text, values) => {
    space.require();
    return jobs.executeSql(text, values);
  };
  return {
    db,
    maintenance: db,
    probe: db,
    boss: new PgBoss({ ...bossOptions, backend: "pglite", db: { ...jobs, executeSql } }),
    alone: true,
    close: async () => {
      space.stop();
      await db.destroy();
      await release();
    },
  };
}

/** Reading writes too: PostgreSQL keeps notes in the pages that it reads. */
const onlyWithRoom = (space: FreeSpace): KyselyPlugin => ({
  transformQuery: ({ node }) => {
    space.require();
    return node;
  },
  transformResult: async ({ result }) => result,
});
