// Incidents as they are looked up and moved on by people. Alerts open and join them: alerts.ts.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import type { AlertSeverity } from "../../core/alert/alert.ts";
import { incidentKey } from "../../core/delivery/message.ts";
import {
  type Incident,
  type IncidentAlerts,
  type IncidentStatus,
  noAlerts,
} from "../../core/incident/incident.ts";
import type { RunState, RunTask } from "../../core/run/run.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { insertAudit } from "../audit/entries.ts";
import { showCardsAnew, writeMessages } from "../delivery/outbox.ts";
import { jsonOrNull, jsonText } from "../kit/stored-text.ts";
import type { IncidentTable, Tables } from "../kit/tables.ts";

/** Alerts that a card may list; the others are counted. */
const longestList = 10;

/** `written`: there is a message to show. */
export function incidentQueries(
  db: Kysely<Tables>,
  written: () => void,
): Pick<
  IncidentStore,
  | "incident"
  | "incidentAlerts"
  | "incidentsIn"
  | "openIncident"
  | "declareIncident"
  | "stepIncident"
  | "worstOpenAlert"
  | "incidentOfMessage"
> {
  return {
    incident: (id) => incidentOf(db, id),
    incidentAlerts: (id, limit) =>
      db
        .selectFrom("incident_alerts")
        .select(["alert", "status"])
        .where("incident_id", "=", id)
        .orderBy("received_at")
        .limit(limit)
        .execute(),
    incidentsIn: (place, limit) => incidentsIn(db, place, limit),
    openIncident: async (clusterId, place) => {
      const row = await db
        .selectFrom("incidents")
        .select("id")
        .where("cluster_key", "=", idKey(clusterId))
        .where("place", "=", place)
        .where("state", "<>", "resolved")
        .orderBy("opened_at", "desc")
        .limit(1)
        .executeTakeFirst();
      return row ? incidentOf(db, row.id) : null;
    },
    declareIncident: async (incident, message, audit) => {
      await db.transaction().execute(async (transaction) => {
        await insertIncident(transaction, incident);
        await insertAudit(transaction, audit);
        await writeMessages(transaction, [message]);
      });
      written();
    },
    stepIncident: async (id, step) => {
      const said = await db.transaction().execute(async (transaction) => {
        await transaction.selectFrom("incidents").select("id").where("id", "=", id).forUpdate().execute();
        const incident = await incidentOf(transaction, id);
        if (incident === null) return null;
        const move = step(incident);
        if (move.to !== null) await changeIncident(transaction, id, move.to);
        if (move.audit !== null) await insertAudit(transaction, move.audit);
        if (move.to !== null) await showCardsAnew(transaction, [id], "now");
        await writeMessages(transaction, move.messages);
        return move.said;
      });
      if (said !== null) written();
      return said;
    },
    worstOpenAlert: (clusterId, since) => worstOpen(db, clusterId, since),
    incidentOfMessage: (place, messageId) => ofMessage(db, place, messageId),
  };
}

export const insertIncident = async (
  db: Kysely<Tables>,
  incident: Omit<Incident, "messageId" | "alerts" | "diagnosis" | "change">,
): Promise<void> => {
  const { id, cluster, conversation, openedAt, status, owner, severity, declared, reopened } = incident;
  await db
    .insertInto("incidents")
    .values({
      ...{ id, severity, reopened, cluster_key: idKey(cluster.id), place: conversation.key },
      cluster: jsonText(cluster),
      conversation: jsonText(conversation),
      opened_at: openedAt,
      status: jsonText(status),
      owner: jsonOrNull(owner),
      declared: jsonOrNull(declared),
      looked_at: null,
    })
    .execute();
};

export const changeIncident = async (
  db: Kysely<Tables>,
  id: string,
  { status, owner, severity, reopened }: Pick<Incident, "status" | "owner" | "severity" | "reopened">,
): Promise<void> => {
  await db
    .updateTable("incidents")
    .set({
      ...{ status: jsonText(status), owner: jsonOrNull(owner), severity, reopened },
      // Open again, it is another question.
      looked_at: sql`case when reopened = ${reopened} then looked_at end`,
    })
    .where("id", "=", id)
    .execute();
};

async function incidentOf(db: Kysely<Tables>, id: string): Promise<Incident | null> {
  const row = await db
    .selectFrom("incidents")
    .leftJoin("outbox", (on) => on.on("outbox.key", "=", incidentKey(id)))
    .selectAll("incidents")
    .select("outbox.message_id")
    .where("incidents.id", "=", id)
    .executeTakeFirst();
  return row ? toIncident(row, await alertsOf(db, id), await newestRuns(db, id)) : null;
}

/** Those that are not resolved before the others, the newest first. */
async function incidentsIn(db: Kysely<Tables>, place: string, limit: number): Promise<readonly Incident[]> {
  const rows = await db
    .selectFrom("incidents")
    .select("id")
    .where("place", "=", place)
    .orderBy(sql`state = 'resolved'`)
    .orderBy("opened_at", "desc")
    .limit(limit)
    .execute();
  const incidents = await Promise.all(rows.map(({ id }) => incidentOf(db, id)));
  return incidents.filter((incident) => incident !== null);
}

/** An alert that only names the cluster, or is about what holds it, may be anybody's. */
async function worstOpen(
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

/** What only its requester may see is none of the channel's. */
async function newestRuns(db: Kysely<Tables>, id: string): Promise<Pick<Incident, "diagnosis" | "change">> {
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
  const hasResult = sql<boolean>`status -> 'diagnosis' is not null and status ->> 'diagnosis' is not null`;
  const diagnosis = await newest(sql<boolean>`task ->> 'kind' = 'diagnose' and ${hasResult}`);
  const change = await newest(sql<boolean>`task ->> 'kind' in ('change', 'fix')`);
  return { diagnosis: diagnosis?.id ?? null, change: change?.id ?? null };
}

const toIncident = (
  row: Selectable<IncidentTable> & Readonly<{ message_id: string | null }>,
  alerts: IncidentAlerts,
  runs: Pick<Incident, "diagnosis" | "change">,
): Incident => ({
  id: row.id,
  cluster: row.cluster,
  conversation: row.conversation,
  messageId: row.message_id,
  openedAt: row.opened_at.toISOString(),
  status: row.status,
  owner: row.owner,
  severity: row.severity,
  declared: row.declared,
  reopened: row.reopened,
  alerts,
  ...runs,
});

/**
 * A run that was asked for in an incident's thread has moved on, within its transaction: the incident's card shows it,
 * and a change that was made has mitigated it.
 */
export async function showOnIncident(
  db: Transaction<Tables>,
  { incident, task }: Readonly<{ incident: string | null; task: RunTask }>,
  to: RunState,
): Promise<void> {
  if (incident === null) return;
  if (isMade(task, to)) {
    const at = to.state === "succeeded" ? to.finishedAt : "";
    const status: IncidentStatus = { state: "mitigated", at };
    await db
      .updateTable("incidents")
      .set({ status: jsonText(status) })
      .where("id", "=", incident)
      .where("state", "in", ["open", "acknowledged"])
      .execute();
  }
  await showCardsAnew(db, [incident], "now");
}

const isMade = ({ kind }: RunTask, to: RunState): boolean =>
  to.state === "succeeded" && (kind === "fix" || (kind === "change" && to.result?.exitCode === 0));
