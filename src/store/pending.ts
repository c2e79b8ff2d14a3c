// Questions that wait for a sign-in or for the choice of a cluster: each is taken once.
import type { Kysely } from "kysely";
import type { Store } from "../app/ports.ts";
import { jsonText } from "./json-text.ts";
import type { Tables } from "./tables.ts";

const keptMilliseconds = 60 * 60_000;

export function pendingQueries(db: Kysely<Tables>): Pick<Store, "savePending" | "takePending"> {
  return {
    savePending: async ({ id, userId, reason, text, conversation, createdAt }) => {
      // What nobody came back for is not kept.
      const anHourBefore = new Date(Date.parse(createdAt) - keptMilliseconds).toISOString();
      await db.deleteFrom("pending").where("created_at", "<", new Date(anHourBefore)).execute();
      await db
        .insertInto("pending")
        .values({
          id,
          user_id: userId,
          reason,
          text,
          conversation: jsonText(conversation),
          created_at: createdAt,
        })
        .execute();
    },
    takePending: async (match, notBefore) => {
      const rows = await db
        .deleteFrom("pending")
        .where("user_id", "=", match.userId)
        .where((where) => ("id" in match ? where("id", "=", match.id) : where("reason", "=", match.reason)))
        .returningAll()
        .execute();
      return rows
        .map((row) => ({
          id: row.id,
          userId: row.user_id,
          reason: row.reason,
          text: row.text,
          conversation: row.conversation,
          createdAt: row.created_at.toISOString(),
        }))
        .filter(({ createdAt }) => Date.parse(createdAt) >= Date.parse(notBefore))
        .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
    },
  };
}
