// The outbox: messages are written with the state that caused them, and taken, one a place at a time, until shown.
import { type Kysely, type Selectable, sql } from "kysely";
import type { Delivered, OutboxStore } from "../app/ports-outbox.ts";
import { type Delivery, type Message, runKey } from "../core/outbox/message.ts";
import type { NextStep } from "../core/outbox/next-step.ts";
import { placeOf } from "../core/place.ts";
import type { ConversationRef } from "../core/run/run.ts";
import { jsonText } from "./json-text.ts";
import { takeDue, takeTurn } from "./outbox-take.ts";
import { keepPending } from "./pending.ts";
import { isGone, type Process } from "./processes.ts";
import { takeOver } from "./questions.ts";
import type { OutboxTable, Tables } from "./tables.ts";

/** `written` is called when there is something to take. */
export function outboxQueries(db: Kysely<Tables>, me: Process, written: () => void): OutboxStore {
  const owner = me.id;
  return {
    tell: async (question, messages, pending) => {
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
      written();
      return told;
    },
    takeOverQuestions: async (tell) => {
      const count = await db.transaction().execute(async (transaction) => {
        const questions = await takeOver(transaction, me);
        await writeMessages(transaction, questions.map(tell));
        return questions.length;
      });
      if (count > 0) written();
      return count;
    },
    takeMessages: async (limit) => (await takeDue(db, owner, limit)).map(toDelivery),
    takeTurn: (to) => takeTurn(db, placeOf(to.key)),
    settleMessage: (delivery, delivered) => settle(db, owner, delivery, delivered),
    giveBackMessages: async (inHand) => {
      // The answer to our own taking was lost: such a message was not begun, and its place waits for it.
      const unheard = sql<boolean>`(owner = ${owner} and not key = any(${[...inHand]}::text[]))`;
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
      if (known === "adopted") written();
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

/** One statement, since whoever asked waits for it: closes the question and, only then, writes its messages. */
async function answer(
  db: Kysely<Tables>,
  owner: string,
  question: string,
  messages: readonly Message[],
): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`
    with closed as (
      update questions set closed_at = now()
      where key = ${question} and closed_at is null and owner = ${owner} returning key
    ),
    written as (${insertion(messages)} where exists (select from closed) ${newerVersion})
    select key from closed`.execute(db);
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

async function settle(
  db: Kysely<Tables>,
  owner: string,
  { key, version }: Delivery,
  { next, personal }: Delivered,
): Promise<void> {
  if (next.step === "done") {
    const { numDeletedRows } = await db
      .deleteFrom("outbox")
      // Where the card of a run stands is kept as long as the run: a stray of it may be seen later.
      .where(isOfNoRun)
      .where("key", "=", key)
      .where("owner", "=", owner)
      .where("version", "=", version)
      .executeTakeFirst();
    if (numDeletedRows > 0n) return;
  }
  await db
    .updateTable("outbox")
    .set({
      ...changeOf(next, version, personal),
      state: sql`case when version > ${version} then 'waiting' else ${stateAfter(next)} end`,
      owner: null,
      begun: 0,
    })
    .where("key", "=", key)
    .where("owner", "=", owner)
    .where("state", "=", "sending")
    .execute();
  // What was to stand below it has no place any more.
  if (next.step === "elsewhere") await db.deleteFrom("outbox").where("after", "=", key).execute();
}

/** A message of anything else, or of a run that was removed. */
export const isOfNoRun = sql<boolean>`(content ->> 'show' <> 'run'
  or not exists (select from runs where runs.id = outbox.content ->> 'runId'))`;

const stateAfter = ({ step }: NextStep): Selectable<OutboxTable>["state"] =>
  step === "again" || step === "elsewhere" ? "waiting" : step === "giveUp" ? "refused" : "resting";

function changeOf(next: NextStep, version: number, personal: ConversationRef | null) {
  switch (next.step) {
    case "done":
      return { message_id: next.messageId, refused: 0, barred: 0, unsure: 0 };
    case "rest":
      return { message_id: next.messageId, refused: 0, barred: 0, unsure: next.unsure };
    case "again":
      return {
        message_id: next.messageId,
        unsure: next.unsure,
        // Of this version alone: a newer one that came meanwhile is another card.
        short: sql<boolean>`version = ${version} and ${next.short}`,
        refused: sql<number>`refused + 1`,
        barred: next.barred,
        next_at: sql<Date>`now() + make_interval(secs => ${next.afterMilliseconds / 1_000})`,
      };
    case "elsewhere":
      return {
        ...(personal === null ? {} : { conversation: jsonText(personal), place: placeOf(personal.key) }),
        message_id: null,
        refused: 0,
        barred: 0,
        unsure: 0,
        elsewhere: true,
        notice: next.notice,
        next_at: sql<Date>`now()`,
      };
    case "giveUp":
      return {};
  }
}

const toDelivery = (row: Selectable<OutboxTable>): Delivery => ({
  key: row.key,
  to: row.conversation,
  content: row.content,
  after: row.after,
  final: row.final,
  version: row.version,
  messageId: row.message_id,
  broken: row.begun - 1,
  refused: row.refused,
  barred: row.barred,
  unsure: row.unsure,
  short: row.short,
  elsewhere: row.elsewhere,
  notice: row.notice,
  createdAt: row.created_at.toISOString(),
});
