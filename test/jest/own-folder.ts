// Whatever a run of tests, and processes that it starts, make in the temporary folder goes with it.
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Called by each project before its tests; one folder is enough for all. Jest starts its workers after this, with this environment. */
export default function useOwnFolder(): void {
  if (process.env.TMPDIR?.includes(name)) return;
  const folder = mkdtempSync(join(tmpdir(), name));
  // Open as /tmp is: PostgreSQL runs as a user of its own.
  chmodSync(folder, 0o1777);
  process.env.TMPDIR = folder;
  // Where `npm start` keeps it as well: the workers and the products that they start compile nothing twice.
  process.env.NODE_COMPILE_CACHE = resolve("node_modules/.cache/node");
  enableCompileCache();
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
}

const name = "aks-oncall-tests-";
