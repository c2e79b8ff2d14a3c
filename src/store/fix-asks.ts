// Who was asked to make a fix: kept with the run, so that it goes with it, and is asked once by whoever presses.
import { type Kysely, sql } from "kysely";
import type { Store } from "../app/ports/store.ts";
import { insertAudit } from "./audit.ts";
import { jsonText } from "./json-text.ts";
import { writeMessages } from "./outbox.ts";
import type { Tables } from "./tables.ts";

/** `written` is called when there is a message to take. */
export const fixAskQueries = (db: Kysely<Tables>, written: () => void): Pick<Store, "askForFix"> => ({
  askForFix: async ({ runId, objectId, askedAt }, message, audit) => {
    const asked = await db.transaction().execute(async (transaction) => {
      // The row is locked by this, so of two presses the second one finds what the first has written.
      const row = await transaction
        .updateTable("runs")
        .set({ status: sql`jsonb_set(status, '{whoMay,askedAt}', ${jsonText(askedAt)}::jsonb)` })
        .where("id", "=", runId)
        .where(sql`status #>> '{whoMay,objectId}'`, "=", objectId)
        .where(sql<boolean>`status #> '{whoMay,askedAt}' is null`)
        .returning("id")
        .executeTakeFirst();
      if (!row) return false;
      await insertAudit(transaction, audit);
      await writeMessages(transaction, [message]);
      return true;
    });
    if (asked) written();
    return asked;
  },
});
