// Incidents of a channel that the card of another one names: what was split, and what has the same cause on another cluster.
import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import { joinedWithinMilliseconds, type LinkedIncident } from "../../core/incident/incident.ts";
import type { Tables } from "../kit/tables.ts";
import { newestCause } from "./find-incidents.ts";

/** More of one kind a card does not name. */
const mostLinked = 3;

export async function linkedIncidents(db: Kysely<Tables>, id: string): Promise<readonly LinkedIncident[]> {
  return [...(await splitWith(db, id)), ...(await ofOneCause(db, id))];
}

/** What a card says of another incident. */
const told = sql`incidents.id as incident, incidents.cluster ->> 'name' as cluster, incidents.state,
  incidents.owner -> 'person' ->> 'displayName' as owner`;

/** What it was split from, and what was split from it. */
async function splitWith(db: Kysely<Tables>, id: string): Promise<readonly LinkedIncident[]> {
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
    order by (incidents.state = 'resolved'), incidents.opened_at desc limit ${mostLinked})`.execute(db);
  return rows;
}

/** Of the two, neither began later than alerts still joined the other one. */
async function ofOneCause(db: Kysely<Tables>, id: string): Promise<readonly LinkedIncident[]> {
  const joinedUntil = (status: RawBuilder<unknown>) =>
    sql`(${status} ->> 'at')::timestamptz + make_interval(secs => ${joinedWithinMilliseconds / 1_000})`;
  const { rows } = await sql<LinkedIncident>`
    with own as (
      select incidents.*, cause ->> 'check' as "check", lower(cause ->> 'resourceId') as resource
      from incidents join lateral (${newestCause}) found on true where incidents.id = ${id}
    )
    select ${told}, jsonb_build_object('is', 'cause') as why
    from own join incidents on incidents.place = own.place and incidents.cluster_key <> own.cluster_key
    join lateral (${newestCause}) found
      on cause ->> 'check' = own."check" and lower(cause ->> 'resourceId') = own.resource
    where (own.state <> 'resolved' or incidents.opened_at <= ${joinedUntil(sql`own.status`)})
      and (incidents.state <> 'resolved' or own.opened_at <= ${joinedUntil(sql`incidents.status`)})
    order by (incidents.state = 'resolved'), incidents.opened_at desc limit ${mostLinked}`.execute(db);
  return rows;
}

/** The incidents whose cards name one of these: how far it is, and whose, stands there. */
export async function namedWith(db: Transaction<Tables>, ids: readonly string[]): Promise<readonly string[]> {
  const named: string[] = [];
  for (const id of ids) named.push(...(await linkedIncidents(db, id)).map(({ incident }) => incident));
  return named;
}
