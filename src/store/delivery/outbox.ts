// The outbox: messages are written with the state that caused them, and taken, one a place at a time, until shown.
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Adopted, OutboxStore } from "../../app/ports/outbox.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import { incidentKey, type Message, messageWith, runKey } from "../../core/delivery/message.ts";
import type { Incident } from "../../core/incident/incident.ts";
import type { Mute } from "../../core/incident/watch.ts";
import { isGone, type Process } from "../kit/processes.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { settleQuery, takeDue, takeTurn, toDelivery } from "./outbox-settle.ts";

/** What is taken from the outbox and written down of it. What is put into it: `answers.ts`, and `writeMessages` for others. */
export type Outbox = Omit<OutboxStore, "tell" | "tellMeanwhile" | "takeOverQuestions">;

/** `written` is called when there is something to take. */
export function outboxQueries(db: Kysely<Tables>, me: Process, written: () => void): Outbox {
  const owner = me.id;
  const settle = settleQuery(db, owner);
  return {
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
async function giveBack(db: Kysely<Tables>, me: Process, inHand: readonly string[]): Promise<void> {
  // The answer to our own taking was lost: such a message was not begun, and its place waits for it.
  const unheard = sql<boolean>`(owner = ${me.id} and not key = any(${[...inHand]}::text[]))`;
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
    .where(sql<boolean>`(${isGone("outbox.owner", me)} or ${unheard})`)
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

/**
 * A card that stands there is edited this long after an alert came, with all that is known by then; at once where
 * somebody has done something and looks at it.
 */
const editSeconds = { now: 0, soon: 3 };

/**
 * What the cards of these incidents show has changed; those of `linked` name one of them, and whoever is writing one of those
 * at this moment shows it anew anyway. One that waits already keeps its turn. One that was given up
 * without anybody knowing whether it stands there is posted once more; one that is known to stand there is edited.
 */
export async function showCardsAnew(
  db: Kysely<Tables>,
  incidentIds: readonly string[],
  when: keyof typeof editSeconds,
  linked: readonly string[] = [],
): Promise<void> {
  if (incidentIds.length === 0) return;
  const waits = sql`outbox.state = 'waiting'`;
  await sql`
    update outbox set version = version + 1, created_at = now(), short = false,
      state = case when state = 'sending' then 'sending' else 'waiting' end,
      begun = case when state = 'sending' then begun else 0 end,
      refused = case when ${waits} then refused else 0 end,
      barred = case when ${waits} then barred else 0 end,
      unsure = case when state = 'refused' and message_id is null then 1 else unsure end,
      next_at = case when ${waits} then next_at else now() + make_interval(secs => ${editSeconds[when]}) end
    where (key = any(${incidentIds.map(incidentKey)}::text[])
        or key in (select key from outbox where key = any(${linked.map(incidentKey)}::text[]) for update skip locked))
      and (state <> 'refused' or unsure > 0 or message_id is not null)`.execute(db);
}

/**
 * Of an incident that began muted: its card, which stands nowhere yet, waits for the end of what mutes it by now, and the
 * incident says so. Null: nothing does, and it is posted; nobody could take it before. Any other keeps its turn.
 */
export async function holdCard(
  db: Kysely<Tables>,
  incidentId: string,
  mute: Mute | null,
  now: string,
): Promise<void> {
  const changed =
    mute === null
      ? sql`muted = muted || ${jsonText({ until: now })}::jsonb, untaken_since = greatest(untaken_since, ${now}::timestamptz)`
      : sql`muted = ${jsonText(mute)}`;
  await sql`
    with held as (
      update outbox set next_at = ${mute?.until ?? now}::timestamptz
      where key = ${incidentKey(incidentId)} and state = 'waiting' and message_id is null and unsure = 0
        and exists (select from incidents where incidents.id = ${incidentId} and incidents.muted is not null)
      returning key
    )
    update incidents set ${changed}
    from held where incidents.id = ${incidentId} and muted is not null`.execute(db);
}

/** Somebody is led to it: it has to stand there, also where a mute held it back, or it was given up. */
export async function postCard(
  db: Kysely<Tables>,
  { id, conversation }: Pick<Incident, "id" | "conversation">,
  now: string,
): Promise<void> {
  await writeMessages(db, [messageWith(incidentKey(id), conversation, { show: "incident", incidentId: id })]);
  await holdCard(db, id, null, now);
}

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

/**
 * `asked`: what closes or claims the question, as a part of the statement called `asked`. False, and nothing is
 * written, where it gives no row.
 */
export async function answerAtOnce(
  db: Kysely<Tables>,
  asked: RawBuilder<unknown>,
  messages: readonly Message[],
): Promise<boolean> {
  const { rows } = await sql<{ key: string }>`
    with ${asked},
    written as (${insertion(messages)} where exists (select from asked) ${newerVersion})
    select key from asked`.execute(db);
  return rows.length > 0;
}
