// Incidents as people open them and move them on. Alerts open and join them: alerts.ts.
import { type Kysely, sql, type Transaction } from "kysely";
import type { IncidentMove, IncidentStore } from "../../app/ports/incidents.ts";
import type { Clock } from "../../app/ports/services.ts";
import type { AlertSeverity } from "../../core/alert/alert.ts";
import { incidentKey, type Message, ringMessage } from "../../core/delivery/message.ts";
import { afterRun, type Incident, isOnCard, ringsAtEnd } from "../../core/incident/incident.ts";
import type { Call } from "../../core/incident/watch.ts";
import type { RunState, RunTask } from "../../core/run/run.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { insertAudit } from "../audit/entries.ts";
import { postCard, showCardsAnew, writeMessages } from "../delivery/outbox.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonOrNull, jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { firedBefore, seenBefore } from "./earlier-incidents.ts";
import {
  incidentOf,
  incidentsIn,
  incidentsSince,
  ofMessage,
  openIncident,
  worstOpen,
} from "./find-incidents.ts";
import { takeUntaken } from "./in-hand.ts";
import { linkedIncidents, namedWith } from "./linked-incidents.ts";
import { holdOne, isMutedAt, lockJoining, mutingColumns } from "./watches.ts";

/** `written`: there is a message to show. */
export function incidentQueries(
  db: Kysely<Tables>,
  clock: Clock,
  written: () => void,
): Pick<
  IncidentStore,
  | "incident"
  | "incidentAlerts"
  | "incidentsIn"
  | "incidentsSince"
  | "openIncident"
  | "seenBefore"
  | "firedBefore"
  | "linkedIncidents"
  | "declareIncident"
  | "stepIncident"
  | "worstOpenAlert"
  | "incidentOfMessage"
  | "takeUntaken"
  | "settle"
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
    incidentsSince: (place, since) => incidentsSince(db, place, since),
    seenBefore: (incident, check, since) => seenBefore(db, incident, check, since),
    firedBefore: (incident, since) => firedBefore(db, incident, since),
    linkedIncidents: (id) => linkedIncidents(db, id),
    openIncident: (clusterId, place) => openIncident(db, clusterId, place),
    declareIncident: async (...declared) => {
      const open = await db.transaction().execute((transaction) => declare(transaction, ...declared));
      written();
      return open;
    },
    stepIncident: async (id, step) => {
      const now = clock.now().toISOString();
      const said = await db.transaction().execute((transaction) => stepWithin(transaction, id, step, now));
      if (said !== null) written();
      return said;
    },
    worstOpenAlert: (clusterId, since) => worstOpen(db, clusterId, since),
    incidentOfMessage: (place, messageId) => ofMessage(db, place, messageId),
    takeUntaken: (...asked) => takeUntaken(db, ...asked),
    settle: async (id, what) => {
      const ended = what === "call" ? { calling_until: null } : { looking_until: null };
      await db.updateTable("incidents").set(ended).where("id", "=", id).execute();
    },
  };
}

async function stepWithin<Said>(
  db: Transaction<Tables>,
  id: string,
  step: (incident: Incident) => IncidentMove<Said>,
  now: string,
): Promise<Said | null> {
  await db.selectFrom("incidents").select("id").where("id", "=", id).forUpdate().execute();
  const incident = await incidentOf(db, id);
  if (incident === null) return null;
  const { to, audit, messages, said, call } = step(incident);
  if (audit !== null) await insertAudit(db, audit);
  if (call !== undefined) await addCall(db, id, call);
  if (to === null) {
    await writeMessages(db, messages);
    return said;
  }
  await changeIncident(db, id, to);
  if (to.reopened !== incident.reopened) await beginAnew(db, id, now);
  await showCardsAnew(db, [id], "now", await namedWith(db, [id]));
  if (to.severity !== incident.severity) await holdOne(db, id, now);
  await writeMessages(db, [...messages, ...(await ringOfEnd(db, id, incident, to))]);
  return said;
}

/** With its message, in one transaction: whoever comes later in the same step finds it there. */
async function addCall(db: Transaction<Tables>, id: string, call: Call): Promise<void> {
  await sql`update incidents set called = called || ${jsonText([call])}::jsonb where id = ${id}`.execute(db);
  await showCardsAnew(db, [id], "now", await namedWith(db, [id]));
}

/** The one that is open there already; null where it is this one from now on. */
async function declare(
  db: Transaction<Tables>,
  ...[incident, message, audit]: Parameters<IncidentStore["declareIncident"]>
): Promise<Incident | null> {
  // Whoever else opens one, by an alert or by hand, waits: there is one open incident of a cluster in a channel.
  await lockJoining(db);
  const open = await openIncident(db, incident.cluster.id, incident.conversation.key);
  // One that was split from another is of its alerts alone.
  if (open !== null && open.split === undefined) {
    await declareOpen(db, open.id, incident.declared);
    if (open.messageId === null) await postCard(db, open, incident.openedAt);
    return open;
  }
  await insertIncident(db, incident);
  await insertAudit(db, audit);
  await writeMessages(db, [message]);
  return null;
}

/** It is somebody's own from now on: no mute holds it back, and it does not end by itself with its last alert. */
const declareOpen = async (
  db: Transaction<Tables>,
  id: string,
  declared: Incident["declared"],
): Promise<void> => {
  await db
    .updateTable("incidents")
    .set({ declared: jsonOrNull(declared) })
    .where("id", "=", id)
    .where("declared", "is", null)
    .execute();
};

export const insertIncident = async (
  db: Kysely<Tables>,
  incident: Omit<Incident, "messageId" | "alerts" | "diagnosis" | "cause" | "change" | "mergedInto">,
): Promise<void> => {
  const { id, cluster, conversation, openedAt, status, owner, severity, declared, reopened } = incident;
  const { split, muted } = incident;
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
      ...{
        looked_at: null,
        looked_for: 0,
        read_at: null,
        read_for: 0,
        looking_until: null,
        open_since: openedAt,
        untaken_since: openedAt,
        called: jsonText([]),
        calling_until: null,
        ring_owed: null,
      },
      ...{ split: jsonOrNull(split ?? null), muted: jsonOrNull(muted ?? null), merged_into: null },
    } satisfies NewRow<"incidents">)
    .execute();
};

export const changeIncident = async (
  db: Kysely<Tables>,
  id: string,
  { status, owner, severity, reopened }: Pick<Incident, "status" | "owner" | "severity" | "reopened">,
): Promise<void> => {
  await db
    .updateTable("incidents")
    .set({ status: jsonText(status), owner: jsonOrNull(owner), severity, reopened })
    .where("id", "=", id)
    .execute();
};

/** Open again, it is another question, and nobody has it. */
export const beginAnew = async (db: Kysely<Tables>, id: string, at: string): Promise<void> => {
  await db
    .updateTable("incidents")
    .set({ open_since: at, untaken_since: at, called: jsonText([]) })
    .where("id", "=", id)
    .execute();
};

/**
 * The post that says that it is over: where it has just ended, its card stands in Teams, and the channel has not asked to
 * hear nothing of the cluster.
 */
export async function ringOfEnd(
  db: Transaction<Tables>,
  id: string,
  { status: before }: Pick<Incident, "status">,
  { status: after }: Pick<Incident, "status">,
): Promise<readonly Message[]> {
  if (before.state === "resolved" || after.state !== "resolved") return [];
  const { at } = after;
  const row = await db
    .selectFrom("incidents")
    .innerJoin("outbox", (on) => on.on("outbox.key", "=", incidentKey(id)))
    .leftJoin("watches", (on) =>
      on
        .onRef("watches.cluster_key", "=", "incidents.cluster_key")
        .onRef("watches.place", "=", "incidents.place"),
    )
    .select(["incidents.conversation", "incidents.reopened", "incidents.open_since", "incidents.declared"])
    .select(mutingColumns.map((column) => `watches.${column}` as const))
    .select(worstOfAll.as("severity"))
    .where("incidents.id", "=", id)
    .where("outbox.message_id", "is not", null)
    .executeTakeFirst();
  if (!row || !ringsAtEnd(row, row.open_since.toISOString(), at)) return [];
  if (isMutedAt(row, at)) return [];
  return [ringMessage(id, row.conversation, { why: "resolved", at })];
}

/** Of all that its alerts were: at its end none is open any more. */
const worstOfAll = sql<AlertSeverity | null>`coalesce(incidents.severity, (
  select min(one.alert ->> 'severity') from incident_alerts one where one.incident_id = incidents.id
))`;

/**
 * A run that was asked for in an incident's thread has moved on, within its transaction: the incident's card shows it.
 * Whether there is a card to edit.
 */
export async function showOnIncident(
  db: Transaction<Tables>,
  { incident: id, task }: Readonly<{ incident: string | null; task: RunTask }>,
  to: RunState,
): Promise<boolean> {
  if (id === null || !isOnCard(task, to)) return false;
  const row = await db
    .selectFrom("incidents")
    .select(["status", "owner", "severity", "reopened"])
    .where("id", "=", id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) return false;
  const status = afterRun(row, task, to);
  if (status !== row.status) await changeIncident(db, id, { ...row, status });
  await showCardsAnew(db, [id], "now", await namedWith(db, [id]));
  return true;
}
