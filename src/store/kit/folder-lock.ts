// One process owns a database folder: PGlite opens a folder twice without an error, and then loses rows.
import { readdir, readFile, rename, rm, stat, statfs, utimes, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PGlite } from "@electric-sql/pglite";
import { Kysely, type KyselyPlugin, PGliteDialect } from "kysely";
import { fromPglite, PgBoss } from "pg-boss";
import { z } from "zod";
import { bossOptions, type Connection, type ConnectionResult, type StoreLog } from "./connection.ts";
import { errorCodeOf } from "./database-errors.ts";
import { closeFiles, exists, privateFolder } from "./private-folder.ts";
import { storableValues } from "./stored-text.ts";
import type { Tables } from "./tables.ts";
import { repeat } from "./timers.ts";

export type FolderLock = Readonly<{ release(): Promise<void> }>;
type LockResult = Readonly<{ ok: true; lock: FolderLock } | { ok: false; reason: string }>;

/** `started` tells a process from an earlier one with its pid (in a container every process is number 1). */
const ownerSchema = z.object({ pid: z.number(), host: z.string(), started: z.string().nullable() });
type Owner = z.infer<typeof ownerSchema>;

const touchMilliseconds = 2_000;
const released = "released\n";

/**
 * Takes the folder for this process. The lock is the file `owner.N` with the highest N; it is created exclusively,
 * and only over a lock whose owner is gone, so that of two processes which find the same dead owner one wins. It
 * is never deleted by its owner: numbers only grow. `watchMilliseconds`: how long a lock from another machine,
 * whose processes we cannot see, is watched for a sign of life.
 */
export async function lockFolder(
  folder: string,
  log: StoreLog,
  watchMilliseconds = 3 * touchMilliseconds,
): Promise<LockResult> {
  const me: Owner = { pid: process.pid, host: hostname(), started: await startOf(process.pid) };
  for (;;) {
    const newest = await newestLock(folder);
    const owner = newest === 0 ? null : await ownerOf(lockPath(folder, newest));
    if (owner && (await isAlive(owner, me, lockPath(folder, newest), watchMilliseconds))) {
      return { ok: false, reason: inUse(folder, owner) };
    }
    if (await create(lockPath(folder, newest + 1), me)) {
      if ((await newestLock(folder)) === newest + 1)
        return { ok: true, lock: await hold(folder, newest + 1, log) };
      await rm(lockPath(folder, newest + 1), { force: true });
    }
  }
}

const inUse = (folder: string, owner: Owner): string =>
  `The folder ${folder} is in use by process ${owner.pid} on ${owner.host}; a second process would lose rows. ` +
  "Stop that process, choose another DATA_DIR, or set DATABASE_URL to share one PostgreSQL.";

const lockPath = (folder: string, number: number): string => join(folder, `owner.${number}`);

async function newestLock(folder: string): Promise<number> {
  const numbers = (await readdir(folder)).map((name) => Number(/^owner\.(\d+)$/.exec(name)?.[1] ?? 0));
  return Math.max(0, ...numbers);
}

async function create(path: string, owner: Owner): Promise<boolean> {
  try {
    await writeFile(path, JSON.stringify(owner), { flag: "wx", mode: 0o600 });
    return true;
  } catch (error) {
    if (errorCodeOf(error) === "EEXIST") return false;
    throw error;
  }
}

/** Null when the lock was released, or its owner died before it had written its name. */
async function ownerOf(path: string): Promise<Owner | null> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const text = await readFile(path, "utf8").catch((error: unknown) => {
      if (errorCodeOf(error) === "ENOENT") return released;
      throw error;
    });
    if (text === released) return null;
    const parsed = ownerSchema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    // Another process has just created the file and is about to write into it.
    await sleep(50);
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function isAlive(owner: Owner, me: Owner, path: string, watchMilliseconds: number): Promise<boolean> {
  if (owner.host !== me.host) return isTouched(path, watchMilliseconds);
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    // EPERM: the process is there and belongs to somebody else.
    if (errorCodeOf(error) === "ESRCH") return false;
  }
  const started = await startOf(owner.pid);
  return owner.started === null || started === null || owner.started === started;
}

async function isTouched(path: string, watchMilliseconds: number): Promise<boolean> {
  const before = await modified(path);
  await sleep(watchMilliseconds);
  return (await modified(path)) !== before;
}

const modified = async (path: string): Promise<number> => (await stat(path).catch(() => null))?.mtimeMs ?? 0;

/** When a process started: boot of the machine and clock ticks since then; null where /proc does not tell. */
async function startOf(pid: number): Promise<string | null> {
  try {
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8");
    const line = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold spaces; behind it stand the state and, 20th, the start.
    const fields = line.slice(line.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z") return "dead, and not yet collected by its parent";
    // Ended, and only not yet taken note of by its parent, who may never do so.
    if (fields[0] === "Z" || fields[0] === "X") return "ended";
    return fields[19] === undefined ? null : `${boot.trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

async function hold(folder: string, number: number, log: StoreLog): Promise<FolderLock> {
  for (const name of await readdir(folder)) {
    const older = Number(/^owner\.(\d+)$/.exec(name)?.[1] ?? number);
    if (older < number) await rm(join(folder, name), { force: true });
  }
  const path = lockPath(folder, number);
  const touch = repeat("folder lock", touchMilliseconds, () => utimes(path, new Date(), new Date()), log);
  return {
    release: async () => {
      await touch.stop();
      await writeFile(path, released);
    },
  };
}

// PGlite: a whole PostgreSQL in this process, on a folder that belongs to it alone, or in memory.

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

// How much room the disk of a folder has left. PGlite that runs out of space in the middle of a checkpoint may never
// come back, and takes the whole process with it: so nothing is written any more while there is still a little room.

/** Room for a checkpoint and what is under way, many times over. */
const neededBytes = 32_000_000;
const lookMilliseconds = 500;

export type FreeSpace = Readonly<{
  /** Throws as PostgreSQL does when its disk is full. */
  require(): void;
  stop(): void;
}>;

/** Bytes that this process may still write on the disk of a folder. */
export const freeBytes = async (folder: string): Promise<number> => {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
};

/** Looks at once and then twice a second; a look that fails changes nothing. */
export async function watchFreeSpace(left: () => Promise<number>): Promise<FreeSpace> {
  let full = false;
  const look = async (): Promise<void> => {
    const bytes = await left().catch(() => null);
    if (bytes !== null) full = bytes < neededBytes;
  };
  await look();
  const timer = setInterval(() => void look(), lookMilliseconds);
  timer.unref();
  return {
    require: () => {
      if (full) throw new DiskFullError();
    },
    stop: () => clearInterval(timer),
  };
}

/** In PostgreSQL's words. */
class DiskFullError extends Error {
  override readonly name = "DiskFullError";
  readonly code = "53100";
  readonly severity = "ERROR";
  constructor() {
    super("The disk of the database's folder is full.");
  }
}
