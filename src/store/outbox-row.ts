// A row of the outbox as the message that is to be shown.
import type { Selectable } from "kysely";
import type { Delivery } from "../core/outbox/message.ts";
import type { OutboxTable } from "./tables.ts";

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
