// Answers: messages that are written with what they answer, where the question is still this process's to answer.
import { type Kysely, sql } from "kysely";
import type { OutboxStore } from "../../app/ports/outbox.ts";
import type { Message } from "../../core/delivery/message.ts";
import type { Process } from "../kit/processes.ts";
import type { Tables } from "../kit/tables.ts";
import { answerAtOnce, writeMessages } from "./outbox.ts";
import { keepPending } from "./pending.ts";
import { takeOver } from "./questions.ts";

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
