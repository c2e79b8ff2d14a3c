// Incidents of the same cluster in the same channel before this one: of the same cause, and of the same alert rules.
import { type Kysely, sql } from "kysely";
import type {
  EarlierIncident,
  FiredBefore,
  Incident,
  IncidentStatus,
  SeenBefore,
} from "../../core/incident/incident.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import type { ResourceChange } from "../../core/snapshot/snapshot.ts";
import type { Tables } from "../kit/tables.ts";
import { newestCause } from "./find-incidents.ts";

type Place = Pick<Incident, "id" | "cluster" | "conversation" | "openedAt">;

type Earlier = Readonly<{
  id: string;
  opened_at: Date;
  status: IncidentStatus;
  made: string | null;
  cause: (NonNullable<EarlierIncident["cause"]> & Readonly<{ changed?: ResourceChange }>) | null;
  times: number;
}>;

/** Of one cause, or of one rule. */
const mostSeen = 3;

/** What ended one of `incidents`, as far as it was made in its thread. */
const made = sql`
  select case when task ->> 'undoes' = 'true' then null else task ->> 'kind' end as kind from runs
  where incident = incidents.id and show = 'thread' and state = 'succeeded'
    and (task ->> 'kind' = 'fix' or (task ->> 'kind' = 'change' and status -> 'result' ->> 'exitCode' = '0'))
  order by created_at desc limit 1`;

export async function seenBefore(
  db: Kysely<Tables>,
  { id, cluster, conversation, openedAt }: Place,
  check: string,
  since: string,
): Promise<SeenBefore | null> {
  const { rows } = await sql<Earlier>`
    select incidents.id, incidents.opened_at, incidents.status, made.kind as made, found.cause,
      count(*) over ()::integer as times
    from incidents
    join lateral (${newestCause}) found on found.cause ->> 'check' = ${check}
    left join lateral (${made}) made on true
    where incidents.cluster_key = ${idKey(cluster.id)} and incidents.place = ${conversation.key}
      and incidents.id <> ${id} and incidents.state = 'resolved'
      and incidents.opened_at >= ${since}::timestamptz and incidents.opened_at <= ${openedAt}::timestamptz
    order by incidents.opened_at desc limit ${mostSeen}`.execute(db);
  const [last, ...others] = rows.map(toEarlier);
  return last === undefined ? null : { ...last, times: rows[0]?.times ?? 1, others };
}

function toEarlier(row: Earlier): EarlierIncident {
  const { id: incident, opened_at, status, cause } = row;
  return {
    ...{ incident, at: new Date(opened_at).toISOString(), endedBy: endOf(row) },
    because: status.state === "resolved" ? status.because : null,
    cause: cause && { check: cause.check, facts: cause.facts },
    changed: cause?.changed ?? null,
  };
}

function endOf({ made, status }: Earlier): EarlierIncident["endedBy"] {
  if (status.state !== "resolved") return "open";
  if (made === "fix" || made === "change") return made;
  if (status.into !== undefined) return "split";
  return status.by === null ? "itself" : "person";
}

/** Of the rules of this incident, in the order of their names. */
export async function firedBefore(
  db: Kysely<Tables>,
  { id, cluster, conversation, openedAt }: Place,
  since: string,
): Promise<readonly FiredBefore[]> {
  const { rows } = await sql<Earlier & { rule: string }>`
    select ranked.rule, ranked.times, incidents.id, incidents.opened_at, incidents.status, made.kind as made, found.cause
    from (
      select one.alert ->> 'rule' as rule, incidents.id, count(*) over whole::integer as times,
        row_number() over (whole order by incidents.opened_at desc) as place
      from incident_alerts one join incidents on incidents.id = one.incident_id
      where incidents.cluster_key = ${idKey(cluster.id)} and incidents.place = ${conversation.key}
        and incidents.id <> ${id}
        and incidents.opened_at >= ${since}::timestamptz and incidents.opened_at < ${openedAt}::timestamptz
        and one.alert ->> 'rule' in (
          select own.alert ->> 'rule' from incident_alerts own where own.incident_id = ${id}
        )
      group by one.alert ->> 'rule', incidents.id, incidents.opened_at
      window whole as (partition by one.alert ->> 'rule')
    ) ranked join incidents on incidents.id = ranked.id
    left join lateral (${newestCause}) found on true
    left join lateral (${made}) made on true
    where ranked.place <= ${mostSeen}
    order by ranked.rule, ranked.place`.execute(db);
  return [...Map.groupBy(rows, ({ rule }) => rule)].map(([rule, those]) => ({
    ...{ rule, incidents: those[0]?.times ?? 0, newest: those.map(toEarlier) },
  }));
}
