// What a diagnosis in a channel saw of its cluster: an operation of Azure, which mutes while it runs, and the planned maintenance.
import { type Kysely, sql, type Transaction } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import type { AlertSeverity } from "../../core/alert/alert.ts";
import { incidentKey, ringMessage } from "../../core/delivery/message.ts";
import {
  type Muting,
  muteOf,
  operationSeen,
  type SeenOperation,
  type Watch,
} from "../../core/incident/watch.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { insertAudit } from "../audit/entries.ts";
import { showCardsAnew, writeMessages } from "../delivery/outbox.ts";
import { jsonOrNull, jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { severityNow } from "./find-incidents.ts";
import { joinLock } from "./incidents.ts";
import { holdAnew, keyOf, mutingColumns, mutingOf } from "./watches.ts";

/** `written`: there is a message to show. */
export function operationQueries(
  db: Kysely<Tables>,
  written: () => void,
): Pick<IncidentStore, "seeOperation" | "endOperations" | "setPlanned"> {
  return {
    seeOperation: async (...seen) => {
      const isShown = await db.transaction().execute((transaction) => see(transaction, ...seen));
      if (isShown) written();
    },
    endOperations: async (now, audit) => {
      const over = await db
        .selectFrom("watches")
        .select(["cluster", "conversation"])
        .where(isOver(now))
        .execute();
      for (const watch of over)
        await db.transaction().execute((transaction) => endOf(transaction, watch, now, audit(watch)));
      if (over.length > 0) written();
    },
    setPlanned: async (watch, planned, now) => {
      await db.transaction().execute(async (transaction) => {
        const found = await watchOf(transaction, watch);
        if (found === null) return;
        await change(transaction, watch, { planned: jsonOrNull(planned) });
        const { planned: _, ...muting } = found;
        await holdAnew(transaction, keyOf(watch), { ...muting, ...(planned && { planned }) }, now);
      });
      written();
    },
  };
}

type Followed = Pick<Watch, "cluster" | "conversation">;

const isOver = (now: string) =>
  sql<boolean>`(operation ->> 'until' <= ${now} and operation ->> 'isOver' is null)`;

/** Null where the channel does not follow it. Whoever writes it meanwhile waits; so does an alert that joins. */
async function watchOf(db: Transaction<Tables>, watch: Followed): Promise<Muting | null> {
  await sql`select pg_advisory_xact_lock(${joinLock})`.execute(db);
  const { cluster_key, place } = keyOf(watch);
  const row = await db
    .selectFrom("watches")
    .select(mutingColumns)
    .where("cluster_key", "=", cluster_key)
    .where("place", "=", place)
    .forUpdate()
    .executeTakeFirst();
  return row ? mutingOf(row) : null;
}

async function change(
  db: Transaction<Tables>,
  watch: Followed,
  to: Readonly<{ planned: string | null } | { operation: string | null }>,
): Promise<void> {
  const { cluster_key, place } = keyOf(watch);
  await db
    .updateTable("watches")
    .set(to)
    .where("cluster_key", "=", cluster_key)
    .where("place", "=", place)
    .execute();
}

/** Whether a card says something new. */
async function see(
  db: Transaction<Tables>,
  ...[watch, seen, now, audit]: Parameters<IncidentStore["seeOperation"]>
): Promise<boolean> {
  const muting = await watchOf(db, watch);
  if (muting === null) return false;
  const { operation: before = null, ...rest } = muting;
  const after = operationSeen(before, seen, now);
  if (before === null && after === null) return false;
  await change(db, watch, { operation: jsonOrNull(after) });
  if (after !== null && after.since === before?.since && after.state === before.state) return false;
  const isNew = after !== null && after.since !== before?.since;
  if (isNew || after === null) await insertAudit(db, audit(isNew ? "begins" : "ends"));
  await holdAnew(db, keyOf(watch), after === null ? rest : { ...rest, operation: after }, now);
  await showOpen(db, watch);
  // What was said to be over had its ring then.
  if (after === null && before !== null && !before.isOver) await ring(db, watch, rest, before, now);
  return true;
}

/** Nobody has seen its end, and another process may have been first. */
async function endOf(
  db: Transaction<Tables>,
  watch: Followed,
  now: string,
  audit: Parameters<typeof insertAudit>[1],
): Promise<void> {
  const muting = await watchOf(db, watch);
  const { operation, ...rest } = muting ?? {};
  if (operation === undefined || operation.isOver || operation.until > now) return;
  await change(db, watch, { operation: jsonText({ ...operation, isOver: true }) });
  await insertAudit(db, audit);
  await showOpen(db, watch);
  await ring(db, watch, rest, operation, now);
}

async function showOpen(db: Transaction<Tables>, watch: Followed): Promise<void> {
  const { cluster_key, place } = keyOf(watch);
  const open = await db
    .selectFrom("incidents")
    .select("id")
    .where("cluster_key", "=", cluster_key)
    .where("place", "=", place)
    .where("state", "<>", "resolved")
    .orderBy("id")
    .forUpdate()
    .execute();
  await showCardsAnew(
    db,
    open.map(({ id }) => id),
    "now",
  );
}

type Open = Readonly<{
  id: string;
  conversation: ConversationRef;
  severity: AlertSeverity | null;
  worst: Readonly<{ severity: AlertSeverity; rule: string }>;
}>;

/** What it alone kept from ringing, and is open still. A card that it held back is posted by itself. */
async function ring(
  db: Transaction<Tables>,
  watch: Followed,
  rest: Muting,
  operation: SeenOperation,
  now: string,
): Promise<void> {
  const { cluster_key, place } = keyOf(watch);
  const { rows } = await sql<Open>`
    select incidents.id, incidents.conversation, ${severityNow} as severity, worst.alert as worst from incidents
    join outbox on outbox.key = ${incidentKey("")} || incidents.id and outbox.message_id is not null
    join lateral (
      select alert from incident_alerts where incident_id = incidents.id and state = 'fired'
      order by alert ->> 'severity', received_at limit 1
    ) worst on true
    where incidents.cluster_key = ${cluster_key} and incidents.place = ${place}
      and incidents.state in ('open', 'acknowledged')
      and (incidents.muted is null or incidents.muted ->> 'until' <= ${operation.since})
    order by incidents.id`.execute(db);
  const kept = rows.filter(({ severity, worst }) => {
    const of = severity ?? worst.severity;
    return muteOf({ operation }, of, operation.since) !== null && muteOf(rest, of, now) === null;
  });
  for (const { id, conversation, worst } of kept) {
    const { severity, rule } = worst;
    // Those on call are called as late after this as after any other post.
    await db.updateTable("incidents").set({ waits_since: now }).where("id", "=", id).execute();
    await writeMessages(db, [ringMessage(id, conversation, { why: "unmuted", at: now, severity, rule })]);
  }
}
