// Takes messages that are due, at the pace that Teams takes them: shared by every process on this database.
import { type Kysely, type RawBuilder, type Selectable, sql } from "kysely";
import type { Delivery } from "../../core/delivery/message.ts";
import type { OutboxTable, Tables } from "../kit/tables.ts";

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
