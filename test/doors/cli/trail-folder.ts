// A folder with an audit trail, as a bot that was stopped leaves it.
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import type { AuditEntry } from "../../../src/core/audit/audit-event.ts";
import { fileBook } from "../../../src/store/audit-heads.ts";
import { readOrMakeKeyFile } from "../../../src/store/audit-key.ts";
import { openStore } from "../../../src/store/open-store.ts";

const silent = { warn: () => {}, error: () => {} };

export async function trailFolder() {
  const folder = await mkdtemp(join(tmpdir(), "audit-"));
  const dataDir = join(folder, "data");
  const heads = join(dataDir, "audit-heads.jsonl");

  async function open() {
    const clock = { now: () => new Date(), sleep: () => Promise.resolve() };
    const made = await readOrMakeKeyFile(join(dataDir, "audit-key.pem"));
    if (!made.ok) throw new Error(made.reason);
    const trail = { key: made.key, book: fileBook(heads) };
    const retention = { outputDays: 30, auditDays: 365 };
    const opened = await openStore({ dataDir, clock, log: silent, retention, trail });
    if (!opened.ok) throw new Error(opened.reason);
    return opened;
  }

  /** As somebody would who owns the database. */
  async function tamper(...statements: readonly string[]): Promise<void> {
    const db = await PGlite.create({ dataDir: join(dataDir, "pg") });
    for (const statement of statements) await db.exec(statement);
    await db.close();
  }

  return { folder, dataDir, heads, open, tamper };
}

export const entryOf = (runId: string | null, more: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ time: new Date().toISOString(), actor: "alex", tenant: null, action: "diagnose.submit" },
  ...{ outcome: "allowed" as const, cluster: null, runId, rule: "oncall-reads", detail: {} },
  ...more,
});
