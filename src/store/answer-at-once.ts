// An answer written with what it answers and, where its place is free, taken: one statement, and then it is Teams' turn.
import { type Kysely, type RawBuilder, type Selectable, sql } from "kysely";
import type { Message } from "../core/outbox/message.ts";
import { placeOf } from "../core/place.ts";
import type { ShowingLoop } from "./handover.ts";
import { jsonText } from "./json-text.ts";
import { toDelivery } from "./outbox-row.ts";
import { paced } from "./outbox-take.ts";
import type { OutboxTable, Tables } from "./tables.ts";

/**
 * `asked`: what closes or claims the question, as a part of the statement called `asked`. False, and nothing is
 * written, where it gives no row. The message is a new one, of which nothing stands in Teams.
 */
export async function answerAtOnce(
  db: Kysely<Tables>,
  owner: string,
  asked: RawBuilder<unknown>,
  { key, to, content, final }: Message,
  loop: ShowingLoop,
): Promise<boolean> {
  const place = placeOf(to.key);
  // What waits there comes first, and what is under way.
  const free = sql`
    select ${place}::text as place where ${loop.hasRoom()} and exists (select from asked) and not exists (
      select from outbox where outbox.place = ${place} and state in ('waiting', 'sending')
    )`;
  const { rows } = await sql<Selectable<OutboxTable>>`
    with ${asked},
    turn as (${paced(free)}),
    written as (
      insert into outbox (key, place, user_id, conversation, content, final, state, owner, begun)
      select ${key}, ${place}, ${to.userId}, ${jsonText(to)}::jsonb, ${jsonText(content)}::jsonb, ${final},
        case when taken then 'sending' else 'waiting' end, case when taken then ${owner} end, taken::integer
      from (select exists (select from turn) as taken) as turns
      where exists (select from asked)
      returning *
    )
    select * from written`.execute(db);
  const [written] = rows;
  if (written === undefined) return false;
  if (written.state === "sending") loop.begin(toDelivery(written));
  else loop.wake();
  return true;
}
