// Which channels follow which clusters.
import type { Kysely, Selectable } from "kysely";
import type { IncidentStore } from "../../app/ports/incidents.ts";
import type { Watch } from "../../core/incident/watch.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { insertAudit } from "../audit/entries.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";

export function watchQueries(
  db: Kysely<Tables>,
): Pick<IncidentStore, "addWatch" | "removeWatch" | "watches"> {
  return {
    addWatch: (watch, audit) =>
      db.transaction().execute(async (transaction) => {
        const added = await transaction
          .insertInto("watches")
          .values({
            ...keyOf(watch),
            cluster: jsonText(watch.cluster),
            conversation: jsonText(watch.conversation),
            watched_by: jsonText(watch.by),
            watched_at: watch.since,
          } satisfies NewRow<"watches">)
          .onConflict((conflict) => conflict.doNothing())
          .returning("place")
          .executeTakeFirst();
        await insertAudit(transaction, audit);
        return added !== undefined;
      }),
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

export async function allWatches(db: Kysely<Tables>): Promise<readonly Watch[]> {
  const rows = await db.selectFrom("watches").selectAll().orderBy("watched_at").execute();
  return rows.map(toWatch);
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
});
