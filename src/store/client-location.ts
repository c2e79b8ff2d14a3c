// Where people said that they are: one row a person, for as long as it counts.
import { type Kysely, sql } from "kysely";
import type { SaidPlaceStore } from "../app/ports/store.ts";
import { personKey } from "../core/requester.ts";
import { jsonText } from "./kit/stored-text.ts";
import type { Tables } from "./kit/tables.ts";

export const clientLocationQueries = (db: Kysely<Tables>): SaidPlaceStore => ({
  savePlace: (of, { place, clusterName, saidAt }, notBefore) =>
    db.transaction().execute(async (transaction) => {
      await transaction
        .deleteFrom("said_places")
        .where("said_at", "<", sql<Date>`${notBefore}::timestamptz`)
        .execute();
      const said = { place: jsonText(place), cluster_name: clusterName, said_at: saidAt };
      await transaction
        .insertInto("said_places")
        .values({ person: personKey(of), ...said })
        .onConflict((conflict) => conflict.column("person").doUpdateSet(said))
        .execute();
    }),
  placeSaid: async (of, notBefore) => {
    const row = await db
      .selectFrom("said_places")
      .selectAll()
      .where("person", "=", personKey(of))
      .where("said_at", ">=", sql<Date>`${notBefore}::timestamptz`)
      .executeTakeFirst();
    if (row === undefined) return null;
    return { place: row.place, clusterName: row.cluster_name, saidAt: row.said_at.toISOString() };
  },
  forgetPlace: async (of) => {
    await db.deleteFrom("said_places").where("person", "=", personKey(of)).execute();
  },
});
