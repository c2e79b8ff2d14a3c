// What a diagnosis in a channel saw of its cluster: an operation of Azure, which mutes while it runs, and the planned maintenance.
// Diagnoses do not end in the order in which they read: what was read before the newest reading changes nothing.
import { isDeepStrictEqual } from "node:util";
import { type Kysely, sql, type Transaction, type Updateable } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import { type Muting, operationSeen, type Watch } from "../../core/incident/watch.ts";
import { insertAudit } from "../audit/entries.ts";
import { showCardsAnew } from "../delivery/outbox.ts";
import { jsonOrNull, jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { holdAnew, keyOf, lockJoining, mutingColumns, mutingOf } from "./watches.ts";

/** `written`: there is a message to show. */
export function operationQueries(
  db: Kysely<Tables>,
  written: () => void,
): Pick<IncidentStore, "seeOperation" | "takeOperations" | "endOperations" | "setPlanned"> {
  return {
    seeOperation: async (...seen) => {
      const isShown = await db.transaction().execute((transaction) => see(transaction, ...seen));
      if (isShown) written();
    },
    takeOperations: (now, before) => take(db, now, before),
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
    setPlanned: async (...planned) => {
      await db.transaction().execute((transaction) => setPlanned(transaction, ...planned));
      written();
    },
  };
}

type Followed = Pick<Watch, "cluster" | "conversation">;

const isOver = (now: string) =>
  sql<boolean>`(operation ->> 'until' <= ${now} and operation ->> 'isOver' is null)`;

type Found = Readonly<{ muting: Muting; operationReadAt: Date | null; plannedReadAt: Date | null }>;

/** Null where the channel does not follow it. Whoever writes it meanwhile waits; so does an alert that joins. */
async function watchOf(db: Transaction<Tables>, watch: Followed): Promise<Found | null> {
  await lockJoining(db);
  const { cluster_key, place } = keyOf(watch);
  const row = await db
    .selectFrom("watches")
    .select(mutingColumns)
    .select(["operation_read_at", "planned_read_at"])
    .where("cluster_key", "=", cluster_key)
    .where("place", "=", place)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { operation_read_at: operationReadAt, planned_read_at: plannedReadAt } = row;
  return { muting: mutingOf(row), operationReadAt, plannedReadAt };
}

const isBefore = (readAt: string, last: Date | null): boolean =>
  last !== null && Date.parse(readAt) < last.getTime();

async function change(
  db: Transaction<Tables>,
  watch: Followed,
  to: Updateable<Tables["watches"]>,
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
  ...[watch, seen, readAt, audit]: Parameters<IncidentStore["seeOperation"]>
): Promise<boolean> {
  const found = await watchOf(db, watch);
  if (found === null || isBefore(readAt, found.operationReadAt)) return false;
  const { operation: before = null, ...rest } = found.muting;
  const after = operationSeen(before, seen, readAt);
  await change(db, watch, { operation: jsonOrNull(after), operation_read_at: readAt });
  if (before === null && after === null) return false;
  if (after !== null && after.since === before?.since && after.state === before.state) return false;
  const isNew = after !== null && after.since !== before?.since;
  if (isNew || after === null) await insertAudit(db, audit(isNew ? "begins" : "ends"));
  await holdAnew(db, keyOf(watch), after === null ? rest : { ...rest, operation: after }, readAt);
  await showOpen(db, watch);
  return true;
}

/** In one look, so that many do not all begin in one moment. */
const mostAtOnce = 5;

async function take(db: Kysely<Tables>, now: string, before: string): Promise<readonly Followed[]> {
  const { rows } = await sql<Followed>`
    with due as (
      select cluster_key, place from watches
      where operation ->> 'until' > ${now} and operation ->> 'isOver' is null
        and greatest(operation ->> 'seenAt', operation ->> 'lookedAt') <= ${before}
      limit ${mostAtOnce} for update skip locked
    )
    update watches set operation = operation || ${jsonText({ lookedAt: now })}::jsonb from due
    where watches.cluster_key = due.cluster_key and watches.place = due.place
    returning watches.cluster, watches.conversation`.execute(db);
  return rows;
}

async function setPlanned(
  db: Transaction<Tables>,
  ...[watch, planned, readAt, audit]: Parameters<IncidentStore["setPlanned"]>
): Promise<void> {
  const found = await watchOf(db, watch);
  if (found === null || isBefore(readAt, found.plannedReadAt)) return;
  const { planned: before, ...rest } = found.muting;
  const after = jsonOrNull(planned);
  await change(db, watch, { planned: after, planned_read_at: readAt });
  // Each diagnosis reads it, and finds as a rule what was known.
  const configurations = after === null ? [] : JSON.parse(after).configurations;
  if (!isDeepStrictEqual(configurations, before?.configurations ?? [])) await insertAudit(db, audit);
  await holdAnew(db, keyOf(watch), { ...rest, ...(planned && { planned }) }, readAt);
}

/** Nobody has seen its end, and another process may have been first. */
async function endOf(
  db: Transaction<Tables>,
  watch: Followed,
  now: string,
  audit: Parameters<typeof insertAudit>[1],
): Promise<void> {
  const { operation } = (await watchOf(db, watch))?.muting ?? {};
  if (operation === undefined || operation.isOver || operation.until > now) return;
  await change(db, watch, { operation: jsonText({ ...operation, isOver: true }) });
  await insertAudit(db, audit);
  await showOpen(db, watch);
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
