// What people say about a diagnosis: one answer a person and run, written with its audit entry.
import type { Kysely } from "kysely";
import type { Store } from "../app/ports/store.ts";
import { personKey } from "../core/requester.ts";
import { insertAudit } from "./audit.ts";
import type { Tables } from "./tables.ts";

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
        .values({ run_id: runId, person: personKey(person), ...latest })
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
