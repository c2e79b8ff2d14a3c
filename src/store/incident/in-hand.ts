// Incidents that one process has in hand for a while: for a diagnosis (volunteers.ts), and to call those on call.
import { type Kysely, sql } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import { incidentKey } from "../../core/delivery/message.ts";
import type { Incident } from "../../core/incident/incident.ts";
import type { Tables } from "../kit/tables.ts";
import { severityNow } from "./find-incidents.ts";
import { isMutedAt, type MutedRow, mutingOfWatch } from "./watches.ts";

/** In one look, so that many do not all begin in one moment. */
const mostAtOnce = 5;
/** Longer than it takes to begin with them, or to say why not. */
const inHandMilliseconds = 60_000;
export const inHandUntil = (now: string): string =>
  new Date(Date.parse(now) + inHandMilliseconds).toISOString();

const isInNoHand = (now: string) =>
  sql<boolean>`(incidents.calling_until is null or incidents.calling_until <= ${now}::timestamptz)`;

/** Of a row of `incidents`: when it began to wait for whoever is called next. */
const waitsSince = sql<Date>`greatest(incidents.untaken_since, (incidents.called -> -1 ->> 'at')::timestamptz)`;

export async function takeUntaken(
  db: Kysely<Tables>,
  ...[now, before, callsOf]: Parameters<IncidentStore["takeUntaken"]>
): ReturnType<IncidentStore["takeUntaken"]> {
  const { rows } = await sql<Pick<Incident, "id" | "cluster"> & { made: number } & MutedRow>`
    select incidents.id, incidents.cluster, jsonb_array_length(incidents.called) as made, incidents.declared,
      ${severityNow} as severity, ${mutingOfWatch} from incidents
    join outbox on outbox.key = ${incidentKey("")} || incidents.id
    left join watches on watches.cluster_key = incidents.cluster_key and watches.place = incidents.place
    where incidents.state = 'open' and (watches.place is not null or incidents.declared is not null) and ${isInNoHand(now)}
      and (incidents.ring_owed is null or incidents.ring_owed -> 'flap' is not null)
      and ${waitsSince} <= ${before}::timestamptz and outbox.message_id is not null
    order by ${waitsSince}`.execute(db);
  const due = rows
    .filter(({ cluster, made }) => made < callsOf(cluster))
    // Muted now, or until so short a time ago that nobody can have taken it yet.
    .filter((row) => !(isMutedAt(row, before) || isMutedAt(row, now)))
    .slice(0, mostAtOnce);
  // Another process may have made that call since.
  const taken = await sql<{ id: string; made: number }>`
    update incidents set calling_until = ${inHandUntil(now)}::timestamptz
    from unnest(${due.map(({ id }) => id)}::text[], ${due.map(({ made }) => made)}::integer[]) as due (incident, made)
    where id = due.incident and state = 'open' and ${isInNoHand(now)} and jsonb_array_length(called) = due.made
    returning id, due.made`.execute(db);
  return taken.rows;
}
