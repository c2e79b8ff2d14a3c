// Which processes are alive, so that a question or run of one that is gone can be told from one that is under way.
// A silence may be the database's own: after an outage, or a jump of its clock, everybody's last sign of life is old.
// So nobody judges others who has not been heard steadily himself for a while.
import { type Kysely, sql } from "kysely";
import type { Store } from "../../app/ports/store.ts";
import type { NewRow } from "./new-row.ts";
import { type Release, whyTooNew } from "./schema.ts";
import type { Tables } from "./tables.ts";

/** This one. `alone`: no other process can be at work on this database. */
export type Process = Readonly<{ id: string; alone: boolean }>;

export const heartbeatMilliseconds = 2_000;

/** Two signs that lie further apart (or in the wrong order) are not steady; it may be the clock that was set. */
const steady = sql`processes.seen_at between now() - interval '7 seconds' and now() + interval '7 seconds'`;
/** Longer than it takes anybody to be heard again after an outage: a lost connection is noticed within 7 s. */
const steadyFor = sql`interval '10 seconds'`;
const heardOf = sql`heard.seen_at between now() - interval '12 seconds' and now() + interval '12 seconds'`;

/** SQL over `processes`: those that were heard of lately. Says less than `isGone`: a silence may be the database's own. */
const isAlive = sql<boolean>`processes.seen_at between now() - interval '12 seconds' and now() + interval '12 seconds'`;

/**
 * Registers this process, unless the schema is that of a newer release: then it says so in a sentence. `alone`: whatever
 * else is registered is gone, since nobody else can be at work here.
 */
export async function registerProcess(
  db: Kysely<Tables>,
  { id, alone }: Process,
  release: Release,
): Promise<string | null> {
  return db.transaction().execute(async (transaction) => {
    const newer = await whyTooNew(transaction, release);
    if (newer !== null) return newer;
    await transaction
      .deleteFrom("processes")
      .$if(!alone, (query) => query.where("seen_at", "<", sql<Date>`now() - interval '1 day'`))
      .execute();
    const fresh = { release: release.name };
    await transaction
      .insertInto("processes")
      .values({ id, ...fresh } satisfies NewRow<"processes">)
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_at: sql<Date>`now()`, ...fresh }))
      .execute();
    return null;
  });
}

/** Gives how many processes were heard of lately, this one included; null where it is not registered any more. */
export async function heartbeat(db: Kysely<Tables>, id: string): Promise<number | null> {
  const me = await db
    .updateTable("processes")
    .set({
      seen_at: sql<Date>`now()`,
      steady_since: sql<Date>`case when ${steady} then processes.steady_since else now() end`,
    })
    .where("id", "=", id)
    .returning("id")
    .executeTakeFirst();
  if (me === undefined) return null;
  const { count } = await db
    .selectFrom("processes")
    .select(({ fn }) => fn.countAll<string | number>().as("count"))
    .where(isAlive)
    .executeTakeFirstOrThrow();
  return Number(count);
}

export async function unregisterProcess(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom("processes").where("id", "=", id).execute();
}

/**
 * SQL: whether the process in a column is gone: it has left, or was not heard of. The given one judges, never over itself.
 * Where it is `alone` there is nobody else, whatever the clock says.
 */
export const isGone = (
  column: "questions.owner" | "runs.worker" | "outbox.owner",
  { id: me, alone }: Process,
) => {
  const id = sql.ref(column);
  const known = sql`exists (select from processes as known where known.id = ${id})`;
  const heard = sql`exists (select from processes as heard where heard.id = ${id} and ${heardOf})`;
  const iAmSteady = sql`exists (select from processes where processes.id = ${me} and ${steady}
    and processes.steady_since <= now() - ${steadyFor})`;
  return alone
    ? sql<boolean>`${id} <> ${me}`
    : sql<boolean>`(${id} <> ${me} and (not ${known} or (not ${heard} and ${iAmSteady})))`;
};

/**
 * Which version of the policy each process decides by, beside its heartbeat: replicas are to run one, and to know when they do
 * not. `me`: this process, as it is registered.
 */
export const policyVersionQueries = (
  db: Kysely<Tables>,
  me: string,
): Pick<Store, "setPolicyVersion" | "otherPolicyVersions"> => ({
  setPolicyVersion: async ({ version, since }) => {
    await db
      .updateTable("processes")
      .set({ policy: version, policy_since: since })
      .where("id", "=", me)
      .execute();
  },
  otherPolicyVersions: async () => {
    const rows = await db
      .selectFrom("processes")
      .select(["policy", "policy_since"])
      .where(isAlive)
      .where("id", "!=", me)
      .execute();
    return rows.flatMap(({ policy, policy_since: since }) =>
      policy === null || since === null ? [] : [{ version: policy, since: since.toISOString() }],
    );
  },
});
