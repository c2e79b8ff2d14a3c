// Which processes are alive, so that a question of one that is gone can be told from one that is being answered.
import { type Kysely, sql } from "kysely";
import type { Tables } from "./tables.ts";

export const signOfLifeMilliseconds = 5_000;

/** Rows older than this belong to processes that are gone. */
const fresh = sql<Date>`now() - interval '20 seconds'`;

/** Registers this process. `alone`: whatever else is registered is gone, since nobody else can be at work here. */
export async function enter(db: Kysely<Tables>, id: string, alone: boolean): Promise<void> {
  await db
    .deleteFrom("processes")
    .$if(!alone, (query) => query.where("seen_at", "<", fresh))
    .execute();
  await signOfLife(db, id);
}

export async function signOfLife(db: Kysely<Tables>, id: string): Promise<void> {
  await db
    .insertInto("processes")
    .values({ id })
    .onConflict((conflict) => conflict.column("id").doUpdateSet({ seen_at: sql<Date>`now()` }))
    .execute();
}

export async function leave(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom("processes").where("id", "=", id).execute();
}

/** Ids of the processes that are alive, as a subquery. */
export const alive = (db: Kysely<Tables>) =>
  db.selectFrom("processes").select("id").where("seen_at", ">=", fresh);
