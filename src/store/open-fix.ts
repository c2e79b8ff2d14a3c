// One request of a fix at a time: two of them could both be agreed on, and what has no version would be made twice.
import { type Kysely, sql, type Transaction } from "kysely";
import type { Store } from "../app/ports.ts";
import type { Run } from "../core/run/run.ts";
import { openStates } from "../core/run/transition.ts";
import { toRun } from "./run-row.ts";
import type { Tables } from "./tables.ts";

export const openFixQueries = (db: Kysely<Tables>): Pick<Store, "openFix"> => ({
  openFix: (of, undoes) => openFixOf(db, of, undoes),
});

/** The other one, that has not ended. Until this transaction ends nobody else writes one of the same. */
export async function askedAlready(db: Transaction<Tables>, { id, task }: Run): Promise<Run | null> {
  if (task.kind !== "fix") return null;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`fix ${task.of}`}, 0))`.execute(db);
  const other = await openFixOf(db, task.of, task.undoes === true);
  // It is itself where the answer to its COMMIT was lost, and it is written again.
  return other === null || other.id === id ? null : other;
}

async function openFixOf(db: Kysely<Tables>, of: string, undoes: boolean): Promise<Run | null> {
  const row = await db
    .selectFrom("runs")
    .selectAll()
    .where("state", "in", openStates)
    .where(sql`task ->> 'kind'`, "=", "fix")
    .where(sql`task ->> 'of'`, "=", of)
    .where(sql<boolean>`(task -> 'undoes' is not null) = ${undoes}::boolean`)
    .limit(1)
    .executeTakeFirst();
  return row ? toRun(row) : null;
}
