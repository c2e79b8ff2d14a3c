// Incidents: opened and closed once by a delivered alert, each card with the job that shows it.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { Clock } from "../app/ports.ts";
import type { AlertEffect, IncidentStore } from "../app/ports-incidents.ts";
import type { Severity } from "../core/alert/alert.ts";
import { type Incident, type Joined, nothingJoined } from "../core/alert/incident.ts";
import { idKey } from "../core/snapshot/resource-id.ts";
import { insertAudit } from "./audit.ts";
import { endFirings, type Received, statusOf } from "./incident-ends.ts";
import { jsonText } from "./json-text.ts";
import type { IncidentTable, Tables } from "./tables.ts";

type Opened = Extract<AlertEffect, { kind: "fired" }>["incidents"][number];
type Enqueue = (incidentId: string, transaction: Transaction<Tables>, afterSeconds: number) => Promise<void>;

/** From the first alert on a card until the last one that joins it. */
const sharedMilliseconds = 60_000;
/** A card that stands there is edited this long after something new is known, with all that is known by then. */
const editAfterSeconds = 3;
/** Of what joined a card; the others are counted. */
const longestList = 10;

/** `enqueue` adds the job that shows an incident, within the transaction it is given. */
export function incidentQueries(
  db: Kysely<Tables>,
  clock: Clock,
  enqueue: Enqueue,
): Pick<
  IncidentStore,
  "receiveAlert" | "incident" | "worstOpenAlert" | "incidentOfMessage" | "incidentToShow" | "movePost"
> {
  return {
    receiveAlert: (alert, effect, audit) =>
      db.transaction().execute(async (transaction) => {
        // One delivery at a time: of two that cross, neither would see what the other changes.
        await sql`lock table alerts in share row exclusive mode`.execute(transaction);
        const now = clock.now();
        if (!(await isNew(transaction, alert, effect, now))) return false;
        if (effect.kind === "fired")
          for (const opened of effect.incidents) await open(transaction, alert, opened, now, enqueue);
        else
          for (const id of await endFirings(transaction, alert, effect.resolvedAt))
            await editSoon(transaction, id, enqueue);
        for (const entry of audit) await insertAudit(transaction, entry);
        return true;
      }),
    incident: async (id) => {
      const row = await db.selectFrom("incidents").selectAll().where("id", "=", id).executeTakeFirst();
      return row ? toIncident(row, await joinedTo(db, id)) : null;
    },
    worstOpenAlert: (clusterId, since) => worstOpen(db, clusterId, since),
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

/** An alert that only names the cluster, or is about what holds it, may be anybody's. */
async function worstOpen(db: Kysely<Tables>, clusterId: string, since: string): Promise<Severity | null> {
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
    .selectFrom("incidents")
    .select("id")
    .where("place", "=", place)
    .where("message_id", "=", messageId)
    .executeTakeFirst();
  return row?.id ?? null;
}

async function isNew(
  db: Transaction<Tables>,
  { key, id, condition, origin }: Received,
  effect: AlertEffect,
  now: Date,
): Promise<boolean> {
  const resolved_at = effect.kind === "resolved" ? effect.resolvedAt : null;
  const inserted = await db
    .insertInto("alerts")
    .values({ key, alert_id: id, condition, origin, received_at: now.toISOString(), resolved_at })
    .onConflict((conflict) => conflict.doNothing())
    .returning("key")
    .executeTakeFirst();
  return inserted !== undefined;
}

/** On the card of the minute, or on a new one. */
async function open(
  db: Transaction<Tables>,
  alert: Received,
  opened: Opened,
  now: Date,
  enqueue: Enqueue,
): Promise<void> {
  const card = await cardOf(db, opened, now);
  await db
    .insertInto("incidents")
    .values({
      id: opened.id,
      alert_key: alert.key,
      alert_id: alert.id,
      origin: alert.origin,
      cluster_key: idKey(opened.cluster.id),
      place: opened.conversation.key,
      cluster: jsonText(opened.cluster),
      alert: jsonText(opened.alert),
      conversation: jsonText(opened.conversation),
      opened_at: now.toISOString(),
      status: jsonText(await statusOf(db, alert, opened.alert.firedAt)),
      post: jsonText(card === undefined ? { state: "waiting" } : { state: "joined", card }),
    })
    .execute();
  if (card === undefined) await enqueue(opened.id, db, 0);
  else await editSoon(db, card, enqueue);
}

/** A card that Teams refused for good shows nothing. */
async function cardOf(db: Transaction<Tables>, { cluster, conversation }: Opened, now: Date) {
  const row = await db
    .selectFrom("incidents")
    .select("id")
    .where("cluster_key", "=", idKey(cluster.id))
    .where("place", "=", conversation.key)
    .where("opened_at", ">", new Date(now.getTime() - sharedMilliseconds))
    .where("post_state", "not in", ["joined", "failed"])
    .orderBy("opened_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

/** One job for all that becomes known until it runs. */
async function editSoon(db: Transaction<Tables>, id: string, enqueue: Enqueue): Promise<void> {
  const asked = await db
    .updateTable("incidents")
    .set({ edit_due: true })
    .where("id", "=", id)
    .where("edit_due", "=", false)
    .returning("id")
    .executeTakeFirst();
  if (asked) await enqueue(id, db, editAfterSeconds);
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
