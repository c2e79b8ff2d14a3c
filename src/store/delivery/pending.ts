// Questions that wait for a sign-in or for the choice of a cluster: each is taken once.
import type { Kysely, Selectable, Transaction } from "kysely";
import type { Pending } from "../../app/ports/outbox.ts";
import type { Store } from "../../app/ports/store.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { claimQuestionFor } from "./questions.ts";

const keptMilliseconds = 60 * 60_000;

type Match = Parameters<Store["takePending"]>[0];

/** `owner`: the id of this process. */
export function pendingQueries(
  db: Kysely<Tables>,
  owner: string,
): Pick<Store, "savePending" | "takePending"> {
  return {
    savePending: (pending) => keepPending(db, pending),
    takePending: (match, notBefore, question = () => null) =>
      db.transaction().execute(async (transaction) => {
        const taken = (await remove(transaction, match))
          .filter(({ createdAt }) => Date.parse(createdAt) >= Date.parse(notBefore))
          .sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
        for (const asked of taken.map(question))
          if (asked !== null) await claimQuestionFor(transaction, owner, asked);
        return taken;
      }),
  };
}

export async function keepPending(
  db: Kysely<Tables>,
  { id, userId, reason, text, conversation, createdAt, offered }: Pending,
): Promise<void> {
  // What nobody came back for is not kept.
  const anHourBefore = new Date(Date.parse(createdAt) - keptMilliseconds);
  await db.deleteFrom("pending").where("created_at", "<", anHourBefore).execute();
  await db
    .insertInto("pending")
    .values({
      id,
      user_id: userId,
      reason,
      text,
      conversation: jsonText(conversation),
      created_at: createdAt,
      offered: offered === undefined ? null : jsonText(offered),
    })
    .execute();
}

async function remove(db: Transaction<Tables>, match: Match): Promise<readonly Pending[]> {
  const rows = await db
    .deleteFrom("pending")
    .where("user_id", "=", match.userId)
    .where((where) => ("id" in match ? where("id", "=", match.id) : where("reason", "=", match.reason)))
    .returningAll()
    .execute();
  return rows.map(toPending);
}

const toPending = (row: Selectable<Tables["pending"]>): Pending => ({
  id: row.id,
  userId: row.user_id,
  reason: row.reason,
  text: row.text,
  conversation: row.conversation,
  createdAt: row.created_at.toISOString(),
  ...(row.offered === null ? {} : { offered: row.offered }),
});
