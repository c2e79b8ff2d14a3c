// Messages on their way into the outbox, as a part of whatever statement causes them.
import { sql } from "kysely";
import { placeOf } from "../core/chat/place.ts";
import type { Message } from "../core/outbox/message.ts";
import { jsonText } from "./json-text.ts";

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
