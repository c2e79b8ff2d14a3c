// Which channels follow which clusters.
import { type Kysely, type Selectable, sql, type Transaction } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import type { Watch } from "../../core/incident/watch.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { insertAudit } from "../audit/entries.ts";
import { holdCard } from "../delivery/outbox.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonOrNull, jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";

/** `written`: there is a card to show. */
export function watchQueries(
  db: Kysely<Tables>,
  written: () => void,
): Pick<IncidentStore, "addWatch" | "setMute" | "removeWatch" | "watches"> {
  return {
    addWatch: (watch, audit) =>
      db.transaction().execute(async (transaction) => {
        const outcome = await addWatch(transaction, watch);
        await insertAudit(transaction, audit);
        return outcome;
      }),
    setMute: async (watch, mute, now, audit) => {
      const isSet = await db.transaction().execute(async (transaction) => {
        const key = keyOf(watch);
        const found = await transaction
          .updateTable("watches")
          .set({ mute: jsonOrNull(mute) })
          .where("cluster_key", "=", key.cluster_key)
          .where("place", "=", key.place)
          .returning("place")
          .executeTakeFirst();
        if (found === undefined) return false;
        await insertAudit(transaction, audit);
        await holdAllUntil(transaction, key, mute?.until ?? now);
        return true;
      });
      if (isSet) written();
      return isSet;
    },
    removeWatch: (watch, audit) =>
      db.transaction().execute(async (transaction) => {
        const { cluster_key, place } = keyOf(watch);
        const removed = await transaction
          .deleteFrom("watches")
          .where("cluster_key", "=", cluster_key)
          .where("place", "=", place)
          .returning("place")
          .executeTakeFirst();
        if (removed) await insertAudit(transaction, audit);
        return removed !== undefined;
      }),
    watches: () => allWatches(db),
  };
}

async function addWatch(
  db: Transaction<Tables>,
  watch: Watch,
): Promise<Awaited<ReturnType<IncidentStore["addWatch"]>>> {
  const { severity = null } = watch;
  const key = keyOf(watch);
  const added = await db
    .insertInto("watches")
    .values({
      ...key,
      cluster: jsonText(watch.cluster),
      conversation: jsonText(watch.conversation),
      watched_by: jsonText(watch.by),
      watched_at: watch.since,
      severity,
    } satisfies NewRow<"watches">)
    .onConflict((conflict) => conflict.doNothing())
    .returning("place")
    .executeTakeFirst();
  if (added !== undefined) return "added";
  const changed = await db
    .updateTable("watches")
    .set({ severity })
    .where("cluster_key", "=", key.cluster_key)
    .where("place", "=", key.place)
    .where("severity", "is distinct from", severity)
    .returning("place")
    .executeTakeFirst();
  return changed === undefined ? "already" : "changed";
}

export async function allWatches(db: Kysely<Tables>): Promise<readonly Watch[]> {
  const rows = await db.selectFrom("watches").selectAll().orderBy("watched_at").execute();
  return rows.map(toWatch);
}

/** Another end, or an early one, of what holds cards back there. */
async function holdAllUntil(
  db: Transaction<Tables>,
  { cluster_key, place }: ReturnType<typeof keyOf>,
  until: string,
): Promise<void> {
  const { rows } = await sql<{ id: string }>`
    select id from incidents where cluster_key = ${cluster_key} and place = ${place} and muted is not null`.execute(
    db,
  );
  for (const { id } of rows) await holdCard(db, id, until);
}

const keyOf = ({ cluster, conversation }: Pick<Watch, "cluster" | "conversation">) => ({
  cluster_key: idKey(cluster.id),
  place: conversation.key,
});

const toWatch = (row: Selectable<Tables["watches"]>): Watch => ({
  cluster: row.cluster,
  conversation: row.conversation,
  by: row.watched_by,
  since: row.watched_at.toISOString(),
  ...(row.severity !== null && { severity: row.severity }),
  ...(row.mute !== null && { mute: row.mute }),
});
