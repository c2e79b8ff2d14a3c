// Wrong guesses, one row a person: how many since the first of them, for as long as they count.
import { type Kysely, sql } from "kysely";
import type { Clock } from "../app/ports.ts";
import type { GuessStore } from "../app/ports-guesses.ts";
import { insertAudit } from "./audit.ts";
import { markOf } from "./person-mark.ts";
import type { Tables } from "./tables.ts";

export const guessQueries = (db: Kysely<Tables>, clock: Clock): GuessStore => ({
  takeGuess: (person, { guesses, milliseconds }, audit) =>
    db.transaction().execute(async (transaction) => {
      const now = clock.now();
      const over = new Date(now.getTime() - milliseconds);
      // Also what is kept of others: nothing of it counts any more.
      await transaction.deleteFrom("guesses").where("began_at", "<=", over).execute();
      const { count } = await transaction
        .insertInto("guesses")
        .values({ person: markOf(person), began_at: now.toISOString(), count: 1 })
        .onConflict((conflict) => conflict.column("person").doUpdateSet({ count: sql`guesses.count + 1` }))
        .returning("count")
        .executeTakeFirstOrThrow();
      if (count === guesses + 1) await insertAudit(transaction, audit);
      return count <= guesses;
    }),
  returnGuess: async (person) => {
    await db
      .updateTable("guesses")
      .set({ count: sql`count - 1` })
      .where("person", "=", markOf(person))
      .where("count", ">", 0)
      .execute();
  },
});
