// Incidents as they are looked up, and what became of their cards. Alerts open and close them: alerts.ts.
import { type Kysely, type Selectable, sql } from "kysely";
import type { IncidentStore } from "../app/ports-incidents.ts";
import { type Incident, type Joined, nothingJoined } from "../core/alert/incident.ts";
import { idKey } from "../core/snapshot/resource-id.ts";
import { insertAudit } from "./audit.ts";
import { jsonText } from "./json-text.ts";
import type { IncidentTable, Tables } from "./tables.ts";

/** Of what joined a card; the others are counted. */
const longestList = 10;

export function incidentQueries(
  db: Kysely<Tables>,
): Pick<IncidentStore, "incident" | "hasOpenIncident" | "incidentOfMessage" | "incidentToShow" | "movePost"> {
  return {
    incident: async (id) => {
      const row = await db.selectFrom("incidents").selectAll().where("id", "=", id).executeTakeFirst();
      return row ? toIncident(row, await joinedTo(db, id)) : null;
    },
    hasOpenIncident: (clusterId, since) => hasOpen(db, clusterId, since),
    incidentOfMessage: (place, messageId) => ofMessage(db, place, messageId),
    incidentToShow: async (id) => {
      // First of all: whatever is written after this asks for the next edit.
      const row = await db
        .updateTable("incidents")
        .set({ edit_due: false })
        .where("id", "=", id)
        .returningAll()
        .executeTakeFirst();
      return row ? toIncident(row, await joinedTo(db, id)) : null;
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

async function hasOpen(db: Kysely<Tables>, clusterId: string, since: string): Promise<boolean> {
  const row = await db
    .selectFrom("incidents")
    .select("id")
    .where("cluster_key", "=", idKey(clusterId))
    .where("state", "=", "fired")
    .where("opened_at", ">=", new Date(since))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function ofMessage(db: Kysely<Tables>, place: string, messageId: string): Promise<string | null> {
  const row = await db
    .selectFrom("incidents")
    .select("id")
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

const toIncident = (row: Selectable<IncidentTable>, joined: Joined): Incident => ({
  id: row.id,
  cluster: row.cluster,
  alert: row.alert,
  conversation: row.conversation,
  status: row.status,
  post: row.post,
  joined,
});
