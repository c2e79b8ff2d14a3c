// The outbox: messages are written with the state that caused them, and taken, one a place at a time, until shown.
import { type Kysely, sql } from "kysely";
import type { OutboxStore } from "../app/ports-outbox.ts";
import { type Message, runKey } from "../core/outbox/message.ts";
import { placeOf } from "../core/place.ts";
import { answerAtOnce } from "./answer-at-once.ts";
import type { ShowingLoop } from "./handover.ts";
import { jsonText } from "./json-text.ts";
import { toDelivery } from "./outbox-row.ts";
import { settling } from "./outbox-settle.ts";
import { takeDue, takeTurn } from "./outbox-take.ts";
import { keepPending } from "./pending.ts";
import { isGone, type Process } from "./processes.ts";
import { takeOver } from "./questions.ts";
import type { Tables } from "./tables.ts";

export function outboxQueries(db: Kysely<Tables>, me: Process, loop: ShowingLoop): OutboxStore {
  const owner = me.id;
  const settle = settling(db, owner);
  return {
    tell: async (question, messages, pending) => {
      const only = messages.length === 1 && pending === undefined ? messages[0] : undefined;
      if (question !== null && only !== undefined && isNew(only))
        return answerAtOnce(db, owner, closing(owner, question), only, loop);
      const tellIn = (on: Kysely<Tables>) =>
        question === null ? write(on, messages) : answer(on, owner, question, messages);
      const told =
        pending === undefined
          ? await tellIn(db)
          : await db.transaction().execute(async (transaction) => {
              const mine = await tellIn(transaction);
              if (mine) await keepPending(transaction, pending);
              return mine;
            });
      loop.wake();
      return told;
    },
    takeOverQuestions: async (tell) => {
      const count = await db.transaction().execute(async (transaction) => {
        const questions = await takeOver(transaction, me);
        await writeMessages(transaction, questions.map(tell));
        return questions.length;
      });
      if (count > 0) loop.wake();
      return count;
    },
    takeMessages: async (limit) => (await takeDue(db, owner, limit)).map(toDelivery),
    takeTurn: (to) => takeTurn(db, placeOf(to.key)),
    settleMessage: settle,
    giveBackMessages: async (inHand) => {
      // The answer to our own taking was lost: such a message was not begun, and its place waits for it. One that was
      // taken as it was written may be heard of yet.
      const unheard = sql<boolean>`(owner = ${owner} and not key = any(${[...inHand]}::text[])
        and next_at < now() - make_interval(secs => ${answerSeconds}))`;
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
        .where(sql<boolean>`(${isGone("outbox.owner", me.id, me.alone)} or ${unheard})`)
        .execute();
    },
    adoptMessage: async (runId, messageId) => {
      const known = await db.transaction().execute((transaction) => adopt(transaction, runId, messageId));
      if (known === "adopted") loop.wake();
      return known === "stray";
    },
  };
}

/** The card of a run is one message: the one that is known, or this one where none is. */
async function adopt(
  db: Kysely<Tables>,
  runId: string,
  messageId: string,
): Promise<"known" | "adopted" | "stray"> {
  const ofRun = runKey(runId);
  const card = await db
    .selectFrom("outbox")
    .select(["message_id", "state"])
    .where("key", "=", ofRun)
    .forUpdate()
    .executeTakeFirst();
  // What is being sent at this moment may be this very message.
  if (!card || card.message_id === messageId || card.state === "sending") return "known";
  if (card.message_id !== null) return "stray";
  await db
    .updateTable("outbox")
    .set({
      message_id: messageId,
      unsure: 0,
      state: sql`case when state = 'refused' then 'waiting' else state end`,
    })
    .where("key", "=", ofRun)
    .execute();
  return "adopted";
}

const write = (db: Kysely<Tables>, messages: readonly Message[]): Promise<boolean> =>
  writeMessages(db, messages).then(() => true);

/** Longer than any statement of ours may take. */
const answerSeconds = 10;

/** Nothing of it stands in Teams, and it stands below nothing. */
const isNew = ({ after, messageId }: Message): boolean => after === null && messageId === null;

/** Gives a row where the question was ours to answer. */
const closing = (owner: string, question: string) => sql`
  asked as (
    update questions set closed_at = now()
    where key = ${question} and closed_at is null and owner = ${owner} returning key
  )`;

/** One statement, since whoever asked waits for it: closes the question and, only then, writes its messages. */
async function answer(
  db: Kysely<Tables>,
  owner: string,
  question: string,
  messages: readonly Message[],
): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`
    with ${closing(owner, question)},
    written as (${insertion(messages)} where exists (select from asked) ${newerVersion})
    select key from asked`.execute(db);
  return rows.length > 0;
}

/**
 * Within the transaction of what caused them. A message that is there already gets a newer version, which Teams may
 * take whole although it did not take the older one.
 */
export async function writeMessages(db: Kysely<Tables>, messages: readonly Message[]): Promise<void> {
  if (messages.length > 0) await sql`${insertion(messages)} where true ${newerVersion}`.execute(db);
}

const insertion = (messages: readonly Message[]) => sql`
  insert into outbox (key, place, user_id, conversation, content, after, final, message_id)
  select key, place, user_id, conversation, content, after, final, message_id
  from jsonb_to_recordset(${jsonText(messages.map(toRow))}::jsonb) as message (
    key text, place text, user_id text, conversation jsonb, content jsonb, after text, final boolean,
    message_id text
  )`;

const newerVersion = sql`
  on conflict (key) do update set
    content = excluded.content, final = excluded.final, version = outbox.version + 1,
    state = case when outbox.state = 'sending' then 'sending' else 'waiting' end,
    begun = case when outbox.state = 'sending' then outbox.begun else 0 end,
    short = false, refused = 0, barred = 0, next_at = now(), created_at = now()`;

const toRow = ({ key, to, content, after, final, messageId }: Message) => ({
  key,
  place: placeOf(to.key),
  user_id: to.userId,
  conversation: to,
  content,
  after,
  final,
  message_id: messageId,
});
