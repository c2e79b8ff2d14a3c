// The outbox: messages are written with the state that caused them, and taken, one a place at a time, until shown.
import { type Kysely, sql } from "kysely";
import type { Adopted, OutboxStore } from "../app/ports/outbox.ts";
import { placeOf } from "../core/chat/place.ts";
import { type Message, runKey } from "../core/outbox/message.ts";
import { answerAtOnce } from "./answer-at-once.ts";
import { insertion, newerVersion } from "./outbox-insert.ts";
import { toDelivery } from "./outbox-row.ts";
import { settling } from "./outbox-settle.ts";
import { takeDue, takeTurn } from "./outbox-take.ts";
import { keepPending } from "./pending.ts";
import { isGone, type Process } from "./processes.ts";
import { takeOver } from "./questions.ts";
import type { Tables } from "./tables.ts";

/** `written` is called when there is something to take. */
export function outboxQueries(db: Kysely<Tables>, me: Process, written: () => void): OutboxStore {
  const owner = me.id;
  const settle = settling(db, owner);
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
    takeMessages: async (limit) => (await takeDue(db, owner, limit)).map(toDelivery),
    takeTurn: (to) => takeTurn(db, placeOf(to.key)),
    isTaken: (keys) => isTaken(db, keys),
    settleMessage: settle,
    giveBackMessages: (inHand) => giveBack(db, me, inHand),
    adoptMessage: async (...card) => {
      const known = await db.transaction().execute((transaction) => adopt(transaction, ...card));
      if (known === "adopted") written();
      return known;
    },
  };
}

/** In their person's own chat nobody else reads them. */
async function isTaken(db: Kysely<Tables>, keys: readonly string[]): Promise<boolean> {
  const row = await db
    .selectFrom("outbox")
    .select("key")
    .where("key", "in", [...keys])
    .where("message_id", "is not", null)
    .where("elsewhere", "=", false)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** What was taken and is in nobody's hand waits again: of processes that are gone, and of this one. */
async function giveBack(
  db: Kysely<Tables>,
  { id, alone }: Process,
  inHand: readonly string[],
): Promise<void> {
  // The answer to our own taking was lost: such a message was not begun, and its place waits for it.
  const unheard = sql<boolean>`(owner = ${id} and not key = any(${[...inHand]}::text[]))`;
  await db
    .updateTable("outbox")
    .set({
      state: "waiting",
      owner: null,
      next_at: sql`now()`,
      begun: sql<number>`begun - case when ${unheard} then 1 else 0 end`,
      // A post that was begun may stand there; an edit can be made again.
      unsure: sql<number>`unsure + case when message_id is null and not ${unheard} then 1 else 0 end`,
    })
    .where("state", "=", "sending")
    .where(sql<boolean>`(${isGone("outbox.owner", id, alone)} or ${unheard})`)
    .execute();
}

/** A card is one message: the one that is known, or this one where none is. */
async function adopt(db: Kysely<Tables>, key: string, messageId: string, userId?: string): Promise<Adopted> {
  const card = await db
    .selectFrom("outbox")
    .select(["message_id", "state", "place"])
    .where("key", "=", key)
    .$if(userId !== undefined, (of) => of.where("user_id", "=", userId ?? ""))
    .forUpdate()
    .executeTakeFirst();
  if (!card) return "none";
  if (card.message_id === messageId) return "known";
  // Who sends a press may name any message: one that is known for something else is not this card.
  const other = await db
    .selectFrom("outbox")
    .select("key")
    .where("message_id", "=", messageId)
    .where("place", "=", card.place)
    .executeTakeFirst();
  if (other) return "none";
  // While it is being edited, the message that is known may be gone; the next look tells.
  if (card.message_id !== null) return card.state === "sending" ? "known" : "stray";
  // Also while it is being posted: this may be that very post, of a process that was killed before it heard so.
  await db
    .updateTable("outbox")
    .set({
      message_id: messageId,
      unsure: 0,
      state: sql`case when state = 'refused' then 'waiting' else state end`,
    })
    .where("key", "=", key)
    .execute();
  return "adopted";
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

/**
 * Within the transaction of what caused them. A message that is there already gets a newer version, which Teams may
 * take whole although it did not take the older one.
 */
export async function writeMessages(db: Kysely<Tables>, messages: readonly Message[]): Promise<void> {
  if (messages.length === 0) return;
  await sql`${insertion(messages)} where true ${newerVersion}`.execute(db);
  await showAnew(db, messages);
}

/** Other cards of the same runs, which whoever writes of a run does not know: a review that was posted, a card shown again. */
async function showAnew(db: Kysely<Tables>, messages: readonly Message[]): Promise<void> {
  const runs = messages.flatMap(({ content }) => (content.show === "run" ? [runKey(content.runId)] : []));
  if (runs.length === 0) return;
  await sql`
    update outbox set version = version + 1, short = false, refused = 0, barred = 0, next_at = now(),
      begun = case when state = 'sending' then begun else 0 end,
      state = case when state = 'sending' then 'sending' else 'waiting' end
    where after = any(${runs}::text[]) and content->>'show' in ('run', 'review')
      and not key = any(${messages.map(({ key }) => key)}::text[])`.execute(db);
}
