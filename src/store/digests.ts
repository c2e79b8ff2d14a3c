// What is kept of the last diagnoses of a cluster: one row a verdict, which goes with the run that read it.
import { type Kysely, sql } from "kysely";
import type { DigestStore } from "../app/ports/store.ts";
import { idKey } from "../core/snapshot/resource-id.ts";
import { jsonText } from "./json-text.ts";
import type { Tables } from "./tables.ts";

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
