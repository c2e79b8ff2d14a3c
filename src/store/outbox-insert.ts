// Messages on their way into the outbox, as a part of whatever statement causes them.
import { type Kysely, sql } from "kysely";
import { placeOf } from "../core/chat/place.ts";
import { incidentKey, type Message } from "../core/outbox/message.ts";
import { jsonText } from "./json-text.ts";
import type { Tables } from "./tables.ts";

export const insertion = (messages: readonly Message[]) => sql`
  insert into outbox (key, place, user_id, conversation, content, after, final, message_id)
  select key, place, user_id, conversation, content, after, final, message_id
  from jsonb_to_recordset(${jsonText(messages.map(toRow))}::jsonb) as message (
    key text, place text, user_id text, conversation jsonb, content jsonb, after text, final boolean,
    message_id text
  )`;

export const newerVersion = sql`
  on conflict (key) do update set
    content = excluded.content, final = excluded.final, version = outbox.version + 1,
    state = case when outbox.state = 'sending' then 'sending' else 'waiting' end,
    begun = case when outbox.state = 'sending' then outbox.begun else 0 end,
    short = false, refused = 0, barred = 0, next_at = now(), created_at = now()`;

/** A card that stands there is edited this long after something new is known, with all that is known by then. */
const soonSeconds = 3;

/**
 * What the cards of these incidents show has changed. One that waits already keeps its turn. One that was given up
 * without anybody knowing whether it stands there is posted once more; one that is known to stand there is edited.
 */
export async function showCardsSoon(db: Kysely<Tables>, incidentIds: readonly string[]): Promise<void> {
  if (incidentIds.length === 0) return;
  const waits = sql`outbox.state = 'waiting'`;
  await sql`
    update outbox set version = version + 1, created_at = now(), short = false,
      state = case when state = 'sending' then 'sending' else 'waiting' end,
      begun = case when state = 'sending' then begun else 0 end,
      refused = case when ${waits} then refused else 0 end,
      barred = case when ${waits} then barred else 0 end,
      unsure = case when state = 'refused' and message_id is null then 1 else unsure end,
      next_at = case when ${waits} then next_at else now() + make_interval(secs => ${soonSeconds}) end
    where key = any(${incidentIds.map(incidentKey)}::text[]) and (state <> 'refused' or unsure > 0 or message_id is not null)`.execute(
    db,
  );
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
