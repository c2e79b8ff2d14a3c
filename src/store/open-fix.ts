// One request of a fix at a time: two of them could both be agreed on, and what has no version would be made twice.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Store } from "../app/ports/store.ts";
import { effectOf } from "../core/fix-write/effect-of.ts";
import type { Run } from "../core/run/run.ts";
import { openStates } from "../core/run/transition.ts";
import { toRun } from "./run-row.ts";
import type { Tables } from "./tables.ts";

type Asked = Parameters<Store["openFix"]>[0];

export const openFixQueries = (db: Kysely<Tables>): Pick<Store, "openFix"> => ({
  openFix: (asked) => openFixOf(db, asked),
});

/** The other one, that has not ended. Until this transaction ends nobody else writes one of the same. */
export async function askedAlready(db: Transaction<Tables>, { id, task }: Run): Promise<Run | null> {
  if (task.kind !== "fix") return null;
  // In this order everywhere, so that no two wait for each other.
  for (const same of [task.of, effectOf(task.writes)])
    await sql`select pg_advisory_xact_lock(hashtextextended(${`fix ${same}`}, 0))`.execute(db);
  const other = await openFixOf(db, task);
  // It is itself where the answer to its COMMIT was lost, and it is written again.
  return other === null || other.id === id ? null : other;
}

/** Few are open at a time: those of as many writes are compared here. */
async function openFixOf(db: Kysely<Tables>, { of, undoes, writes }: Asked): Promise<Run | null> {
  const rows = await db
    .selectFrom("runs")
    .selectAll()
    .where("state", "in", openStates)
    .where(sql`task ->> 'kind'`, "=", "fix")
    .where(sql<boolean>`(task ->> 'of' = ${of} or jsonb_array_length(task -> 'writes') = ${writes.length})`)
    .where(sql<boolean>`(task -> 'undoes' is not null) = ${undoes === true}::boolean`)
    .execute();
  const effect = effectOf(writes);
  return (
    rows
      .map(toRun)
      .find(({ task }) => task.kind === "fix" && (task.of === of || effectOf(task.writes) === effect)) ?? null
  );
}
