// Incidents as they are looked up, with their alerts and what was found and done in their threads.
import { type Kysely, type Selectable, sql } from "kysely";
import type { AlertSeverity } from "../../core/alert/alert.ts";
import { incidentKey } from "../../core/delivery/message.ts";
import { type Incident, type IncidentAlerts, noAlerts } from "../../core/incident/incident.ts";
import type { SeenOperation } from "../../core/incident/watch.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import type { IncidentTable } from "../kit/incident-tables.ts";
import type { Tables } from "../kit/tables.ts";

/** Alerts that a card may list; the others are counted. */
const longestList = 10;

export async function openIncident(
  db: Kysely<Tables>,
  clusterId: string,
  place: string,
): Promise<Incident | null> {
  const row = await db
    .selectFrom("incidents")
    .select("id")
    .where("cluster_key", "=", idKey(clusterId))
    .where("place", "=", place)
    .where("state", "<>", "resolved")
    .orderBy(sql`split is not null`)
    .orderBy("opened_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ? incidentOf(db, row.id) : null;
}

export async function incidentOf(db: Kysely<Tables>, id: string): Promise<Incident | null> {
  const row = await db
    .selectFrom("incidents")
    .leftJoin("outbox", (on) => on.on("outbox.key", "=", incidentKey(id)))
    .leftJoin("watches", (on) =>
      on
        .onRef("watches.cluster_key", "=", "incidents.cluster_key")
        .onRef("watches.place", "=", "incidents.place"),
    )
    .selectAll("incidents")
    .select(["outbox.message_id", "watches.operation"])
    .where("incidents.id", "=", id)
    .executeTakeFirst();
  return row ? toIncident(row, await alertsOf(db, id), await newestRuns(db, id)) : null;
}

/** Of one of `incidents`. What was diagnosed last may be the repaired cluster: the newest that names a cause counts. */
export const newestCause = sql`
  select status -> 'diagnosis' -> 'rootCause' as cause from runs
  where incident = incidents.id and show = 'thread' and task ->> 'kind' = 'diagnose'
    and status -> 'diagnosis' -> 'rootCause' ->> 'check' is not null
  order by created_at desc limit 1`;

/** Those that are not resolved before the others, the newest first. */
export async function incidentsIn(
  db: Kysely<Tables>,
  place: string,
  limit: number,
): Promise<readonly Incident[]> {
  const rows = await db
    .selectFrom("incidents")
    .select("id")
    .where("place", "=", place)
    .where("merged_into", "is", null)
    .orderBy(sql`state = 'resolved'`)
    .orderBy("opened_at", "desc")
    .limit(limit)
    .execute();
  const incidents = await Promise.all(rows.map(({ id }) => incidentOf(db, id)));
  return incidents.filter((incident) => incident !== null);
}

/** More of them nobody counts. */
const mostCounted = 2_000;

export const incidentsSince = (db: Kysely<Tables>, place: string, since: string) =>
  db
    .selectFrom("incidents")
    .select(["id", "cluster"])
    .select(
      sql<AlertSeverity | null>`coalesce(incidents.severity, (
        select min(one.alert ->> 'severity') from incident_alerts one where one.incident_id = incidents.id
      ))`.as("severity"),
    )
    .where("place", "=", place)
    .where("merged_into", "is", null)
    .where("opened_at", ">=", new Date(since))
    .orderBy("opened_at", "desc")
    .limit(mostCounted)
    .execute();

/** Of a row of `incidents`: as somebody set it, else the worst of its open alerts. */
export const severityNow = sql<AlertSeverity | null>`coalesce(incidents.severity, (
  select min(one.alert ->> 'severity') from incident_alerts one
  where one.incident_id = incidents.id and one.state = 'fired'
))`;

/** An alert that only names the cluster, or is about what holds it, may be anybody's. */
export async function worstOpen(
  db: Kysely<Tables>,
  clusterId: string,
  since: string,
): Promise<AlertSeverity | null> {
  const row = await db
    .selectFrom("incident_alerts as one")
    .innerJoin("incidents", "incidents.id", "one.incident_id")
    .select("one.alert")
    .where("incidents.cluster_key", "=", idKey(clusterId))
    .where("one.state", "=", "fired")
    .where("one.received_at", ">=", new Date(since))
    .where(sql`one.alert ->> 'ofCluster'`, "=", "true")
    .orderBy(sql`one.alert ->> 'severity'`)
    .limit(1)
    .executeTakeFirst();
  return row?.alert.severity ?? null;
}

export async function ofMessage(
  db: Kysely<Tables>,
  place: string,
  messageId: string,
): Promise<string | null> {
  const row = await db
    .selectFrom("outbox")
    .innerJoin("incidents", (on) => on.on(sql`content ->> 'incidentId'`, "=", sql`incidents.id`))
    .select(sql<string>`coalesce(merged_into, incidents.id)`.as("id"))
    .where(sql`content ->> 'show'`, "=", "incident")
    .where("outbox.place", "=", place)
    .where("message_id", "=", messageId)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function alertsOf(db: Kysely<Tables>, id: string): Promise<IncidentAlerts> {
  const counted = await db
    .selectFrom("incident_alerts")
    .select(({ fn }) => [
      "state",
      fn.countAll<string>().as("count"),
      sql<string>`min(alert ->> 'firedAt')`.as("first"),
      sql<string>`max(alert ->> 'firedAt')`.as("last"),
      sql<string | null>`max(status ->> 'resolvedAt')`.as("ended"),
    ])
    .where("incident_id", "=", id)
    .groupBy("state")
    .execute();
  if (counted.length === 0) return noAlerts;
  const listed = await db
    .selectFrom("incident_alerts")
    .select(["alert", "status"])
    .where("incident_id", "=", id)
    .orderBy("state")
    .orderBy(sql`alert ->> 'severity'`)
    .orderBy("received_at")
    .limit(longestList)
    .execute();
  const countOf = (state: string) => Number(counted.find((row) => row.state === state)?.count ?? 0);
  return {
    open: countOf("fired"),
    resolved: countOf("resolved"),
    firstFiredAt: counted.map(({ first }) => first).toSorted()[0] ?? null,
    lastFiredAt:
      counted
        .map(({ last }) => last)
        .toSorted()
        .at(-1) ?? null,
    lastResolvedAt: counted.flatMap(({ ended }) => ended ?? []).at(0) ?? null,
    listed,
  };
}

type NewestRuns = Pick<Incident, "diagnosis" | "cause" | "change">;

/** What only its requester may see is none of the channel's. */
async function newestRuns(db: Kysely<Tables>, id: string): Promise<NewestRuns> {
  const newest = (which: ReturnType<typeof sql<boolean>>) =>
    db
      .selectFrom("runs")
      .select("id")
      .where("incident", "=", id)
      .where("show", "=", "thread")
      .where(which)
      .orderBy("created_at", "desc")
      .limit(1)
      .executeTakeFirst();
  const isFound = sql<boolean>`task ->> 'kind' = 'diagnose' and status ->> 'diagnosis' is not null`;
  const isNamed = sql<boolean>`task ->> 'kind' = 'diagnose'
    and status -> 'diagnosis' -> 'rootCause' ->> 'check' is not null`;
  const diagnosis = await newest(isFound);
  const cause = await newest(isNamed);
  const change = await newest(sql<boolean>`task ->> 'kind' in ('change', 'fix')`);
  return { diagnosis: diagnosis?.id ?? null, cause: cause?.id ?? null, change: change?.id ?? null };
}

const waitsSince = ({ untaken_since, called }: Selectable<IncidentTable>): Date =>
  new Date(Math.max(untaken_since.getTime(), Date.parse(called.at(-1)?.at ?? untaken_since.toISOString())));

const toIncident = (
  row: Selectable<IncidentTable> & Readonly<{ message_id: string | null; operation: SeenOperation | null }>,
  alerts: IncidentAlerts,
  runs: NewestRuns,
): Incident => ({
  id: row.id,
  cluster: row.cluster,
  conversation: row.conversation,
  messageId: row.message_id,
  openedAt: row.opened_at.toISOString(),
  status: row.status,
  ...(row.merged_into !== null && { mergedInto: row.merged_into }),
  ...(row.split !== null && { split: row.split }),
  ...(row.muted !== null && { muted: row.muted }),
  calling: { made: row.called, since: waitsSince(row).toISOString() },
  ...(row.operation !== null && !row.operation.isOver && { during: row.operation }),
  owner: row.owner,
  severity: row.severity,
  declared: row.declared,
  reopened: row.reopened,
  ...(row.reopened > 0 && { openSince: row.open_since.toISOString() }),
  alerts,
  ...runs,
});
