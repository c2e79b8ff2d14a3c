// What became of a message that was taken, written down.
import { type Kysely, type RawBuilder, type Selectable, sql } from "kysely";
import type { Delivered, OutboxStore } from "../../app/ports/outbox.ts";
import { placeOf } from "../../core/conversation/conversation-key.ts";
import { type Content, type Delivery, runKey, shownOfRun } from "../../core/delivery/message.ts";
import type { NextStep } from "../../core/delivery/next-step.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { insertAudit } from "../audit/entries.ts";
import { batched } from "../kit/batched.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { OutboxTable, Tables } from "../kit/tables.ts";

/** Nobody waits for it but the next message of the same place. */
const gatherMilliseconds = 10;

/** `owner`: the id of this process, whose the messages are. */
export function settleQuery(db: Kysely<Tables>, owner: string): OutboxStore["settleMessage"] {
  const removeTogether = batched(gatherMilliseconds, (done: readonly Delivery[]) =>
    removeShown(db, owner, done),
  );
  // One row that is locked fails them all: so each is tried by itself, and waits for no other.
  const remove = (delivery: Delivery): Promise<boolean> =>
    removeTogether(delivery).catch(async () => (await removeShown(db, owner, [delivery]))[0] === true);
  return async (delivery, delivered) => {
    const { next, audit } = delivered;
    if (next.step === "done" && (await remove(delivery))) return;
    if (audit === undefined) return void (await change(db, owner, delivery, delivered));
    await db.transaction().execute(async (transaction) => {
      if (await change(transaction, owner, delivery, delivered)) await insertAudit(transaction, audit);
    });
  };
}

/** False for one of which there is a newer version, and for the card of a run that is still there. */
async function removeShown(
  db: Kysely<Tables>,
  owner: string,
  shown: readonly Delivery[],
): Promise<readonly boolean[]> {
  const removed = await sql<{ key: string }>`
    delete from outbox
    using unnest(${shown.map(({ key }) => key)}::text[], ${shown.map(({ version }) => version)}::integer[])
      as shown (key, version)
    where outbox.key = shown.key and outbox.version = shown.version and owner = ${owner}
      -- Where the card of a run or an incident stands is kept as long as that, and so is what asks for its approval: they are edited
      -- when it goes on, and a stray may be seen later.
      and ${isOfNoRun} and not ${wasCard}
    returning outbox.key`.execute(db);
  const keys = new Set(removed.rows.map(({ key }) => key));
  return shown.map(({ key }) => keys.has(key));
}

/** False where it was not ours any more, or was written down before. */
async function change(
  db: Kysely<Tables>,
  owner: string,
  { key, version, messageId }: Delivery,
  { next, personal }: Delivered,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("outbox")
    .set({
      ...changeOf(next, version, personal),
      ...(next.step === "done" ? { content: keptOfShown(version) } : {}),
      ...(isStillUnknown(messageId, next) ? { message_id: sql.ref<string | null>("message_id") } : {}),
      state: sql`case when version > ${version} then 'waiting' else ${stateAfter(next)} end`,
      owner: null,
      begun: 0,
    })
    .where("key", "=", key)
    .where("owner", "=", owner)
    .where("state", "=", "sending")
    .executeTakeFirstOrThrow();
  // What was to stand below it has no place any more; what stands there already is edited as before.
  if (next.step === "elsewhere")
    await db.deleteFrom("outbox").where("after", "=", key).where("message_id", "is", null).execute();
  return numUpdatedRows > 0n;
}

/** Where the post gave no id, somebody may have seen the message meanwhile (`adoptMessage`): that one is kept. */
const isStillUnknown = (messageId: string | null, next: NextStep): boolean =>
  messageId === null && (next.step === "rest" || next.step === "again") && next.messageId === null;

/** Another message said before that its question goes on: of that one too a stray may be seen. */
const wasCard = sql<boolean>`(starts_with(outbox.key, ${runKey("")}) and content ->> 'show' = 'answer' and outbox.version > 1)`;

/** What is said by a stray, and all that is kept of an answer that was shown. */
const shownBeside: Content = { show: "answer", answer: { kind: "noted", text: { is: "answeredBeside" } } };

/** A message of anything else than a run or an incident, or of one that was removed. */
export const isOfNoRun = sql<boolean>`(not content ->> 'show' = any(${[...shownOfRun, "incident"]}::text[])
  or not (exists (select from runs where runs.id = outbox.content ->> 'runId')
    or exists (select from incidents where incidents.id = outbox.content ->> 'incidentId')))`;

/** Whoever was asked by name is asked once: their names are no more needed than an answer. */
const keptOfShown = (version: number) => sql<string>`
  case when version > ${version} then content
    when ${wasCard} then ${jsonText(shownBeside)}::jsonb
    when content ->> 'show' = 'approval' then jsonb_set(content, '{people}', '[]')
    else content end`;

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

// Takes messages that are due, at the pace that Teams takes them: shared by every process on this database.

/**
 * Two rates at once, for each channel or chat: Teams takes 7 messages in a second, 8 in two, 60 in half a minute and
 * 1,800 in an hour (learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit). An interval with a burst
 * keeps them all: 4 at once and then one each 0.556 s are 5.8, 7.6 and 58; 900 and then one each 4 s are 1,800.
 */
const quick = { intervalSeconds: 0.556, burst: 4 };
const slow = { intervalSeconds: 4, burst: 900 };

/** Ahead of the present by at most this much, a place takes one more. */
const ahead = ({ intervalSeconds, burst }: typeof quick) =>
  sql<Date>`now() + make_interval(secs => ${(burst - 1) * intervalSeconds})`;
const step = ({ intervalSeconds }: typeof quick) => sql`make_interval(secs => ${intervalSeconds})`;

/** Further ahead than any pace goes: the database's clock was set back, and the place starts anew. */
const lost = ({ intervalSeconds, burst }: typeof quick) =>
  sql<Date>`now() + make_interval(secs => ${(burst + 1) * intervalSeconds})`;
const since = (clock: RawBuilder<unknown>, rate: typeof quick) =>
  sql`case when ${clock} > ${lost(rate)} then now() else greatest(${clock}, now()) end`;
const isAhead = (clock: RawBuilder<unknown>, rate: typeof quick) =>
  sql`(${clock} > ${ahead(rate)} and ${clock} <= ${lost(rate)})`;
const [quickClock, slowClock] = [sql.ref("pace.quick"), sql.ref("pace.slow")];

/** Moves the clocks of those of `places` that may be sent to, and gives them. */
const paced = (places: RawBuilder<unknown>) => sql`
  insert into paces as pace (place, quick, slow)
  select place, now() + ${step(quick)}, now() + ${step(slow)} from (${places}) as wanted
  on conflict (place) do update set
    quick = ${since(quickClock, quick)} + ${step(quick)},
    slow = ${since(slowClock, slow)} + ${step(slow)}
  where not ${isAhead(quickClock, quick)} and not ${isAhead(slowClock, slow)}
  returning place`;

/** False where the place has to wait. */
export async function takeTurn(db: Kysely<Tables>, place: string): Promise<boolean> {
  const { rows } = await paced(sql`select ${place}::text as place`).execute(db);
  return rows.length > 0;
}

const isIncident = sql<boolean>`content ->> 'show' = 'incident'`;
/** Whom a message waits with: those of one person in one place; each alert by itself. */
const whose = sql<string>`case when ${isIncident} then key else user_id end`;

/**
 * One statement: chooses one message that is due in each place that may be sent to, moves those places' clocks on, and
 * makes the messages ours. A place with a message under way waits for its end, so that messages stay in order.
 */
export async function takeDue(
  db: Kysely<Tables>,
  owner: string,
  limit: number,
): Promise<readonly Selectable<OutboxTable>[]> {
  const { rows } = await sql<Selectable<OutboxTable>>`
    with waiting as (
      -- Whoever has many waiting in a place lets others pass for as long as their own would take, so that nobody fills
      -- a channel for all, and nobody waits for ever.
      select *, next_at + (count(*) over (partition by place, ${whose}) - 1) * ${step(quick)} as turn
      from outbox where state = 'waiting'
    ),
    due as (
      select distinct on (place) key, place, turn from waiting as one
      -- Written later than now: the clock was set back, and what is due would wait for it.
      where (next_at <= now() or created_at > now())
        and not exists (select from outbox as other where other.place = one.place and other.state = 'sending')
        and not exists (
          select from outbox as first where first.key = one.after and first.state in ('waiting', 'sending')
            and (first.message_id is null or first.content ->> 'show' <> 'incident')
        )
        and not exists (
          select from paces as pace where pace.place = one.place
            and (${isAhead(quickClock, quick)} or ${isAhead(slowClock, slow)})
        )
      -- That an alert fired comes before what has changed on its card: only a new message notifies anybody.
      order by place, (${isIncident} and message_id is not null), turn, number
    ),
    chosen as (select key, place from due order by turn limit ${limit}),
    -- One that is being written at this moment is taken at the next look: nobody waits for its writer.
    free as (
      select key, place from outbox
      where key in (select key from chosen) and state = 'waiting' for update skip locked
    ),
    paced as (${paced(sql`select place from free order by place`)})
    update outbox set state = 'sending', owner = ${owner}, begun = begun + 1
    from free
    where outbox.key = free.key and outbox.state = 'waiting' and free.place in (select place from paced)
    returning outbox.*`.execute(db);
  return rows;
}

/** The message that is to be shown. */
export const toDelivery = (row: Selectable<OutboxTable>): Delivery => ({
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
