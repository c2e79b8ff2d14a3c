// The two stores that the product runs on, each fresh, and where a process finds them.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newKeyFile } from "../../test/fixtures/new-keys.ts";
import { startPostgres } from "../../test/store/postgres-server.ts";
import type { StorePlace } from "./processes.ts";

export type BenchStore = Readonly<{ name: string; place: StorePlace; close(): Promise<void> }>;

export async function openFolder(): Promise<BenchStore> {
  const folder = await mkdtemp(join(tmpdir(), "aks-oncall-bench-"));
  return {
    name: "PGlite",
    place: { DATA_DIR: folder },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

export async function openPostgres(): Promise<BenchStore> {
  const server = await startPostgres();
  return {
    name: "PostgreSQL",
    place: { DATABASE_URL: await server.newDatabase(), AUDIT_KEY_FILE: await newKeyFile() },
    close: () => server.stop(),
  };
}
