// Alerts: taken by one insert that waits for nobody, and joined to their incidents afterwards, in their order.
import {
  type Expression,
  type ExpressionBuilder,
  type Kysely,
  type SqlBool,
  sql,
  type Transaction,
} from "kysely";
import type { IncidentStore, Joining, TakenAlert } from "../app/ports/incidents.ts";
import { type Alert, type AlertSeverity, endOf } from "../core/alert/alert.ts";
import type { IncidentState } from "../core/alert/incident.ts";
import { incidentKey, type Message, messageWith } from "../core/delivery/message.ts";
import { idKey } from "../core/snapshot/resource-id.ts";
import { insertAudit } from "./audit/entries.ts";
import { showCardsSoon, writeMessages } from "./delivery/outbox.ts";
import { jsonText } from "./kit/stored-text.ts";
import type { Tables } from "./kit/tables.ts";
import { allWatches } from "./watches.ts";

type Opened = Joining["incidents"][number];

/** Any fixed number will do, as long as nothing else in this database locks it. */
const joinLock = 7_265_110;
/** From the first alert on a card until the last one that joins it. */
const sharedMilliseconds = 60_000;
/** In one transaction: whoever writes down what became of a card waits for its end. */
const mostTogether = 10;
/** One that cannot be joined keeps nobody behind it waiting. */
const asideMilliseconds = 5_000;

/** `written` is called when there is a card to show. */
export function alertQueries(
  db: Kysely<Tables>,
  written: () => void,
): Pick<IncidentStore, "takeAlert" | "joinAlerts"> {
  const aside = new Map<string, number>();
  return {
    takeAlert: async (taken) => {
      const { key, id, condition, origin } = taken.alert;
      const kept = { received_at: taken.receivedAt, resolved_at: endOf(taken.alert, taken.receivedAt) };
      await db
        .insertInto("alerts")
        .values({ key, alert_id: id, condition, origin, ...kept, taken: jsonText(taken) })
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
  { incidents, audit }: Joining,
): Promise<void> {
  const { alert, receivedAt } = taken;
  const resolvedAt = endOf(alert, receivedAt);
  const changed = resolvedAt === null ? [] : await resolveIncidents(db, alert, resolvedAt);
  const cards: (string | Opened)[] = [...changed];
  for (const opened of incidents) cards.push((await open(db, taken, opened)) ?? opened);
  for (const entry of audit) await insertAudit(db, entry);
  // Last: whoever shows messages waits for these rows.
  await showCardsSoon(
    db,
    cards.filter((card) => typeof card === "string"),
  );
  await writeMessages(db, cards.filter((card) => typeof card !== "string").map(cardMessage));
}

/** The card of the minute that shows it, or null where it gets one of its own. */
async function open(
  db: Transaction<Tables>,
  { alert, receivedAt }: TakenAlert,
  opened: Opened,
): Promise<string | null> {
  const status = await statusOf(db, alert, opened.alert.firedAt);
  const card = await cardOf(db, opened, status, new Date(receivedAt));
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
      opened_at: receivedAt,
      status: jsonText(status),
      card,
    })
    .execute();
  return card;
}

/**
 * The newest card of the minute, if this alert may join it: an edit notifies nobody, so one that is worse than all that
 * is open there gets a card of its own, unless that one was not sent yet. The row is locked, so that nobody sends it
 * meanwhile.
 */
async function cardOf(
  db: Transaction<Tables>,
  { cluster, conversation, alert: { severity } }: Opened,
  { state }: IncidentState,
  now: Date,
): Promise<string | null> {
  const { rows } = await sql<{ id: string; unsent: boolean; worst: AlertSeverity | null }>`
    select incident.id,
      (card.state = 'waiting' and card.message_id is null and card.unsure = 0) as unsent,
      (select min(one.alert ->> 'severity') from incidents one
        where one.state = 'fired' and (one.id = incident.id or one.card = incident.id)) as worst
    from incidents incident join outbox card on card.key = ${incidentKey("")} || incident.id
    where incident.cluster_key = ${idKey(cluster.id)} and incident.place = ${conversation.key}
      and incident.opened_at > ${new Date(now.getTime() - sharedMilliseconds)}
      -- One that was given up shows nothing.
      and card.state <> 'refused'
    order by incident.opened_at desc, card.number desc limit 1
    for update of card`.execute(db);
  const [card] = rows;
  if (!card) return null;
  const rings = state === "fired" && (card.worst === null || severity < card.worst);
  return rings && !card.unsent ? null : card.id;
}

const cardMessage = ({ id, conversation }: Opened): Message =>
  messageWith(incidentKey(id), conversation, { show: "incident", incidentId: id });

// Which firings a resolved alert ends: its own, or, of a firing that nobody has heard of, those that it may mean.

type Received = Pick<Alert, "key" | "id" | "origin">;

/** Azure Monitor promises no order: what was resolved before it was heard of is opened as what it is. */
async function statusOf(
  db: Transaction<Tables>,
  { key, id, origin }: Received,
  firedAt: string,
): Promise<IncidentState> {
  const row = await db
    .selectFrom("alerts")
    .select("resolved_at")
    .where("condition", "=", "resolved")
    .where((where) =>
      where.or([
        where("key", "=", key),
        where.and([
          where.or([where("alert_id", "=", id), where("origin", "=", origin)]),
          where("resolved_at", ">=", new Date(firedAt)),
          where.not(hasFired(where, where.ref("alerts.key"))),
        ]),
      ]),
    )
    .orderBy("resolved_at")
    .limit(1)
    .executeTakeFirst();
  return row?.resolved_at
    ? { state: "resolved", resolvedAt: row.resolved_at.toISOString() }
    : { state: "fired" };
}

/** Ids of the incidents whose cards show what was ended. An origin, and a rule's id, may have fired again since. */
async function resolveIncidents(
  db: Transaction<Tables>,
  { key, id, origin }: Received,
  resolvedAt: string,
): Promise<readonly string[]> {
  const rows = await db
    .updateTable("incidents")
    .set({ status: jsonText({ state: "resolved", resolvedAt }) })
    .where("state", "=", "fired")
    .where((where) =>
      where.or([
        where("alert_key", "=", key),
        where.and([
          where.or([where("alert_id", "=", id), where("origin", "=", origin)]),
          where(firedAtOf, "<=", new Date(resolvedAt)),
          where.not(hasFired(where, where.val(key))),
        ]),
      ]),
    )
    .returning(["id", "card"])
    .execute();
  return [...new Set(rows.map((row) => row.card ?? row.id))];
}

const firedAtOf = sql<Date>`(alert ->> 'firedAt')::timestamptz`;

function hasFired<Table extends "alerts" | "incidents">(
  { exists }: ExpressionBuilder<Tables, Table>,
  key: Expression<string>,
): Expression<SqlBool> {
  return exists(sql`(select from alerts as fired where fired.condition = 'fired' and fired.key = ${key})`);
}
