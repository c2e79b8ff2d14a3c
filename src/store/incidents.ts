// Incidents as they are looked up. Alerts open and close them: alerts.ts.
import { type Kysely, type Selectable, sql } from "kysely";
import type { IncidentStore } from "../app/ports/incidents.ts";
import type { AlertSeverity } from "../core/alert/alert.ts";
import { type Incident, type Joined, nothingJoined } from "../core/alert/incident.ts";
import { incidentKey } from "../core/delivery/message.ts";
import { idKey } from "../core/snapshot/resource-id.ts";
import type { IncidentTable, Tables } from "./kit/tables.ts";

/** Of what joined a card; the others are counted. */
const longestList = 10;

export function incidentQueries(
  db: Kysely<Tables>,
): Pick<IncidentStore, "incident" | "worstOpenAlert" | "incidentOfMessage"> {
  return {
    incident: async (id) => {
      const row = await db
        .selectFrom("incidents")
        .leftJoin("outbox", (on) => on.on("outbox.key", "=", incidentKey(id)))
        .selectAll("incidents")
        .select("outbox.message_id")
        .where("incidents.id", "=", id)
        .executeTakeFirst();
      return row ? toIncident(row, await joinedTo(db, id)) : null;
    },
    worstOpenAlert: (clusterId, since) => worstOpen(db, clusterId, since),
    incidentOfMessage: (place, messageId) => ofMessage(db, place, messageId),
  };
}

/** An alert that only names the cluster, or is about what holds it, may be anybody's. */
async function worstOpen(
  db: Kysely<Tables>,
  clusterId: string,
  since: string,
): Promise<AlertSeverity | null> {
  const row = await db
    .selectFrom("incidents")
    .select("alert")
    .where("cluster_key", "=", idKey(clusterId))
    .where("state", "=", "fired")
    .where("opened_at", ">=", new Date(since))
    .where(sql`alert ->> 'ofCluster'`, "=", "true")
    .orderBy(sql`alert ->> 'severity'`)
    .limit(1)
    .executeTakeFirst();
  return row?.alert.severity ?? null;
}

async function ofMessage(db: Kysely<Tables>, place: string, messageId: string): Promise<string | null> {
  const row = await db
    .selectFrom("outbox")
    .select(sql<string>`content ->> 'incidentId'`.as("id"))
    .where(sql`content ->> 'show'`, "=", "incident")
    .where("place", "=", place)
    .where("message_id", "=", messageId)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function joinedTo(db: Kysely<Tables>, card: string): Promise<Joined> {
  const counted = await db
    .selectFrom("incidents")
    .select(({ fn }) => ["state", fn.countAll<string>().as("count"), lastResolvedAt.as("last")])
    .where("card", "=", card)
    .groupBy("state")
    .execute();
  if (counted.length === 0) return nothingJoined;
  const listed = await db
    .selectFrom("incidents")
    .select(["alert", "status"])
    .where("card", "=", card)
    .orderBy("state")
    .orderBy(sql`alert ->> 'severity'`)
    .orderBy("opened_at")
    .limit(longestList)
    .execute();
  const of = (state: string) => counted.find((row) => row.state === state);
  const [fired, resolved] = [of("fired"), of("resolved")];
  return {
    fired: Number(fired?.count ?? 0),
    resolved: Number(resolved?.count ?? 0),
    lastResolvedAt: resolved?.last ?? null,
    listed,
  };
}

const lastResolvedAt = sql<string | null>`max(status ->> 'resolvedAt')`;

const toIncident = (
  row: Selectable<IncidentTable> & Readonly<{ message_id: string | null }>,
  joined: Joined,
): Incident => ({
  id: row.id,
  cluster: row.cluster,
  alert: row.alert,
  conversation: row.conversation,
  status: row.status,
  messageId: row.message_id,
  joined,
});
