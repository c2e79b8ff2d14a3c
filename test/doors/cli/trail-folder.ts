// An audit trail as a bot that was stopped leaves it: in a folder, or in a database with the key and the heads in one.
import { mkdir, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { AuditEntry } from "../../../src/core/audit/audit-event.ts";
import { fileBook, readOrMakeKeyFile } from "../../../src/store/audit/trail-key.ts";
import { openStore } from "../../../src/store/open-store.ts";
import { query } from "../../store/postgres-server.ts";

const silent = { warn: () => {}, error: () => {} };

export async function trailFolder(databaseUrl?: string) {
  const folder = await mkdtemp(join(tmpdir(), "audit-"));
  const dataDir = join(folder, "data");
  const heads = join(dataDir, "audit-heads.jsonl");
  const keyFile = join(dataDir, "audit-key.pem");
  if (databaseUrl !== undefined) await mkdir(dataDir);
  const variables: Record<string, string> =
    databaseUrl === undefined
      ? { DATA_DIR: dataDir }
      : { DATABASE_URL: databaseUrl, AUDIT_KEY_FILE: keyFile, AUDIT_HEAD_FILE: heads };

  async function open() {
    const clock = { now: () => new Date(), sleep: () => Promise.resolve() };
    const made = await readOrMakeKeyFile(keyFile);
    if (!made.ok) throw new Error(made.reason);
    const trail = { key: made.key, book: fileBook(heads) };
    const place = databaseUrl === undefined ? { dataDir } : { databaseUrl };
    const retention = { outputDays: 30, auditDays: 365 };
    const opened = await openStore({ ...place, clock, log: silent, retention, trail });
    if (!opened.ok) throw new Error(opened.reason);
    return opened;
  }

  /** As somebody would who owns the database. */
  const tamper = (...statements: readonly string[]) => query(databaseUrl ?? "", ...statements);

  return { folder, dataDir, heads, keyFile, variables, open, tamper };
}

export const entryOf = (runId: string | null, more: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ time: new Date().toISOString(), actor: "alex", tenant: null, action: "diagnose.submit" },
  ...{ outcome: "allowed" as const, cluster: null, runId, rule: "oncall-reads", detail: {} },
  ...more,
});
