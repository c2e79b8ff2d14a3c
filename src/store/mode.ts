// The mode in force: one row, asked anew each time, so that a change is in force for every process at once.
import type { Kysely } from "kysely";
import type { Store } from "../app/ports.ts";
import { insertAudit } from "./audit.ts";
import { jsonText } from "./json-text.ts";
import type { Tables } from "./tables.ts";

export const modeQueries = (db: Kysely<Tables>): Pick<Store, "mode" | "setMode"> => ({
  mode: async () => {
    const row = await db.selectFrom("mode").selectAll().executeTakeFirstOrThrow();
    return { mode: row.mode, setBy: row.set_by, since: row.since.toISOString(), reason: row.reason };
  },
  setMode: ({ mode, setBy, since, reason }, audit) =>
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
    }),
});
