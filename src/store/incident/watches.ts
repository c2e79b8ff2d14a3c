// Which channels follow which clusters.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import type { AlertSeverity } from "../../core/alert/alert.ts";
import { incidentKey } from "../../core/delivery/message.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { type Muting, muteOf, type Watch, type WatchEdit } from "../../core/incident/watch.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { insertAudit } from "../audit/entries.ts";
import { holdCard } from "../delivery/outbox.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonOrNull, jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";
import { severityNow } from "./find-incidents.ts";

/**
 * For whoever opens incidents, and whoever says when a channel does not ring: what one finds, the other has written. Any fixed
 * number will do, as long as nothing else in this database locks it.
 */
export const joinLock = 7_265_110;

/** Before any row. */
export async function lockJoining(db: Transaction<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${joinLock})`.execute(db);
}

/** `written`: there is a card to show. */
export function watchQueries(
  db: Kysely<Tables>,
  written: () => void,
): Pick<IncidentStore, "addWatch" | "setMute" | "removeWatch" | "watches"> {
  return {
    addWatch: async (watch, audit) => {
      const outcome = await db.transaction().execute(async (transaction) => {
        const added = await addWatch(transaction, watch);
        await insertAudit(transaction, audit);
        return added;
      });
      written();
      return outcome;
    },
    setMute: async (watch, mute, now, audit) => {
      const isSet = await db.transaction().execute(async (transaction) => {
        // An incident that an alert opens at this moment is not seen yet, and held by what it saw of the mute.
        await lockJoining(transaction);
        const key = keyOf(watch);
        const found = await transaction
          .updateTable("watches")
          .set({ mute: jsonOrNull(mute) })
          .where("cluster_key", "=", key.cluster_key)
          .where("place", "=", key.place)
          .returning(mutingColumns)
          .executeTakeFirst();
        if (found === undefined) return false;
        await insertAudit(transaction, audit);
        await holdAnew(transaction, key, mutingOf(found), now);
        return true;
      });
      if (isSet) written();
      return isSet;
    },
    removeWatch: (watch, audit) =>
      db.transaction().execute(async (transaction) => {
        await lockJoining(transaction);
        const { cluster_key, place } = keyOf(watch);
        const removed = await transaction
          .deleteFrom("watches")
          .where("cluster_key", "=", cluster_key)
          .where("place", "=", place)
          .returning("place")
          .executeTakeFirst();
        if (removed === undefined) return false;
        await insertAudit(transaction, audit);
        await holdForGood(transaction, keyOf(watch));
        return true;
      }),
    watches: () => allWatches(db),
  };
}

/** Only what the line names is written, and nothing that was read before: of two lines at once neither undoes the other. */
async function addWatch(
  db: Transaction<Tables>,
  watch: WatchEdit,
): Promise<Awaited<ReturnType<IncidentStore["addWatch"]>>> {
  await lockJoining(db);
  const { severity, quiet, planned, region = null, since } = watch;
  const key = keyOf(watch);
  const [hours, windows] = [jsonOrNull(quiet ?? null), jsonOrNull(planned ?? null)];
  const added = await db
    .insertInto("watches")
    .values({
      ...key,
      cluster: jsonText(watch.cluster),
      conversation: jsonText(watch.conversation),
      watched_by: jsonText(watch.by),
      watched_at: since,
      ...{ region, severity: severity ?? null, quiet: hours, planned: windows, planned_read_at: since },
    } satisfies NewRow<"watches">)
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst();
  if (added !== undefined) {
    // What an earlier watch held back has no other end than this one's.
    await holdAnew(db, key, mutingOf(added), since);
    return { outcome: "added", now: toWatch(added) };
  }
  return changeWatch(db, watch);
}

async function changeWatch(
  db: Transaction<Tables>,
  watch: WatchEdit,
): Promise<Awaited<ReturnType<IncidentStore["addWatch"]>>> {
  const { severity, quiet, planned, region, since } = watch;
  const key = keyOf(watch);
  const here = db
    .updateTable("watches")
    .where("cluster_key", "=", key.cluster_key)
    .where("place", "=", key.place);
  const hours = jsonOrNull(quiet ?? null);
  const changes = [
    ...(severity === undefined
      ? []
      : [here.set({ severity }).where("severity", "is distinct from", severity)]),
    ...(quiet === undefined
      ? []
      : [here.set({ quiet: hours }).where(sql<boolean>`quiet is distinct from ${hours}::jsonb`)]),
  ];
  let isChanged = false;
  for (const change of changes)
    isChanged = (await change.returning("place").executeTakeFirst()) !== undefined || isChanged;
  const newest = sql<string>`case when planned_read_at > ${since}::timestamptz then planned
    else ${jsonOrNull(planned ?? null)}::jsonb end`;
  const row = await here
    .set({
      ...(region !== undefined && { region }),
      // What was read anew is no wish of anybody.
      ...(planned !== undefined && { planned: newest }),
      planned_read_at: sql`greatest(planned_read_at, ${since}::timestamptz)`,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await holdAnew(db, key, mutingOf(row), since);
  return { outcome: isChanged ? "changed" : "already", now: toWatch(row) };
}

export async function allWatches(db: Kysely<Tables>): Promise<readonly Watch[]> {
  const rows = await db.selectFrom("watches").selectAll().orderBy("watched_at").execute();
  return rows.map(toWatch);
}

/** What holds cards back there has another end, or none any more. Locked are incidents before their cards, as everywhere. */
export async function holdAnew(
  db: Transaction<Tables>,
  { cluster_key, place }: ReturnType<typeof keyOf>,
  muting: Muting,
  now: string,
): Promise<void> {
  const { rows } = await sql<{ id: string; worst: AlertSeverity | null }>`
    select id, ${severityNow} as worst from incidents
    where cluster_key = ${cluster_key} and place = ${place} and muted is not null and declared is null
    order by id for update`.execute(db);
  for (const { id, worst } of rows) await holdCard(db, id, muteOf(muting, worst ?? "Sev4", now), now);
}

/** The channel wants to hear nothing new of it: what is held back there waits until it is followed anew, however long that is. */
async function holdForGood(
  db: Transaction<Tables>,
  { cluster_key, place }: ReturnType<typeof keyOf>,
): Promise<void> {
  await sql`
    update outbox set next_at = ${"9999-01-01T00:00:00.000Z"}::timestamptz from incidents
    where incidents.cluster_key = ${cluster_key} and incidents.place = ${place}
      and (incidents.muted ->> 'until')::timestamptz > now() and incidents.declared is null
      and outbox.key = ${incidentKey("")} || incidents.id and outbox.state = 'waiting'
      and outbox.message_id is null and outbox.unsure = 0`.execute(db);
}

/**
 * One of them is another incident now: more severe, or less. `joins`: an alert as severe as `rings` joins it, in a channel
 * that this mutes.
 */
export async function holdOne(
  db: Transaction<Tables>,
  id: string,
  now: string,
  joins?: Readonly<{ muting: Muting; rings: AlertSeverity }>,
): Promise<void> {
  const { rows } = await sql<MutedRow>`
    select ${severityNow} as severity, incidents.declared, ${mutingOfWatch} from incidents
    left join watches on watches.cluster_key = incidents.cluster_key and watches.place = incidents.place
    where incidents.id = ${id} and incidents.muted is not null and incidents.declared is null`.execute(db);
  for (const { severity: worst, ...watch } of rows) {
    const [severity = "Sev4"] = [worst ?? [], joins?.rings ?? []].flat().toSorted();
    await holdCard(db, id, muteOf(joins?.muting ?? mutingOf(watch), severity, now), now);
  }
}

/** What of a watch says when it does not ring. */
export const mutingColumns = ["mute", "quiet", "planned", "operation"] as const;

/** The same in a statement. */
export const mutingOfWatch = sql.join(mutingColumns.map((column) => sql.ref(`watches.${column}`)));

/** How severe an incident is, beside what its channel's watch says of muting. */
export type MutedRow = Readonly<{ severity: AlertSeverity | null; declared: Incident["declared"] }> &
  Pick<Selectable<Tables["watches"]>, (typeof mutingColumns)[number]>;

/** Who declares one wants somebody, whatever mutes the cluster. */
export const isMutedAt = ({ severity, declared, ...muting }: MutedRow, at: string): boolean =>
  declared === null && muteOf(mutingOf(muting), severity ?? "Sev4", at) !== null;

export const mutingOf = ({
  mute,
  quiet,
  planned,
  operation,
}: Omit<MutedRow, "severity" | "declared">): Muting => ({
  ...(mute !== null && { mute }),
  ...(quiet !== null && { quiet }),
  ...(planned !== null && { planned }),
  ...(operation !== null && { operation }),
});

export const keyOf = ({ cluster, conversation }: Pick<Watch, "cluster" | "conversation">) => ({
  cluster_key: idKey(cluster.id),
  place: conversation.key,
});

const toWatch = (row: Selectable<Tables["watches"]>): Watch => ({
  cluster: row.cluster,
  conversation: row.conversation,
  by: row.watched_by,
  since: row.watched_at.toISOString(),
  ...(row.region !== null && { region: row.region }),
  ...(row.severity !== null && { severity: row.severity }),
  ...mutingOf(row),
});
