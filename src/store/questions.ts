// Questions: claimed once, closed when answered, found again when the process that had them is gone.
import type { Kysely } from "kysely";
import type { Clock, Question, Store } from "../app/ports.ts";
import type { Truth } from "./certain.ts";
import { jsonText } from "./json-text.ts";
import { isGone } from "./processes.ts";
import type { Tables } from "./tables.ts";

/** `owner`: the id of this process; `alone`: no other can be at work on this database. */
export function questionQueries(
  db: Kysely<Tables>,
  clock: Clock,
  owner: string,
  alone: boolean,
): Pick<Store, "claimQuestion" | "closeQuestion" | "openQuestions"> {
  return {
    claimQuestion: async ({ key, text, conversation, receivedAt }) => {
      const claimed = await db
        .insertInto("questions")
        .values({
          key,
          text,
          conversation: jsonText(conversation),
          received_at: receivedAt,
          owner,
        })
        .onConflict((conflict) => conflict.doNothing())
        .returning("key")
        .executeTakeFirst();
      return claimed !== undefined;
    },
    closeQuestion: async (key) => {
      await db
        .updateTable("questions")
        .set({ closed_at: clock.now().toISOString() })
        .where("key", "=", key)
        .where("closed_at", "is", null)
        .execute();
    },
    openQuestions: (receivedBefore) => takeOver(db, owner, alone, receivedBefore),
  };
}

/** For a claim of which nobody knows whether it was taken. A write waits for one of the same key that is under way. */
export const truthOfClaims = (
  db: Kysely<Tables>,
  clock: Clock,
  owner: string,
): Pick<Truth, "isMine" | "disown"> => ({
  isMine: async ({ key, receivedAt }) => {
    const row = await db
      .selectFrom("questions")
      .select("key")
      .where("key", "=", key)
      .where("owner", "=", owner)
      .where("received_at", "=", new Date(receivedAt))
      .executeTakeFirst();
    return row !== undefined;
  },
  disown: async ({ key, text, conversation, receivedAt }) => {
    const closed_at = clock.now().toISOString();
    await db
      .insertInto("questions")
      .values({ key, text, conversation: jsonText(conversation), received_at: receivedAt, owner, closed_at })
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ closed_at }))
      .execute();
  },
});

/** Makes this process their owner in the same statement: two that start together get each question once. */
async function takeOver(
  db: Kysely<Tables>,
  owner: string,
  alone: boolean,
  receivedBefore: string,
): Promise<readonly Question[]> {
  const rows = await db
    .updateTable("questions")
    .set({ owner })
    .where("closed_at", "is", null)
    .where("received_at", "<", new Date(receivedBefore))
    .where(isGone("questions.owner", owner, alone))
    .returning(["key", "text", "conversation", "received_at"])
    .execute();
  return rows
    .map(({ key, text, conversation, received_at }) => ({
      key,
      text,
      conversation,
      receivedAt: received_at.toISOString(),
    }))
    .sort((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1));
}
