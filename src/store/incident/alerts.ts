// Alerts: taken by one insert that waits for nobody, and joined to their incidents afterwards, in their order.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { IncidentStore, Joining, TakenAlert } from "../../app/ports/incidents.ts";
import { type AlertSeverity, type AlertStatus, endOf } from "../../core/alert/alert.ts";
import { isOfAzure } from "../../core/alert/reason.ts";
import { incidentKey, type Message, messageWith, ringMessage } from "../../core/delivery/message.ts";
import {
  afterFiring,
  type BeforeJoining,
  flapMilliseconds,
  type Incident,
} from "../../core/incident/incident.ts";
import { type Muting, muteOf } from "../../core/incident/watch.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { insertAudit } from "../audit/entries.ts";
import { showCardsAnew, writeMessages } from "../delivery/outbox.ts";
import type { IncidentTable } from "../kit/incident-tables.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { beginAnew, changeIncident, insertIncident } from "./incidents.ts";
import { namedWith } from "./linked-incidents.ts";
import { oweRing, payRing } from "./owed-rings.ts";
import { resolveAlerts, statusOf } from "./resolve-alerts.ts";
import { allWatches, holdOne, joinLock } from "./watches.ts";

type Candidate = Joining["candidates"][number];

/** In one transaction: whoever writes down what became of a card waits for its end. */
const mostTogether = 10;
/** One that cannot be joined keeps nobody behind it waiting. */
const asideMilliseconds = 5_000;

/** `written` is called when there is a card to show. */
export function alertQueries(
  db: Kysely<Tables>,
  written: () => void,
): Pick<IncidentStore, "takeAlerts" | "joinAlerts"> {
  const aside = new Map<string, number>();
  return {
    takeAlerts: async (taken) => {
      await db
        .insertInto("alerts")
        // In one order, so that two processes that are given the same alerts do not wait for each other.
        .values(taken.map(rowOf).toSorted((one, other) => (one.key < other.key ? -1 : 1)))
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    },
    joinAlerts: async (join) => {
      for (const [number, until] of aside) if (until < performance.now()) aside.delete(number);
      let numbers: readonly string[] = [];
      const joinOldest = (most: number): Promise<boolean> =>
        db.transaction().execute(async (transaction) => {
          const oldest = await oldestTaken(transaction, [...aside.keys()], most);
          numbers = oldest.map(({ number }) => number);
          if (numbers.length === 0) return false;
          const watches = await allWatches(transaction);
          for (const { taken } of oldest) await joinTo(transaction, taken, join(taken, watches));
          await transaction
            .updateTable("alerts")
            .set({ taken: null })
            .where("number", "in", numbers)
            .execute();
          return true;
        });
      try {
        const joined = await joinOldest(mostTogether).catch((error: unknown) => {
          if (numbers.length < 2) throw error;
          // One of them fails all: they are joined one by one, and it alone is put aside.
          return joinOldest(1);
        });
        if (joined) written();
        return joined;
      } catch (error) {
        const [number, ...others] = numbers;
        if (number !== undefined && others.length === 0)
          aside.set(number, performance.now() + asideMilliseconds);
        throw error;
      }
    },
  };
}

const rowOf = (taken: TakenAlert): NewRow<"alerts"> => ({
  key: taken.alert.key,
  alert_id: taken.alert.id,
  condition: taken.alert.condition,
  origin: taken.alert.origin,
  received_at: taken.receivedAt,
  resolved_at: endOf(taken.alert, taken.receivedAt),
  taken: jsonText(taken),
});

/** None where nothing waits, or another process is at it: two that join at once would open two cards for one minute. */
async function oldestTaken(db: Transaction<Tables>, aside: readonly string[], most: number) {
  const lock = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${joinLock}) as mine`.execute(
    db,
  );
  if (!lock.rows[0]?.mine) return [];
  const rows = await db
    .selectFrom("alerts")
    .select(["number", "taken"])
    .where("taken", "is not", null)
    .where(sql<boolean>`not number = any(${[...aside]}::bigint[])`)
    .orderBy("number")
    .limit(most)
    .execute();
  return rows.flatMap(({ number, taken }) => (taken === null ? [] : [{ number: String(number), taken }]));
}

async function joinTo(
  db: Transaction<Tables>,
  taken: TakenAlert,
  { candidates, audit }: Joining,
): Promise<void> {
  const { alert, receivedAt } = taken;
  const resolvedAt = endOf(alert, receivedAt);
  const ended = resolvedAt === null ? null : await resolveAlerts(db, alert, resolvedAt);
  const changed = new Set(ended?.ids);
  const moved = new Set(ended?.over);
  const messages: Message[] = [...(ended?.messages ?? [])];
  const joinedTo: Readonly<{ id: string; muting: Muting }>[] = [];
  for (const candidate of candidates) {
    const joined = await joinOne(db, taken, candidate);
    messages.push(...joined.messages);
    joinedTo.push({ id: joined.id, muting: candidate.muting });
    if (joined.shownAnew !== null) changed.add(joined.shownAnew);
    // Incidents of other clusters may be linked by what Azure says of itself.
    if (joined.isMoved || isOfAzure(candidate.alert.reason)) moved.add(joined.id);
  }
  for (const entry of audit) await insertAudit(db, entry);
  // Last: whoever shows messages waits for these rows.
  await showCardsAnew(db, [...changed], "soon", await namedWith(db, [...moved]));
  await writeMessages(db, messages);
  // A mute that is over, or that this or another of its open alerts breaks, holds nothing back.
  for (const { id, muting } of joinedTo) await holdOne(db, id, receivedAt, { muting, rings: alert.severity });
  for (const id of ended?.ids ?? []) await holdOne(db, id, receivedAt);
}

/** `isMoved`: it is in another state now. */
type Shown = Readonly<{
  id: string;
  messages: readonly Message[];
  shownAnew: string | null;
  isMoved: boolean;
}>;

/** The alert becomes one of an incident that goes on, or went on until a while ago; else a new one begins with it. */
async function joinOne(db: Transaction<Tables>, taken: TakenAlert, candidate: Candidate): Promise<Shown> {
  const { alert, receivedAt } = taken;
  const status = await statusOf(db, alert, candidate.alert.firedAt);
  const found = await incidentFor(db, candidate, receivedAt);
  const id = found?.id ?? candidate.id;
  if (!found) await insertIncident(db, newIncident(candidate, status, receivedAt));
  await db
    .insertInto("incident_alerts")
    .values({
      ...{ incident_id: id, alert_key: alert.key, alert_id: alert.id, origin: alert.origin },
      ...{ alert: jsonText(candidate.alert), received_at: receivedAt, status: jsonText(status) },
    } satisfies NewRow<"incident_alerts">)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  if (!found) return { id, messages: [cardMessage(candidate)], shownAnew: null, isMoved: false };
  if (status.state === "resolved") return { id, messages: [], shownAnew: id, isMoved: false };
  return { id, shownAnew: id, ...(await afterJoining(db, found, candidate, receivedAt)) };
}

function newIncident(
  { id, cluster, conversation, alert, muting }: Candidate,
  status: AlertStatus,
  openedAt: string,
): Parameters<typeof insertIncident>[1] {
  const muted = muteOf(muting, alert.severity, openedAt);
  return {
    ...{ id, cluster, conversation, openedAt, owner: null, severity: null, declared: null, reopened: 0 },
    ...(muted !== null && { muted }),
    status:
      status.state === "fired"
        ? { state: "open" }
        : { state: "resolved", at: status.resolvedAt, by: null, because: null },
  };
}

type Found = BeforeJoining & Pick<Incident, "declared"> & Readonly<{ id: string; unsent: boolean }>;

/**
 * The newest incident of the cluster in this channel that is not resolved, or was resolved a short time ago; one that was split
 * from another takes alerts of its rules, before that one, and no others. Its card's row is locked, so that nobody sends it meanwhile. One whose card was given up shows nothing, and takes no alert.
 */
async function incidentFor(
  db: Transaction<Tables>,
  { cluster, conversation, alert: { rule }, joinHours }: Candidate,
  receivedAt: string,
): Promise<Found | null> {
  const since = new Date(Date.parse(receivedAt) - joinHours * 3_600_000).toISOString();
  const { rows } = await sql<
    Selectable<Pick<IncidentTable, "id" | "status" | "owner" | "severity" | "reopened" | "declared">> &
      Readonly<{ unsent: boolean; worstOpen: AlertSeverity | null; worst: AlertSeverity | null }>
  >`
    select incident.id, incident.status, incident.owner, incident.severity, incident.reopened,
      incident.declared, (card.state in ('waiting', 'resting') and card.message_id is null and card.unsure = 0) as unsent,
      coalesce(incident.severity, (select min(one.alert ->> 'severity') from incident_alerts one
        where one.incident_id = incident.id and one.state = 'fired')) as "worstOpen",
      coalesce(incident.severity, (select min(one.alert ->> 'severity') from incident_alerts one
        where one.incident_id = incident.id)) as worst
    from incidents incident join outbox card on card.key = ${incidentKey("")} || incident.id
    where incident.cluster_key = ${idKey(cluster.id)} and incident.place = ${conversation.key}
      and (incident.state <> 'resolved' or incident.status ->> 'at' >= ${since})
      and card.state <> 'refused' and incident.merged_into is null
      and (incident.split is null or incident.split -> 'rules' @> to_jsonb(${rule}::text))
    order by (incident.split is null), (incident.state = 'resolved'), incident.opened_at desc limit 1
    for update of incident, card`.execute(db);
  return rows[0] ?? null;
}

/** What the alert makes of the incident is written down; a new post where an edit of the card would not do. */
async function afterJoining(
  db: Transaction<Tables>,
  found: Found,
  { alert, conversation, muting }: Candidate,
  receivedAt: string,
): Promise<Pick<Shown, "messages" | "isMoved">> {
  const { id, unsent, declared } = found;
  const { ring, ...to } = afterFiring(found, alert.severity, receivedAt);
  await changeIncident(db, id, to);
  const isMoved = to.status.state !== found.status.state;
  if (isMoved && to.status.state === "open") await beginAnew(db, id, receivedAt);
  if (ring === null || unsent) return { messages: [], isMoved };
  const owed = { at: receivedAt, known: found.worstOpen };
  if (ring === "flaps") {
    const until = new Date(Date.parse(receivedAt) + flapMilliseconds).toISOString();
    await oweRing(db, id, { ...owed, why: "reopened", flap: { opening: to.reopened, until } });
    return { messages: [], isMoved };
  }
  if (declared === null && muteOf(muting, alert.severity, receivedAt) !== null) {
    await oweRing(db, id, { ...owed, why: ring });
    return { messages: [], isMoved };
  }
  await payRing(db, id, receivedAt);
  const content = { why: ring, at: receivedAt, severity: alert.severity, rule: alert.rule };
  return { messages: [ringMessage(id, conversation, content)], isMoved };
}

const cardMessage = ({ id, conversation }: Candidate): Message =>
  messageWith(incidentKey(id), conversation, { show: "incident", incidentId: id });
