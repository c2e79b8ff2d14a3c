// What is kept of diagnoses besides their runs: what people say about one, and what the next one is compared with.
import { type Kysely, sql } from "kysely";
import type { DigestStore, Store } from "../../app/ports/store.ts";
import { personKey } from "../../core/requester.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import { insertAudit } from "../audit/entries.ts";
import type { NewRow } from "../kit/new-row.ts";
import { jsonText } from "../kit/stored-text.ts";
import type { Tables } from "../kit/tables.ts";

/** One answer a person and run, written with its audit entry. */
export const feedbackQueries = (db: Kysely<Tables>): Pick<Store, "saveFeedback"> => ({
  saveFeedback: ({ runId, person, answer, answeredAt }, audit) =>
    db.transaction().execute(async (transaction) => {
      // Held until the end, so that retention does not remove it in between.
      const run = await transaction
        .selectFrom("runs")
        .select("id")
        .where("id", "=", runId)
        .forKeyShare()
        .executeTakeFirst();
      if (!run) return null;
      const latest = { answer, answered_at: answeredAt };
      await transaction
        .insertInto("feedback")
        .values({ run_id: runId, person: personKey(person), ...latest } satisfies NewRow<"feedback">)
        .onConflict((conflict) => conflict.columns(["run_id", "person"]).doUpdateSet(latest))
        .execute();
      await insertAudit(transaction, audit);
      const answers = await transaction
        .selectFrom("feedback")
        .select("answer")
        .where("run_id", "=", runId)
        .execute();
      const count = (wanted: string) => answers.filter((given) => given.answer === wanted).length;
      return { yes: count("yes"), no: count("no") };
    }),
});

/** The last diagnoses of a cluster: one row a verdict, which goes with the run that read it. */
export const digestQueries = (db: Kysely<Tables>): DigestStore => ({
  keepDigest: async ({ runId, clusterId, verdict, takenAt, digest }) => {
    // The run may have been forgotten, or another process have kept a newer one, meanwhile.
    await sql`
      insert into digests (cluster_key, verdict, run_id, taken_at, digest)
      select ${idKey(clusterId)}, ${verdict}, id, ${takenAt}::timestamptz, ${jsonText(digest)}::jsonb
      from runs where id = ${runId}
      on conflict (cluster_key, verdict) do update
      set run_id = excluded.run_id, taken_at = excluded.taken_at, digest = excluded.digest
      where digests.taken_at <= excluded.taken_at`.execute(db);
  },
  digestsOf: async (clusterId) => {
    const rows = await db
      .selectFrom("digests")
      .selectAll()
      .where("cluster_key", "=", idKey(clusterId))
      .execute();
    return rows.map(({ run_id: runId, cluster_key, verdict, taken_at, digest }) => ({
      ...{ runId, clusterId: cluster_key, verdict, takenAt: taken_at.toISOString(), digest },
    }));
  },
});
