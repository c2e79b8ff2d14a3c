// A folder for a store as it is after its first start, before the first table. PGlite's own making of an empty
// database costs ten times what opening it does, and in a Jest worker forty times: so it is made once, and copied.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";

export type EmptyFolder = Readonly<{ path: string; remove(): Promise<void> }>;

/** An empty database of PGlite's, for `newFolder` to copy; `remove` takes the copies away as well. */
export async function startEmptyFolder(): Promise<EmptyFolder> {
  const parent = await mkdtemp(join(tmpdir(), "aks-oncall-folders-"));
  const path = join(parent, "empty");
  await (await PGlite.create({ dataDir: path })).close();
  return { path, remove: () => rm(parent, { recursive: true, force: true }) };
}

/** A new folder, which goes with the run of tests. */
export async function newFolder(): Promise<string> {
  const empty = process.env.TEST_PGLITE;
  const folder = await mkdtemp(join(empty === undefined ? tmpdir() : dirname(empty), "store-"));
  await fillFolder(folder);
  return folder;
}

/** Where nobody has made one to copy (the proofs), the product makes its own. */
export async function fillFolder(folder: string): Promise<void> {
  const empty = process.env.TEST_PGLITE;
  if (empty !== undefined) await cp(empty, join(folder, "pg"), { recursive: true });
}
