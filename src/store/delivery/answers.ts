// Answers: messages that are written with what they answer, where the question is still this process's to answer.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { OutboxStore, Pending } from "../../app/ports/outbox.ts";
import type { Store } from "../../app/ports/store.ts";
import type { Message } from "../../core/delivery/message.ts";
import type { NewRow } from "../kit/new-row.ts";
import type { Process } from "../kit/processes.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { answerAtOnce, writeMessages } from "./outbox.ts";
import { claimQuestionFor, takeOver } from "./questions.ts";

// Questions that wait for a sign-in or for the choice of a cluster: each is taken once.

const keptMilliseconds = 60 * 60_000;

type Match = Parameters<Store["takePending"]>[0];

/** `owner`: the id of this process. */
export function pendingQueries(
  db: Kysely<Tables>,
  owner: string,
): Pick<Store, "savePending" | "takePending" | "beginChallenge" | "takeState"> {
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
    beginChallenge: async (id, stateHash, notBefore) => {
      const row = await db
        .updateTable("pending")
        .set({ state_hash: stateHash })
        .where("id", "=", id)
        .where("reason", "=", "challenge")
        .where("created_at", ">=", new Date(notBefore))
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toPending(row);
    },
    takeState: async (stateHash, notBefore) => {
      const row = await db
        .updateTable("pending")
        .set({ state_hash: null })
        .where("state_hash", "=", stateHash)
        .where("created_at", ">=", new Date(notBefore))
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? null : toPending(row);
    },
  };
}

async function keepPending(
  db: Kysely<Tables>,
  { id, userId, reason, text, conversation, createdAt, offered, challenge }: Pending,
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
      challenge: challenge === undefined ? null : jsonText(challenge),
      state_hash: null,
    } satisfies NewRow<"pending">)
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
  ...(row.challenge === null ? {} : { challenge: row.challenge }),
});

type Answers = Pick<OutboxStore, "tell" | "tellMeanwhile" | "takeOverQuestions">;

/** `written` is called when there is something to take. */
export function answerQueries(db: Kysely<Tables>, me: Process, written: () => void): Answers {
  const owner = me.id;
  return {
    tell: async (question, messages, pending) => {
      const tellIn = (on: Kysely<Tables>) =>
        question === null ? write(on, messages) : answerAtOnce(on, closing(owner, question), messages);
      const told =
        pending === undefined
          ? await tellIn(db)
          : await db.transaction().execute(async (transaction) => {
              const mine = await tellIn(transaction);
              if (mine) await keepPending(transaction, pending);
              return mine;
            });
      written();
      return told;
    },
    tellMeanwhile: async (question, message) => {
      const told = await answerAtOnce(db, holding(owner, question), [message]);
      if (told) written();
      return told;
    },
    takeOverQuestions: async (tell) => {
      const count = await db.transaction().execute(async (transaction) => {
        const questions = await takeOver(transaction, me);
        const messages = questions.map((question) => ({ question: question.key, message: tell(question) }));
        await writeMessages(transaction, await inPlaceOf(transaction, messages));
        return questions.length;
      });
      if (count > 0) written();
      return count;
    },
  };
}

const write = (db: Kysely<Tables>, messages: readonly Message[]): Promise<boolean> =>
  writeMessages(db, messages).then(() => true);

/** Gives a row where the question was ours to answer. */
const closing = (owner: string, question: string) => sql`
  asked as (
    update questions set closed_at = now()
    where key = ${question} and closed_at is null and owner = ${owner} returning key
  )`;

/** Gives a row as long as the question is ours to answer: whoever closes it waits, and writes behind this. */
const holding = (owner: string, question: string) => sql`
  asked as (
    select key from questions
    where key = ${question} and closed_at is null and owner = ${owner} for share
  )`;

/** Each message in the place of the one that says that its question goes on, where there is one. */
async function inPlaceOf(
  db: Kysely<Tables>,
  told: readonly Readonly<{ question: string; message: Message }>[],
): Promise<readonly Message[]> {
  if (told.length === 0) return [];
  const waiting = await db
    .selectFrom("outbox")
    .select(["key", sql<string>`content ->> 'question'`.as("question")])
    .where(sql`content ->> 'show'`, "=", "waiting")
    .execute();
  const keys = new Map(waiting.map(({ key, question }) => [question, key]));
  return told.map(({ question, message }) => ({ ...message, key: keys.get(question) ?? message.key }));
}
