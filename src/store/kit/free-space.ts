// How much room the disk of a folder has left. PGlite that runs out of space in the middle of a checkpoint may never
// come back, and takes the whole process with it: so nothing is written any more while there is still a little room.
import { statfs } from "node:fs/promises";

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
