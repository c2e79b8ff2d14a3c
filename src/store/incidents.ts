// Incidents: opened and closed once by a delivered alert, each with the job that shows it.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { Clock } from "../app/ports.ts";
import type { AlertEffect, IncidentStore } from "../app/ports-incidents.ts";
import type { Incident, IncidentState } from "../core/alert/incident.ts";
import { idKey } from "../core/diagnosis/resource-id.ts";
import { insertAudit } from "./audit.ts";
import { jsonText } from "./json-text.ts";
import type { IncidentTable, Tables } from "./tables.ts";

type Received = Parameters<IncidentStore["receiveAlert"]>[0];

/** `enqueue` adds the job that shows an incident, within the transaction it is given. */
export function incidentQueries(
  db: Kysely<Tables>,
  clock: Clock,
  enqueue: (incidentId: string, transaction: Transaction<Tables>) => Promise<void>,
): Pick<IncidentStore, "receiveAlert" | "incident" | "movePost"> {
  return {
    receiveAlert: (alert, effect, audit) =>
      db.transaction().execute(async (transaction) => {
        // One delivery at a time: of two that cross, neither would see what the other changes.
        await sql`lock table alerts in share row exclusive mode`.execute(transaction);
        const now = clock.now().toISOString();
        if (!(await isNew(transaction, alert, effect, now))) return false;
        for (const id of await changed(transaction, alert, effect, now)) await enqueue(id, transaction);
        for (const entry of audit) await insertAudit(transaction, entry);
        return true;
      }),
    incident: async (id) => {
      const row = await db.selectFrom("incidents").selectAll().where("id", "=", id).executeTakeFirst();
      return row ? toIncident(row) : null;
    },
    movePost: (id, from, to, audit) =>
      db.transaction().execute(async (transaction) => {
        const moved = await transaction
          .updateTable("incidents")
          .set({ post: jsonText(to) })
          .where("id", "=", id)
          .where("post_state", "=", from)
          .returning("id")
          .executeTakeFirst();
        if (moved && audit) await insertAudit(transaction, audit);
        return moved !== undefined;
      }),
  };
}

async function isNew(
  db: Transaction<Tables>,
  { key, condition, origin }: Received,
  effect: AlertEffect,
  now: string,
): Promise<boolean> {
  const resolved_at = effect.kind === "resolved" ? effect.resolvedAt : null;
  const inserted = await db
    .insertInto("alerts")
    .values({ key, condition, origin, received_at: now, resolved_at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Ids of the incidents whose cards this alert changes. */
async function changed(
  db: Transaction<Tables>,
  alert: Received,
  effect: AlertEffect,
  now: string,
): Promise<readonly string[]> {
  if (effect.kind === "resolved") return resolved(db, alert, effect.resolvedAt);
  for (const incident of effect.incidents) {
    await db
      .insertInto("incidents")
      .values({
        id: incident.id,
        alert_key: alert.key,
        origin: alert.origin,
        cluster_key: idKey(incident.cluster.id),
        place: incident.conversation.key,
        cluster: jsonText(incident.cluster),
        alert: jsonText(incident.alert),
        conversation: jsonText(incident.conversation),
        opened_at: now,
        status: jsonText(await statusOf(db, alert, incident.alert.firedAt)),
        post: jsonText({ state: "waiting" }),
      })
      .execute();
  }
  return effect.incidents.map(({ id }) => id);
}

/** Azure Monitor promises no order: what was resolved before it was heard of is opened as what it is. */
async function statusOf(
  db: Transaction<Tables>,
  { key, origin }: Received,
  firedAt: string,
): Promise<IncidentState> {
  const row = await db
    .selectFrom("alerts")
    .select("resolved_at")
    .where("condition", "=", "resolved")
    .where(({ or, and, eb }) =>
      or([eb("key", "=", key), and([eb("origin", "=", origin), eb("resolved_at", ">=", new Date(firedAt))])]),
    )
    .orderBy("resolved_at")
    .limit(1)
    .executeTakeFirst();
  return row?.resolved_at
    ? { state: "resolved", resolvedAt: row.resolved_at.toISOString() }
    : { state: "fired" };
}

/** Fired and resolved share the alert's id or, where each has its own, the origin. That may fire again, and later. */
async function resolved(
  db: Transaction<Tables>,
  { key, origin }: Received,
  resolvedAt: string,
): Promise<readonly string[]> {
  const rows = await db
    .updateTable("incidents")
    .set({ status: jsonText({ state: "resolved", resolvedAt }) })
    .where("state", "=", "fired")
    .where(({ or, and, eb }) =>
      or([
        eb("alert_key", "=", key),
        and([eb("origin", "=", origin), eb(firedAtOf, "<=", new Date(resolvedAt))]),
      ]),
    )
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

const firedAtOf = sql<Date>`(alert ->> 'firedAt')::timestamptz`;

const toIncident = (row: Selectable<IncidentTable>): Incident => ({
  id: row.id,
  cluster: row.cluster,
  alert: row.alert,
  conversation: row.conversation,
  status: row.status,
  post: row.post,
});
