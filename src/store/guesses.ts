// Wrong guesses, one row a person: how many since the first of them, for as long as they count.
import { type Kysely, sql } from "kysely";
import type { Clock } from "../app/ports/services.ts";
import type { GuessStore } from "../app/ports/store.ts";
import { insertAudit } from "./audit/entries.ts";
import { pseudonymOf } from "./kit/stored-text.ts";
import type { Tables } from "./kit/tables.ts";

export const guessQueries = (db: Kysely<Tables>, clock: Clock): GuessStore => ({
  mayGuess: async (person, { guesses, milliseconds }) => {
    const wrong = await db
      .selectFrom("guesses")
      .select("count")
      .where("person", "=", pseudonymOf(person))
      .where("began_at", ">", begunAfter(clock, milliseconds))
      .executeTakeFirst();
    return (wrong?.count ?? 0) < guesses;
  },
  countGuess: (person, { guesses, milliseconds }, audit) =>
    db.transaction().execute(async (transaction) => {
      // Also what is kept of others: nothing of it counts any more.
      await transaction
        .deleteFrom("guesses")
        .where("began_at", "<=", begunAfter(clock, milliseconds))
        .execute();
      const { count } = await transaction
        .insertInto("guesses")
        .values({ person: pseudonymOf(person), began_at: clock.now().toISOString(), count: 1 })
        .onConflict((conflict) => conflict.column("person").doUpdateSet({ count: sql`guesses.count + 1` }))
        .returning("count")
        .executeTakeFirstOrThrow();
      if (count === guesses) await insertAudit(transaction, audit);
      return count <= guesses;
    }),
});

const begunAfter = (clock: Clock, milliseconds: number): Date =>
  new Date(clock.now().getTime() - milliseconds);
