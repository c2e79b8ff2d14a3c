// The mode in force: one row, asked anew each time, so that a change is in force for every process at once.
import type { Kysely } from "kysely";
import type { Store } from "../app/ports/store.ts";
import type { AuditEntry } from "../core/audit/audit-event.ts";
import type { ModeInForce } from "../core/mode.ts";
import { insertAudit } from "./audit/entries.ts";
import { batched } from "./kit/batched.ts";
import { jsonText } from "./kit/stored-text.ts";
import type { Tables } from "./kit/tables.ts";

export const modeQueries = (db: Kysely<Tables>): Pick<Store, "mode" | "setMode"> => {
  // Whoever asks is told what was read after they asked; those who ask in the same moment share that.
  const read = batched(0, async (asked: readonly undefined[]) => {
    const row = await db.selectFrom("mode").selectAll().executeTakeFirstOrThrow();
    const mode = { mode: row.mode, setBy: row.set_by, since: row.since.toISOString(), reason: row.reason };
    return asked.map(() => mode);
  });
  return { mode: () => read(undefined), setMode: (mode, audit) => setMode(db, mode, audit) };
};

const setMode = (
  db: Kysely<Tables>,
  { mode, setBy, since, reason }: ModeInForce,
  audit: AuditEntry,
): Promise<void> =>
  db.transaction().execute(async (transaction) => {
    const latest = {
      mode,
      set_by: jsonText(setBy),
      since,
      reason,
    };
    await transaction
      .insertInto("mode")
      .values({ single: true, ...latest })
      .onConflict((conflict) => conflict.column("single").doUpdateSet(latest))
      .execute();
    await insertAudit(transaction, audit);
  });
