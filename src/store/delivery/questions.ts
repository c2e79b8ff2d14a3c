// Questions: claimed once, closed by what answers them, taken over when the process that had them is gone.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Question } from "../../app/ports/outbox.ts";
import type { Clock } from "../../app/ports/services.ts";
import type { Store } from "../../app/ports/store.ts";
import { pendingKey } from "../../core/conversation/pending-key.ts";
import type { CommitCheck } from "../kit/commit-check.ts";
import type { NewRow } from "../kit/new-row.ts";
import { isGone, type Process } from "../kit/processes.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { answerAtOnce } from "./outbox.ts";

/** `owner`: the id of this process. */
export function questionQueries(
  db: Kysely<Tables>,
  owner: string,
  written: () => void,
): Pick<Store, "claimQuestion" | "closeQuestion"> {
  return {
    claimQuestion: async (question, answer) => {
      if (answer === undefined) return claimQuestionFor(db, owner, question);
      const claimed = await answerAtOnce(db, claiming(owner, question, true), [answer]);
      if (claimed) written();
      return claimed;
    },
    closeQuestion: async (key) => {
      await closeQuestionFor(db, owner, key);
    },
  };
}

/** Keeps its conversation too. False when it was claimed before. */
export async function claimQuestionFor(
  db: Kysely<Tables>,
  owner: string,
  question: Question,
): Promise<boolean> {
  // One round trip: whoever asks waits for this and for nothing else.
  const { rows } = await sql<{ key: string }>`
    with ${claiming(owner, question, false)} select key from asked`.execute(db);
  return rows.length > 0;
}

/** Gives a row where nobody had claimed it, and keeps its conversation. */
function claiming(
  owner: string,
  { key, text, conversation, receivedAt }: Question,
  closed: boolean,
): RawBuilder<unknown> {
  const reference = jsonText(conversation);
  const { userId, personal } = conversation;
  return sql`
    asked as (
      insert into questions (key, text, conversation, received_at, owner, closed_at)
      values (${key}, ${text}, ${reference}, ${receivedAt}, ${owner}, case when ${closed} then now() end)
      on conflict do nothing returning key
    ),
    conversation as (
      insert into conversations (key, user_id, personal, reference, updated_at)
      select ${conversation.key}, ${userId}, ${personal}, ${reference}::jsonb, ${receivedAt}::timestamptz from asked
      on conflict (key) do update set user_id = excluded.user_id, personal = excluded.personal,
        reference = excluded.reference, updated_at = excluded.updated_at
    )`;
}

/** False when it is not this process's to answer any more. */
export async function closeQuestionFor(db: Kysely<Tables>, owner: string, key: string): Promise<boolean> {
  const closed = await db
    .updateTable("questions")
    .set({ closed_at: sql<string>`now()` })
    .where("key", "=", key)
    .where("closed_at", "is", null)
    .where("owner", "=", owner)
    .returning("key")
    .executeTakeFirst();
  return closed !== undefined;
}

/** For a claim of which nobody knows whether it was taken. A write waits for one of the same key that is under way. */
export const claimChecks = (
  db: Kysely<Tables>,
  clock: Clock,
  owner: string,
): Pick<CommitCheck, "isMine" | "takenFor" | "disown"> => ({
  takenFor: async (userId) => {
    const rows = await db
      .selectFrom("questions")
      .select(["key", "text", "conversation", "received_at"])
      .where(sql`starts_with(key, ${pendingKey("")})`, "=", true)
      .where("owner", "=", owner)
      .where("closed_at", "is", null)
      .where(sql`conversation ->> 'userId'`, "=", userId)
      .execute();
    return rows.map(({ key, text, conversation, received_at }) => ({
      ...{ id: key.slice(pendingKey("").length), userId, reason: "signIn" as const },
      ...{ text, conversation, createdAt: received_at.toISOString() },
    }));
  },
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
      .values({
        ...{ key, text, conversation: jsonText(conversation), received_at: receivedAt, owner, closed_at },
      } satisfies NewRow<"questions">)
      .onConflict((conflict) => conflict.column("key").doUpdateSet({ closed_at }))
      .execute();
  },
});

/** Closes them in the same statement: of two processes that look together, one gets each, and nobody answers it later. */
export async function takeOver(db: Kysely<Tables>, me: Process): Promise<readonly Question[]> {
  const rows = await db
    .updateTable("questions")
    .set({ owner: me.id, closed_at: sql<string>`now()` })
    .where("closed_at", "is", null)
    .where(isGone("questions.owner", me))
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
