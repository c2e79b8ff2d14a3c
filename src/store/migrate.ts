// Brings the schema up to date, by the steps in `migrations.ts`.
import { type Kysely, sql } from "kysely";
import { type MigrationProvider, Migrator } from "kysely/migration";
import { type Steps, steps } from "./migrations.ts";
import type { Tables } from "./tables.ts";

/** Takes the steps that are missing. Throws what the database said. Whether it may be done now, `schema.ts` says. */
export async function migrate(db: Kysely<Tables>, all: Steps = steps): Promise<void> {
  const provider: MigrationProvider = {
    getMigrations: async () =>
      Object.fromEntries(
        Object.entries(all).map(([name, statements]) => [
          name,
          {
            up: async (on) => {
              for (const statement of statements) await sql.raw(statement).execute(on);
            },
          },
        ]),
      ),
  };
  const { error } = await new Migrator({ db, provider }).migrateToLatest();
  if (error) throw error;
}
