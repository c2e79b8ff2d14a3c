// Who stands for a channel that follows a cluster, and which of its incidents nobody has diagnosed for them yet.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import { incidentKey } from "../../core/delivery/message.ts";
import { flapMilliseconds } from "../../core/incident/incident.ts";
import type { Volunteer, Watch } from "../../core/incident/watch.ts";
import { personKey } from "../../core/requester.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { insertAudit } from "../audit/entries.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { severityNow } from "./find-incidents.ts";
import { inHandUntil } from "./in-hand.ts";
import { isMutedAt, type MutedRow, mutingOfWatch } from "./watches.ts";

/** In one look, so that many incidents do not all begin in one moment. */
const mostAtOnce = 5;

type Volunteers = Pick<IncidentStore, "setVolunteer" | "endVolunteer" | "volunteersIn">;

export const volunteerQueries = (
  db: Kysely<Tables>,
): Volunteers & Pick<IncidentStore, "takeUndiagnosed"> => ({
  setVolunteer: (watch, volunteer, audit) =>
    db.transaction().execute(async (transaction) => {
      const set = await setVolunteer(transaction, watch, volunteer);
      if (set !== null) await insertAudit(transaction, audit);
      return set;
    }),
  endVolunteer: (watch, person, audit) =>
    db.transaction().execute(async (transaction) => {
      const { cluster_key, place } = keyOf(watch);
      const ended = await transaction
        .deleteFrom("volunteers")
        .where("cluster_key", "=", cluster_key)
        .where("place", "=", place)
        .where("person", "=", personKey(person))
        .returning("place")
        .executeTakeFirst();
      if (ended) await insertAudit(transaction, audit);
      return ended !== undefined;
    }),
  volunteersIn: async (place, now) => {
    const rows = await db
      .selectFrom("volunteers")
      .selectAll()
      .where("place", "=", place)
      .where("until", ">", new Date(now))
      .execute();
    return new Map(rows.map((row) => [row.cluster_key, toVolunteer(row)]));
  },
  takeUndiagnosed: (now, unattended) => takeUndiagnosed(db, now, unattended),
});

const keyOf = ({ cluster, conversation }: Pick<Watch, "cluster" | "conversation">) => ({
  cluster_key: idKey(cluster.id),
  place: conversation.key,
});

async function setVolunteer(
  db: Transaction<Tables>,
  watch: Pick<Watch, "cluster" | "conversation">,
  { requester, userId, since, until }: Volunteer,
): Promise<Readonly<{ before: Volunteer | null }> | null> {
  const key = keyOf(watch);
  const found = await db
    .selectFrom("watches")
    .select("place")
    .where("cluster_key", "=", key.cluster_key)
    .where("place", "=", key.place)
    .forUpdate()
    .executeTakeFirst();
  if (!found) return null;
  const before = await db
    .selectFrom("volunteers")
    .selectAll()
    .where("cluster_key", "=", key.cluster_key)
    .where("place", "=", key.place)
    .executeTakeFirst();
  const latest = {
    ...{ person: personKey(requester), user_id: userId, since, until },
    requester: jsonText(requester),
  };
  await db
    .insertInto("volunteers")
    .values({ ...key, ...latest } satisfies NewRow<"volunteers">)
    .onConflict((conflict) => conflict.columns(["cluster_key", "place"]).doUpdateSet(latest))
    .execute();
  return { before: before ? toVolunteer(before) : null };
}

/**
 * Open again, it is another question; of one that flaps nobody's rights are used at each turn. What is read for nobody is
 * counted apart.
 */
async function takeUndiagnosed(db: Kysely<Tables>, now: string, unattended: boolean) {
  const notSince = new Date(Date.parse(now) - flapMilliseconds).toISOString();
  const isAnother = (
    at: string,
    opening: string,
  ) => sql<boolean>`(incidents.${sql.ref(at)} is null or incidents.looking_until <= ${now}::timestamptz
    or (incidents.${sql.ref(opening)} <> incidents.reopened and incidents.${sql.ref(at)} <= ${notSince}::timestamptz))`;
  const { rows } = await sql<Taken>`
    with due as (
      select incidents.id, incidents.cluster_key, incidents.place, volunteers.person is null as unattended from incidents
      join watches on watches.cluster_key = incidents.cluster_key and watches.place = incidents.place
      left join volunteers on volunteers.cluster_key = incidents.cluster_key
        and volunteers.place = incidents.place and volunteers.until > ${now}::timestamptz
      join outbox on outbox.key = ${incidentKey("")} || incidents.id
      where incidents.state in ('open', 'acknowledged') and outbox.message_id is not null
        and not incidents.id = any(${await mutedIncidents(db, now)}::text[])
        and ${isAnother("looked_at", "looked_for")}
        and (volunteers.person is not null or (${unattended}::boolean and ${isAnother("read_at", "read_for")}
          and not exists (
            select from runs where runs.incident = incidents.id and runs.task ->> 'kind' = 'diagnose'
              and runs.created_at >= incidents.open_since
          )))
      order by incidents.opened_at limit ${mostAtOnce} for update of incidents skip locked
    ), taken as (
      update incidents set looking_until = ${inHandUntil(now)}::timestamptz,
        looked_at = case when due.unattended then looked_at else ${now}::timestamptz end,
        looked_for = case when due.unattended then looked_for else reopened end,
        read_at = case when due.unattended then ${now}::timestamptz else read_at end,
        read_for = case when due.unattended then reopened else read_for end
      from due where incidents.id = due.id
    )
    select volunteers.*, due.id as incident, due.unattended from due
    left join volunteers on not due.unattended and due.cluster_key = volunteers.cluster_key
      and due.place = volunteers.place`.execute(db);
  return rows.map((row) => ({ incident: row.incident, volunteer: row.unattended ? null : toVolunteer(row) }));
}

/** Nothing new is posted of them until the mute is over. What somebody declares in it is posted, and so is its diagnosis. */
async function mutedIncidents(db: Kysely<Tables>, now: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string } & MutedRow>`
    select incidents.id, incidents.declared, ${severityNow} as severity, ${mutingOfWatch} from incidents
    join watches on watches.cluster_key = incidents.cluster_key and watches.place = incidents.place
    where incidents.state in ('open', 'acknowledged')
      and num_nonnulls(${mutingOfWatch}) > 0`.execute(db);
  return rows.filter((row) => isMutedAt(row, now)).map(({ id }) => id);
}

/** Without a volunteer the columns of theirs are null. */
type Taken = Selectable<Tables["volunteers"]> & Readonly<{ incident: string; unattended: boolean }>;

const toVolunteer = (row: Selectable<Tables["volunteers"]>): Volunteer => ({
  requester: row.requester,
  userId: row.user_id,
  since: row.since.toISOString(),
  until: row.until.toISOString(),
});
