// Incidents: opened and closed once by a delivered alert, each with the job that shows it.
import type { Kysely, Selectable, Transaction } from "kysely";
import type { Clock } from "../app/ports.ts";
import type { AlertEffect, IncidentStore } from "../app/ports-incidents.ts";
import type { Incident } from "../core/alert/incident.ts";
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
        const now = clock.now().toISOString();
        if (!(await isNew(transaction, alert, now))) return false;
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

async function isNew(db: Transaction<Tables>, { key, condition }: Received, now: string): Promise<boolean> {
  const inserted = await db
    .insertInto("alerts")
    .values({ key, condition, received_at: now })
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
        status: jsonText({ state: "fired" }),
        post: jsonText({ state: "waiting" }),
      })
      .execute();
  }
  return effect.incidents.map(({ id }) => id);
}

/** Fired and resolved share the alert's id or, where each has its own, the origin. */
async function resolved(
  db: Transaction<Tables>,
  { key, origin }: Received,
  resolvedAt: string,
): Promise<readonly string[]> {
  const rows = await db
    .updateTable("incidents")
    .set({ status: jsonText({ state: "resolved", resolvedAt }) })
    .where("state", "=", "fired")
    .where((where) => where.or([where("alert_key", "=", key), where("origin", "=", origin)]))
    .returning("id")
    .execute();
  return rows.map(({ id }) => id);
}

const toIncident = (row: Selectable<IncidentTable>): Incident => ({
  id: row.id,
  cluster: row.cluster,
  alert: row.alert,
  conversation: row.conversation,
  status: row.status,
  post: row.post,
});
