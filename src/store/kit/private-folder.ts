// What people asked and what clusters answered lies in the folder: nobody but the user of the process may look in.
import { access, chmod, lstat, mkdir, readdir, realpath, stat } from "node:fs/promises";
import { join, resolve } from "node:path";
import type { StoreLog } from "./connection.ts";
import { errorCodeOf } from "./database-errors.ts";

type PrivateFolder = Readonly<{ ok: true; folder: string } | { ok: false; reason: string }>;

/** Who we are, as `stat` numbers users (null where there are none, as on Windows), and what changes a mode. */
type Me = Readonly<{ user: number | null; chmod: (path: string, mode: number) => Promise<void> }>;
const thisProcess: Me = { user: process.geteuid?.() ?? null, chmod };

const forOthers = 0o077;
const forOwner = 0o700;
const root = 0;

/**
 * The folder as a path without links, there and closed to everybody else, whatever the umask was. One that was
 * left open, as by a copy, is closed. Refused, with a sentence, where that cannot be done, or where somebody else could undo
 * it. Throws when the folder cannot be made or read.
 */
export async function privateFolder(path: string, log: StoreLog, me = thisProcess): Promise<PrivateFolder> {
  // PGlite creates files whenever it likes and takes no mode for them, so it is the process that has one.
  process.umask(forOthers);
  await mkdir(path, { recursive: true, mode: forOwner });
  // Not followed, and without a slash at its end, which would follow it.
  const named = await lstat(resolve(path));
  if (named.isSymbolicLink() && ![me.user, root].includes(named.uid))
    return refused(path, "it is a link that belongs to somebody else");
  const folder = await realpath(path);
  const found = await stat(folder);
  if (me.user === null) return { ok: true, folder };
  if (found.uid !== me.user) return refused(path, "it belongs to somebody else");
  if (!isOpen(found)) return { ok: true, folder };
  const entries = await readdir(folder);
  if (entries.length > 0 && !entries.some(isFromUs))
    return refused(path, "others may read it, and it holds what is not from me");
  if (!(await close(folder, me))) return refused(path, "others may read it, and that cannot be changed");
  log.warn("folder was open to others, closed now", { folder });
  return { ok: true, folder };
}

/**
 * The files in it too, for who copies them or opens the folder later: those that were copied, and those of a new
 * database, which PGlite unpacks with modes of its own. For whoever holds the folder's lock. False: one stays open.
 */
export async function closeFiles(folder: string, me = thisProcess): Promise<boolean> {
  if (me.user === null) return true;
  for (const name of (await readdir(folder)).filter(isFromUs))
    if (!(await closeAll(join(folder, name), me))) return false;
  return true;
}

const refused = (path: string, because: string): PrivateFolder => ({
  ok: false,
  reason:
    `The folder ${path} is not private to the user of this process: ${because}. ` +
    "Set DATA_DIR to a new folder, which is made private, or close this one: chown it to that user, chmod 700.",
});

/** Nothing else in the folder is touched: it may be somebody's home by mistake. */
const isFromUs = (name: string): boolean => name === "pg" || /^owner\.\d+$/.test(name);

const isOpen = ({ mode }: Readonly<{ mode: number }>): boolean => (mode & forOthers) !== 0;

/** Links are left alone. */
async function closeAll(path: string, me: Me): Promise<boolean> {
  const found = await lstat(path);
  if (found.isSymbolicLink()) return true;
  if (isOpen(found) && !(await close(path, me))) return false;
  if (!found.isDirectory()) return true;
  for (const name of await readdir(path)) if (!(await closeAll(join(path, name), me))) return false;
  return true;
}

/** False: it stays open. Some file systems take a mode without a word and keep their own. */
async function close(path: string, me: Me): Promise<boolean> {
  await me.chmod(path, (await lstat(path)).mode & forOwner).catch(ifAllowed);
  return !isOpen(await lstat(path));
}

function ifAllowed(error: unknown): void {
  if (errorCodeOf(error) !== "EPERM" && errorCodeOf(error) !== "ENOTSUP") throw error;
}

/** Whether something lies at a path. */
export const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
