// Incidents of a channel that the card of another one names: what was split, and those of other clusters that have the same
// cause, or are of the same event or region of Azure.
import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import type { LinkedIncident } from "../../core/incident/incident.ts";
import type { Tables } from "../kit/tables.ts";
import { newestCause } from "./find-incidents.ts";

/** Of one kind; null: all. */
type Most = number | null;
/** More of one kind a card does not name. */
const mostNamed = 3;

/** By the first that links them. */
export async function linkedIncidents(
  db: Kysely<Tables>,
  id: string,
  most: Most = mostNamed,
): Promise<readonly LinkedIncident[]> {
  const all = [
    ...(await splitWith(db, id, most)),
    ...(await ofOneCause(db, id, most)),
    ...(await ofOneEvent(db, id, most)),
    ...(await ofOneRegion(db, id, most)),
  ];
  return all.filter(({ incident }, index) => all.findIndex((one) => one.incident === incident) === index);
}

/** What a card says of another incident. */
const told = sql`incidents.id as incident, incidents.cluster ->> 'name' as cluster, incidents.state,
  incidents.owner -> 'person' ->> 'displayName' as owner`;

/** What it was split from, and what was split from it. */
async function splitWith(db: Kysely<Tables>, id: string, most: Most): Promise<readonly LinkedIncident[]> {
  const why = (is: "splitFrom" | "splitInto", split: RawBuilder<unknown>) =>
    sql`jsonb_build_object('is', ${is}::text, 'rules', ${split} -> 'rules', 'by', ${split} -> 'by' ->> 'displayName')`;
  const { rows } = await sql<LinkedIncident>`
    select ${told}, ${why("splitFrom", sql`own.split`)} as why
    from incidents own join incidents on incidents.id = own.split ->> 'from'
    where own.id = ${id}
    union all
    (select ${told}, ${why("splitInto", sql`incidents.split`)} as why
    from incidents own join incidents on incidents.place = own.place and incidents.cluster_key = own.cluster_key
    where own.id = ${id} and incidents.split ->> 'from' = own.id and incidents.merged_into is null
    order by (incidents.state = 'resolved'), incidents.opened_at desc limit ${most}::integer)`.execute(db);
  return rows;
}

/** Another one that begins so long after its end may be of the same. */
export const linkedWithinMilliseconds = 3 * 3_600_000;

const linkedUntil = (status: RawBuilder<unknown>) =>
  sql`(${status} ->> 'at')::timestamptz + make_interval(secs => ${linkedWithinMilliseconds / 1_000})`;

/** Of other clusters in the channel of `own`; of the two, neither began long after the other one was over. */
const beside = sql`incidents.place = own.place and incidents.cluster_key <> own.cluster_key
  and incidents.merged_into is null
  and (own.state <> 'resolved' or incidents.opened_at <= ${linkedUntil(sql`own.status`)})
  and (incidents.state <> 'resolved' or own.opened_at <= ${linkedUntil(sql`incidents.status`)})`;

const first = (most: Most) =>
  sql`order by (incidents.state = 'resolved'), incidents.opened_at desc limit ${most}::integer`;

async function ofOneCause(db: Kysely<Tables>, id: string, most: Most): Promise<readonly LinkedIncident[]> {
  const { rows } = await sql<LinkedIncident>`
    with own as (
      select incidents.*, cause ->> 'check' as "check", lower(cause ->> 'resourceId') as resource
      from incidents join lateral (${newestCause}) found on true where incidents.id = ${id}
    )
    select ${told}, jsonb_build_object('is', 'cause') as why
    from own join incidents on ${beside}
    join lateral (${newestCause}) found
      on cause ->> 'check' = own."check" and lower(cause ->> 'resourceId') = own.resource
    ${first(most)}`.execute(db);
  return rows;
}

const isServiceHealth = (alert: string) =>
  sql`${sql.ref(alert)}.alert -> 'reason' ->> 'is' = 'serviceHealth'`;

/** All news of one event have one origin. */
async function ofOneEvent(db: Kysely<Tables>, id: string, most: Most): Promise<readonly LinkedIncident[]> {
  const { rows } = await sql<LinkedIncident>`
    select ${told}, jsonb_build_object('is', 'event') as why
    from incidents own join incidents on ${beside}
    where own.id = ${id} and exists (
      select from incident_alerts mine join incident_alerts theirs on theirs.origin = mine.origin
      where mine.incident_id = own.id and theirs.incident_id = incidents.id
        and ${isServiceHealth("mine")} and ${isServiceHealth("theirs")}
    )
    ${first(most)}`.execute(db);
  return rows;
}

/** `West Europe` on an alert is `westeurope` of a cluster; an alert may name several. */
const namesRegion = (incident: string, region: RawBuilder<unknown>) => sql`exists (
  select from incident_alerts of, regexp_split_to_table(lower(of.alert -> 'reason' -> 'where' ->> -1), '[,;]') named
  where of.incident_id = ${sql.ref(incident)} and of.alert -> 'reason' ->> 'is' = 'serviceHealth'
    and of.alert -> 'reason' ->> 'incidentType' = 'Incident'
    and regexp_replace(named, '[^a-z0-9]', '', 'g') = ${region})`;

/** What Azure says of its cluster's health: an alert, or the newest diagnosis. */
const isOfPlatform = (incident: string) => sql`(exists (
    select from incident_alerts of where of.incident_id = ${sql.ref(incident)}
      and of.alert -> 'reason' ->> 'is' = 'health' and of.alert -> 'reason' ->> 'cause' = 'azure'
  ) or exists (
    select from incidents, lateral (${newestCause}) found where incidents.id = ${sql.ref(incident)}
      and cause ->> 'check' = 'cluster.resource-health' and cause -> 'facts' @> '[{"is": "incident"}]'
  ))`;

/** Azure reports an incident there, or says of both clusters that it is the platform's. */
async function ofOneRegion(db: Kysely<Tables>, id: string, most: Most): Promise<readonly LinkedIncident[]> {
  const { rows } = await sql<LinkedIncident>`
    with own as (
      select incidents.*, watches.region from incidents
      join watches on watches.cluster_key = incidents.cluster_key and watches.place = incidents.place
      where incidents.id = ${id} and watches.region is not null
    ), near as (
      select own.id as own, own.region, incidents.id from own join incidents on ${beside}
      join watches on watches.cluster_key = incidents.cluster_key and watches.place = incidents.place
        and watches.region = own.region
    )
    select ${told}, jsonb_build_object('is', 'region', 'region', near.region) as why
    from near join incidents on incidents.id = near.id
    where ${namesRegion("near.own", sql`near.region`)} or ${namesRegion("near.id", sql`near.region`)}
      or (${isOfPlatform("near.own")} and ${isOfPlatform("near.id")})
    ${first(most)}`.execute(db);
  return rows;
}

/** All incidents whose cards may name one of these: how far it is, and whose, stands there. */
export async function namedWith(db: Transaction<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  const named: string[] = [];
  for (const id of ids) named.push(...(await linkedIncidents(db, id, null)).map(({ incident }) => incident));
  return named;
}
