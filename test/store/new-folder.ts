// A folder for a store as it is after its first start. PGlite's own making of an empty database costs ten times what
// opening it does, and the schema twice: so it is made once, by the product, and copied.
import { cpSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { prepareStore } from "../../src/store/open-store.ts";

export type PreparedFolder = Readonly<{ path: string; remove(): Promise<void> }>;

/** A store that nothing was written to, for `newFolder` to copy; `remove` takes the copies away as well. */
export async function startPreparedFolder(): Promise<PreparedFolder> {
  const parent = await mkdtemp(join(tmpdir(), "aks-oncall-folders-"));
  const path = join(parent, "prepared");
  // The worst that a service may be started with: private-folder.test.ts looks at what comes of it.
  const usual = process.umask(0);
  const prepared = await prepareStore({ dataDir: path }, { warn: () => {}, error: () => {} });
  process.umask(usual);
  if (!prepared.ok) throw new Error(prepared.reason);
  return { path, remove: () => rm(parent, { recursive: true, force: true }) };
}

/** A new folder, which goes with the run of tests. */
export async function newFolder(): Promise<string> {
  const prepared = process.env.TEST_PGLITE;
  const folder = await mkdtemp(join(prepared === undefined ? tmpdir() : dirname(prepared), "store-"));
  fillFolder(folder);
  return folder;
}

/** Where nobody has made one to copy (the proofs), the product makes its own. */
export function fillFolder(folder: string): void {
  const prepared = process.env.TEST_PGLITE;
  // At once: one file after the other, each with a turn of the event loop, costs more than the opening.
  if (prepared !== undefined) cpSync(join(prepared, "pg"), join(folder, "pg"), { recursive: true });
}
