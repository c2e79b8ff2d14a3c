// What the numbers of incidents are made of (core/incident/numbers.ts).
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { AlertSeverity } from "../../core/alert/alert.ts";
import { explained, fitOf } from "../../core/incident/explained.ts";
import type { IncidentAlert } from "../../core/incident/incident.ts";
import type { Numbers } from "../../core/incident/numbers.ts";
import { type MeasuredIncident, measuredMilliseconds } from "../../core/incident/week.ts";
import { mergedIn } from "../audit/entries.ts";
import type { Tables } from "../kit/tables.ts";

/** `headSince`: since when the newest head of the trail waits to be written down; null where none does. */
export async function numbersOf(db: Kysely<Tables>, now: Date, headSince: Date | null): Promise<Numbers> {
  const since = new Date(now.getTime() - measuredMilliseconds).toISOString();
  const [incidents, open, alerts, rules, messages, waiting, auditFaults] = await Promise.all([
    measured(db, sql`opened_at >= ${since}::timestamptz`),
    openNow(db),
    alertsSince(db, since),
    rulesSince(db, since),
    messagesNow(db),
    oldestWaiting(db, now.toISOString()),
    faultsSince(db, since),
  ]);
  const head = headSince === null ? 0 : Math.max(0, (now.getTime() - headSince.getTime()) / 1_000);
  return { incidents, open, alerts, rules, messages, waiting: { ...waiting, head }, auditFaults };
}

/** In milliseconds from its first alert, or from its beginning. */
type Measured = Readonly<
  {
    severity: AlertSeverity | null;
    cause: Parameters<typeof explained>[1] | null;
    alerts: readonly IncidentAlert[] | null;
  } & Record<keyof MeasuredIncident["times"], string | number | null>
>;

/** As many as its card judges by. */
const mostAlerts = 10;

/** The newest of a diagnosis in its thread; of the cause what whether it explains an alert is told by. */
const cause = sql`(
  select json_build_object('impact', status -> 'diagnosis' -> 'impact', 'rootCause', json_build_object(
    'facts', status -> 'diagnosis' -> 'rootCause' -> 'facts',
    'changed', status -> 'diagnosis' -> 'rootCause' -> 'changed'))
  from runs where incident = measured.id and show = 'thread' and task ->> 'kind' = 'diagnose'
    and status -> 'diagnosis' -> 'rootCause' ->> 'check' is not null
  order by created_at desc limit 1)`;

const alerts = sql`(
  select json_agg(json_build_object('alert', alert, 'status', status)) from (
    select alert, status from incident_alerts where incident_id = measured.id
    order by state, alert ->> 'severity', received_at limit ${mostAlerts}) as listed)`;

/** What somebody set, else the worst of its alerts. */
const severity = sql`coalesce(incidents.severity, (
  select min(alert ->> 'severity') from incident_alerts where incident_id = incidents.id))`;

/** `which`: of the incidents. */
export async function measured(
  db: Kysely<Tables>,
  which: RawBuilder<unknown>,
): Promise<readonly MeasuredIncident[]> {
  const { rows } = await sql<Measured>`
    with measured as (
      select incidents.id, incidents.status, incidents.state, ${severity} as severity,
        least(opened_at, (
          select min((alert ->> 'firedAt')::timestamptz) from incident_alerts where incident_id = incidents.id
        )) as began
      from incidents where ${which} and merged_into is null
    )
    select severity,
      ${sinceBegan(sql`(
        select min(time) from audit where detail ->> 'incident' in ${mergedIn(sql`measured.id`)}
          and action in ('incident.take', 'incident.handOver', 'incident.merge') and outcome = 'recorded'
      )`)} as acknowledged,
      ${sinceBegan(sql`(
        select min(coalesce(status ->> 'finishedAt', status ->> 'startedAt')) from runs where incident = measured.id
          and show = 'thread' and status -> 'diagnosis' -> 'rootCause' ->> 'check' is not null
          and task ->> 'kind' = 'diagnose'
      )`)} as explained,
      ${sinceBegan(sql`(
        select min(status ->> 'finishedAt') from runs where incident = measured.id and state = 'succeeded'
          and ((task ->> 'kind' = 'fix' and task ->> 'undoes' is null)
            or (task ->> 'kind' = 'change' and status -> 'result' ->> 'exitCode' = '0'))
      )`)} as mitigated,
      ${sinceBegan(sql`case when state = 'resolved' then status ->> 'at' end`)} as resolved,
      ${cause} as cause, ${alerts} as alerts
    from measured`.execute(db);
  return rows.map(({ severity: level, cause: found, alerts: listed, ...times }) => ({
    severity: level,
    times: {
      ...{ acknowledged: number(times.acknowledged), explained: number(times.explained) },
      ...{ mitigated: number(times.mitigated), resolved: number(times.resolved) },
    },
    explains: found === null ? null : fitOf(explained(listed ?? [], found)),
  }));
}

const sinceBegan = (at: ReturnType<typeof sql>) =>
  sql`extract(epoch from ${at}::timestamptz - measured.began) * 1000`;

/** Clocks of others may go ahead of ours. */
const number = (value: string | number | null): number | null =>
  value === null ? null : Math.max(0, Number(value));

async function openNow(db: Kysely<Tables>): Promise<Numbers["open"]> {
  const { rows } = await sql<{ severity: string; state: string; count: string }>`
    select coalesce(${severity}, 'none') as severity, state, count(*) as count from incidents
    where state <> 'resolved' group by 1, 2 order by 1, 2`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** One that reached several channels is one. */
async function alertsSince(db: Kysely<Tables>, since: string): Promise<Numbers["alerts"]> {
  const { rows } = await sql<{ source: string; count: string }>`
    select alert ->> 'source' as source, count(distinct alert_key) as count from incident_alerts
    where received_at >= ${since}::timestamptz group by 1 order by 1`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/**
 * Somebody acted on the incident: took it, found a cause, asked for a change or a fix, split or merged it, or closed it. What closed without that
 * closed by itself.
 */
export const isActedOn = sql`(
  exists (
    select from audit where detail ->> 'incident' in ${mergedIn(sql`incidents.id`)} and outcome = 'recorded'
      and action in ('incident.take', 'incident.handOver', 'incident.resolve', 'incident.split', 'incident.merge')
  ) or exists (
    select from runs where runs.incident = incidents.id and (task ->> 'kind' in ('change', 'fix')
      or (task ->> 'kind' = 'diagnose' and runs.status -> 'diagnosis' -> 'rootCause' ->> 'check' is not null))
  ))`;

/** Each is one series of whoever scrapes them. */
const mostRules = 10;

/** One that reached several channels closed by itself if it did in each. What PagerDuty calls its rule is a title that people write. */
async function rulesSince(db: Kysely<Tables>, since: string): Promise<Numbers["rules"]> {
  const { rows } = await sql<{ rule: string | null; fired: string; alone: string }>`
    with touched as materialized (
      select id, ${isActedOn} as acted from incidents
      where exists (
        select from incident_alerts where incident_id = incidents.id and received_at >= ${since}::timestamptz
      )
    ), firings as (
      select alert_key, min(nullif(alert ->> 'rule', '')) filter (where alert ->> 'source' <> 'pagerDuty') as rule,
        bool_and(state = 'resolved' and not acted) as alone
      from incident_alerts join touched on touched.id = incident_id
      where received_at >= ${since}::timestamptz group by alert_key
    ), counted as (
      select rule, count(*) as fired, count(*) filter (where alone) as alone,
        rule is not null and row_number() over (order by rule is null, count(*) desc, rule) <= ${mostRules} as named
      from firings group by rule
    )
    select case when named then rule end as rule, sum(fired) as fired, sum(alone) as alone
    from counted group by 1 order by (case when named then rule end) is null, fired desc, rule`.execute(db);
  return rows.map(({ rule, fired, alone }) => ({ rule, fired: Number(fired), alone: Number(alone) }));
}

async function messagesNow(db: Kysely<Tables>): Promise<Numbers["messages"]> {
  const { rows } = await sql<{ state: string; count: string }>`
    select state, count(*) as count from outbox where state <> 'resting' group by 1 order by 1`.execute(db);
  return rows.map((row) => ({ ...row, count: Number(row.count) }));
}

/** What the product found of its own trail, and wrote on it: it was cut, replaced or changed. */
async function faultsSince(db: Kysely<Tables>, since: string): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from audit
    where action in ('audit.cut', 'audit.verify') and outcome = 'failed' and time >= ${since}`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

async function oldestWaiting(db: Kysely<Tables>, now: string): Promise<Omit<Numbers["waiting"], "head">> {
  const age = (at: ReturnType<typeof sql>) =>
    sql`coalesce(greatest(0, extract(epoch from ${now}::timestamptz - ${at})), 0)`;
  const { rows } = await sql<Record<Exclude<keyof Numbers["waiting"], "head">, string | number>>`
    select
      ${age(sql`(select min(next_at) from outbox where state = 'waiting')`)} as message,
      ${age(sql`(select min(received_at) from alerts where taken is not null)`)} as alert,
      ${age(sql`(select min(created_at) from runs where state = 'queued')`)} as request,
      ${age(sql`(select min(time) from audit where seq is null)::timestamptz`)} as seal`.execute(db);
  const [row] = rows;
  return {
    message: Number(row?.message ?? 0),
    alert: Number(row?.alert ?? 0),
    request: Number(row?.request ?? 0),
    seal: Number(row?.seal ?? 0),
  };
}
