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
  changed: ResourceChange | null;
  times: number;
}>;

/** Of one cause. */
const mostSeen = 3;

export async function seenBefore(
  db: Kysely<Tables>,
  { id, cluster, conversation, openedAt }: Place,
  check: string,
  since: string,
): Promise<SeenBefore | null> {
  const { rows } = await sql<Earlier>`
    select incidents.id, incidents.opened_at, incidents.status, made.kind as made,
      found.cause -> 'changed' as changed, count(*) over ()::integer as times from incidents
    join lateral (${newestCause}) found on found.cause ->> 'check' = ${check}
    left join lateral (
      select case when task ->> 'undoes' = 'true' then null else task ->> 'kind' end as kind from runs
      where incident = incidents.id and show = 'thread' and state = 'succeeded'
        and (task ->> 'kind' = 'fix' or (task ->> 'kind' = 'change' and status -> 'result' ->> 'exitCode' = '0'))
      order by created_at desc limit 1
    ) made on true
    where incidents.cluster_key = ${idKey(cluster.id)} and incidents.place = ${conversation.key}
      and incidents.id <> ${id} and incidents.state = 'resolved'
      and incidents.opened_at >= ${since}::timestamptz and incidents.opened_at <= ${openedAt}::timestamptz
    order by incidents.opened_at desc limit ${mostSeen}`.execute(db);
  const [last, ...others] = rows.map(toEarlier);
  return last === undefined ? null : { ...last, times: rows[0]?.times ?? 1, others };
}

function toEarlier(row: Earlier): EarlierIncident {
  const { id: incident, opened_at, status, changed } = row;
  const because = status.state === "resolved" ? status.because : null;
  return { incident, at: new Date(opened_at).toISOString(), because, endedBy: endOf(row), changed };
}

function endOf({ made, status }: Earlier) {
  if (made === "fix" || made === "change") return made;
  return status.state === "resolved" && status.by !== null ? "person" : "itself";
}

/** Of the rules of this incident, in the order of their names. */
export async function firedBefore(
  db: Kysely<Tables>,
  { id, cluster, conversation, openedAt }: Place,
  since: string,
): Promise<readonly FiredBefore[]> {
  const { rows } = await sql<Omit<FiredBefore, "at"> & { opened_at: Date }>`
    select one.alert ->> 'rule' as rule, count(distinct incidents.id)::integer as incidents,
      (array_agg(incidents.id order by incidents.opened_at desc))[1] as incident,
      max(incidents.opened_at) as opened_at
    from incident_alerts one join incidents on incidents.id = one.incident_id
    where incidents.cluster_key = ${idKey(cluster.id)} and incidents.place = ${conversation.key}
      and incidents.id <> ${id}
      and incidents.opened_at >= ${since}::timestamptz and incidents.opened_at < ${openedAt}::timestamptz
      and one.alert ->> 'rule' in (
        select own.alert ->> 'rule' from incident_alerts own where own.incident_id = ${id}
      )
    group by 1 order by 1`.execute(db);
  return rows.map(({ opened_at, ...told }) => ({ ...told, at: new Date(opened_at).toISOString() }));
}
