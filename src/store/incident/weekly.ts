// A channel's week as it is counted (core/incident/week.ts), and which channels get it as a card.
import { type Kysely, sql, type Transaction } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import {
  type CauseCount,
  type CountedWeek,
  mostListed,
  type RuleCount,
  type WeekOf,
} from "../../core/incident/week.ts";
import type { ConversationRef } from "../../core/run/run.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { insertAudit } from "../audit/entries.ts";
import { writeMessages } from "../delivery/outbox.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { isActedOn, measured } from "./numbers.ts";

/** `written`: there is a card to show. */
export function weeklyQueries(
  db: Kysely<Tables>,
  written: () => void,
): Pick<IncidentStore, "week" | "setWeekly" | "endWeekly" | "hasWeekly" | "weeklyDue" | "sendWeekly"> {
  return {
    week: (of) => weekOf(db, of),
    setWeekly: (...wish) => db.transaction().execute((transaction) => setWeekly(transaction, ...wish)),
    endWeekly: (place, audit) =>
      db.transaction().execute(async (transaction) => {
        const removed = await transaction
          .deleteFrom("weekly_cards")
          .where("place", "=", place)
          .returning("place")
          .executeTakeFirst();
        if (removed) await insertAudit(transaction, audit);
        return removed !== undefined;
      }),
    hasWeekly: async (place) => {
      const row = await db
        .selectFrom("weekly_cards")
        .select("place")
        .where("place", "=", place)
        .executeTakeFirst();
      return row !== undefined;
    },
    weeklyDue: async (monday) => {
      const { rows } = await sql<{ conversation: ConversationRef }>`
        select conversation from weekly_cards where sent_for < ${monday}::timestamptz
          and exists (select from watches where watches.place = weekly_cards.place)
        order by place`.execute(db);
      return rows.map(({ conversation }) => conversation);
    },
    sendWeekly: async (...card) => {
      const isOurs = await db.transaction().execute((transaction) => sendWeekly(transaction, ...card));
      if (isOurs) written();
      return isOurs;
    },
  };
}

async function setWeekly(
  db: Transaction<Tables>,
  ...[conversation, sentFor, audit]: Parameters<IncidentStore["setWeekly"]>
): Promise<boolean> {
  const added = await db
    .insertInto("weekly_cards")
    .values({
      ...{ place: conversation.key, conversation: jsonText(conversation), sent_for: sentFor },
    } satisfies NewRow<"weekly_cards">)
    .onConflict((conflict) => conflict.doNothing())
    .returning("place")
    .executeTakeFirst();
  if (added) await insertAudit(db, audit);
  return added !== undefined;
}

async function sendWeekly(
  db: Transaction<Tables>,
  ...[place, monday, card, audit]: Parameters<IncidentStore["sendWeekly"]>
): Promise<boolean> {
  const claimed = await db
    .updateTable("weekly_cards")
    .set({ sent_for: monday })
    .where("place", "=", place)
    .where("sent_for", "<", new Date(monday))
    .returning("place")
    .executeTakeFirst();
  if (claimed === undefined) return false;
  await insertAudit(db, audit);
  await writeMessages(db, [card]);
  return true;
}

async function weekOf(db: Kysely<Tables>, of: WeekOf): Promise<CountedWeek> {
  const length = Date.parse(of.to) - Date.parse(of.from);
  const before = { ...of, from: new Date(Date.parse(of.from) - length).toISOString(), to: of.from };
  const [incidents, earlier, calls, rules, causes] = await Promise.all([
    measured(db, isIn(of)),
    countOf(db, before),
    callsOf(db, of),
    rulesOf(db, of),
    causesOf(db, of),
  ]);
  return { incidents, before: earlier, calls, ...rules, causes };
}

const isOf = ({ place, clusters }: WeekOf) =>
  sql`(incidents.place = ${place} and incidents.cluster_key = any(${clusters.map(({ id }) => idKey(id))}::text[]))`;
const isDuring = (at: ReturnType<typeof sql>, { from, to }: WeekOf) =>
  sql`(${at} >= ${from}::timestamptz and ${at} < ${to}::timestamptz)`;
/** One that was merged into another is that one. */
const isIn = (of: WeekOf) =>
  sql`(${isOf(of)} and incidents.merged_into is null and ${isDuring(sql`incidents.opened_at`, of)})`;

async function countOf(db: Kysely<Tables>, of: WeekOf): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from incidents where ${isIn(of)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** In which somebody was there to be mentioned. */
async function callsOf(db: Kysely<Tables>, of: WeekOf): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from incidents join audit on detail ->> 'incident' = incidents.id
    where ${isOf(of)} and action = 'incident.escalate' and outcome = 'recorded'
      and (detail ->> 'mentioned')::integer > 0 and ${isDuring(sql`time::timestamptz`, of)}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

/** By when the alerts came: their incidents may be older. */
async function rulesOf(db: Kysely<Tables>, of: WeekOf) {
  type Row = Pick<RuleCount, "rule" | "cluster" | "severity"> &
    Readonly<Record<"fired" | "alone" | "allFired" | "allAlone", string>>;
  const { rows } = await sql<Row>`
    with touched as materialized (
      select id, cluster_key, cluster ->> 'name' as cluster, ${isActedOn} as acted from incidents
      where ${isOf(of)} and exists (
        select from incident_alerts where incident_id = incidents.id and ${isDuring(sql`received_at`, of)}
      )
    ), firings as (
      select cluster_key, cluster, alert ->> 'rule' as rule, alert ->> 'severity' as severity,
        (state = 'resolved' and not acted) as alone
      from incident_alerts join touched on touched.id = incident_id where ${isDuring(sql`received_at`, of)}
    )
    select rule, min(cluster) as cluster, min(severity) as severity,
      count(*) as fired, count(*) filter (where alone) as alone,
      sum(count(*)) over () as "allFired", sum(count(*) filter (where alone)) over () as "allAlone"
    from firings group by rule, cluster_key
    order by count(*) filter (where alone) desc, count(*) desc, rule, cluster_key limit ${mostListed}`.execute(
    db,
  );
  const [first] = rows;
  return {
    alerts: { fired: Number(first?.allFired ?? 0), alone: Number(first?.allAlone ?? 0) },
    rules: rows.map(({ rule, cluster, severity, fired, alone }) => ({
      ...{ rule, cluster, severity, fired: Number(fired), alone: Number(alone) },
    })),
  };
}

/** Of each incident the newest that was found, as its channel may see it. */
async function causesOf(db: Kysely<Tables>, of: WeekOf): Promise<readonly CauseCount[]> {
  const { rows } = await sql<Pick<CauseCount, "check" | "cluster" | "on"> & { incidents: string }>`
    with found as (
      select distinct on (incidents.id) incidents.cluster_key, incidents.cluster ->> 'name' as cluster,
        runs.status -> 'diagnosis' -> 'rootCause' ->> 'check' as check_id,
        runs.status -> 'diagnosis' -> 'rootCause' ->> 'resourceId' as resource
      from incidents join runs on runs.incident = incidents.id
      where ${isIn(of)} and show = 'thread' and task ->> 'kind' = 'diagnose'
        and runs.status -> 'diagnosis' -> 'rootCause' ->> 'check' is not null
      order by incidents.id, runs.created_at desc
    )
    select check_id as "check", min(cluster) as cluster, count(*) as incidents,
      case when count(distinct lower(resource)) = 1 and count(resource) = count(*) then min(resource) end as "on"
    from found
    group by check_id, cluster_key order by count(*) desc, check_id, cluster_key limit ${mostListed}`.execute(
    db,
  );
  return rows.map(({ incidents, ...cause }) => ({ ...cause, incidents: Number(incidents) }));
}
