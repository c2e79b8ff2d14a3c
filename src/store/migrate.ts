// Brings the schema up to date, by the steps in `migrations`. A step that was released is never edited; a change is a new
// one at the end.
import { type Kysely, sql } from "kysely";
import { type MigrationProvider, Migrator } from "kysely/migration";
import { questionsAndRuns } from "./migrations/0001-questions-and-runs.ts";
import { conversations } from "./migrations/0002-conversations.ts";
import { auditTrail } from "./migrations/0003-audit-trail.ts";
import { watchesAndAlerts } from "./migrations/0004-watches-and-alerts.ts";
import { feedbackModeRetention } from "./migrations/0005-feedback-mode-retention.ts";
import { alertsOutOfOrder } from "./migrations/0006-alerts-out-of-order.ts";
import { outbox } from "./migrations/0007-outbox.ts";
import { firingsAndSharedCards } from "./migrations/0008-firings-and-shared-cards.ts";
import { wrongGuesses } from "./migrations/0009-wrong-guesses.ts";
import { auditKey } from "./migrations/0010-audit-key.ts";
import { steadyProcesses } from "./migrations/0011-steady-processes.ts";
import { refusedForGood } from "./migrations/0012-refused-for-good.ts";
import { lastDiagnoses } from "./migrations/0013-last-diagnoses.ts";
import { saidPlaces } from "./migrations/0014-said-places.ts";
import { offeredChoices } from "./migrations/0015-offered-choices.ts";
import { undecidedRuns } from "./migrations/0016-undecided-runs.ts";
import { sentFiles } from "./migrations/0017-sent-files.ts";
import { messagesOfIncidents } from "./migrations/0018-messages-of-incidents.ts";
import { peopleByTenant } from "./migrations/0020-people-by-tenant.ts";
import { alertsTakenFirst } from "./migrations/0021-alerts-taken-first.ts";
import { releasesTogether } from "./migrations/0022-releases-together.ts";
import type { Tables } from "./tables.ts";

/** Statements by the name of their step, in order. */
export type Steps = Readonly<Record<string, readonly string[]>>;

export const steps: Steps = {
  "0001-questions-and-runs": questionsAndRuns,
  "0002-conversations": conversations,
  "0003-audit-trail": auditTrail,
  "0004-watches-and-alerts": watchesAndAlerts,
  "0005-feedback-mode-retention": feedbackModeRetention,
  "0006-alerts-out-of-order": alertsOutOfOrder,
  "0007-outbox": outbox,
  "0008-firings-and-shared-cards": firingsAndSharedCards,
  "0009-wrong-guesses": wrongGuesses,
  "0010-audit-key": auditKey,
  "0011-steady-processes": steadyProcesses,
  "0012-refused-for-good": refusedForGood,
  "0013-last-diagnoses": lastDiagnoses,
  "0014-said-places": saidPlaces,
  "0015-offered-choices": offeredChoices,
  "0016-undecided-runs": undecidedRuns,
  "0017-sent-files": sentFiles,
  "0018-messages-of-incidents": messagesOfIncidents,
  "0020-people-by-tenant": peopleByTenant,
  "0021-alerts-taken-first": alertsTakenFirst,
  "0022-releases-together": releasesTogether,
};

/** Takes the steps that are missing. Throws what the database said. Whether it may be done now, `schema.ts` says. */
export async function migrate(db: Kysely<Tables>, all: Steps = steps): Promise<void> {
  const { error } = await new Migrator({ db, provider: migrationsOf(all) }).migrateToLatest();
  if (error) throw error;
}

export const migrationsOf = (all: Steps): MigrationProvider => ({
  getMigrations: async () =>
    Object.fromEntries(
      Object.entries(all).map(([name, statements]) => [
        name,
        {
          up: async (db) => {
            for (const statement of statements) await sql.raw(statement).execute(db);
          },
        },
      ]),
    ),
});
