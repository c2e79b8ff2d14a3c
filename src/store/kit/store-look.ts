// What `doctor` may say of a store without changing it: whether it opens, its schema, the product's rights, the space left.
import { constants } from "node:fs";
import { access, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { type Kysely, sql } from "kysely";
import type { StoreReading } from "../../core/doctor/running.ts";
import { whyNotOpened } from "./connect.ts";
import type { DatabaseLocation, ServerLocation, StoreLog } from "./connection.ts";
import { errorCodeOf, errorMessageOf } from "./database-errors.ts";
import { freeBytes } from "./folder-lock.ts";
import { createReadiness } from "./readiness.ts";
import { schemaNow, thisRelease } from "./schema.ts";
import { connectServer } from "./server.ts";
import type { Tables } from "./tables.ts";

const nothingWrong = { problem: null, schema: undefined, missingRights: undefined, freeBytes: null };
const quiet: StoreLog = { warn: () => {}, error: () => {} };

export const lookAtStore = (place: DatabaseLocation): Promise<StoreReading> =>
  "dataDir" in place ? lookAtFolder(place.dataDir) : lookAtServer(place);

/** A folder is opened by one process alone, so its database is left to the product: it brings the schema up to date. */
async function lookAtFolder(dataDir: string): Promise<StoreReading> {
  if (dataDir === ":memory:") return nothingWrong;
  const place = resolve(dataDir);
  try {
    const folder = await nearestFolder(place);
    const found = await stat(folder);
    const isOthers = folder === place && process.geteuid !== undefined && found.uid !== process.geteuid();
    if (isOthers) return { ...nothingWrong, problem: `The folder ${place} belongs to somebody else.` };
    await access(folder, constants.W_OK);
    return { ...nothingWrong, freeBytes: await freeBytes(folder) };
  } catch (error) {
    const problem = `The folder ${place} cannot be used (${errorMessageOf(error)}).`;
    return { ...nothingWrong, problem };
  }
}

/** The product makes what is not there yet below it. */
async function nearestFolder(path: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) return path;
  } catch (error) {
    if (errorCodeOf(error) === "ENOENT") return nearestFolder(dirname(path));
    throw error;
  }
  throw new Error(`${path} is a file`);
}

async function lookAtServer(place: ServerLocation): Promise<StoreReading> {
  if (!URL.canParse(place.databaseUrl))
    return { ...nothingWrong, problem: "DATABASE_URL is not an address." };
  const { db, probe, close } = connectServer(place, quiet, () => {});
  try {
    await sql`select 1`.execute(db);
    const problem = await createReadiness().problem(probe);
    if (problem !== null) return { ...nothingWrong, problem };
    const { newer, pending } = await db.transaction().execute((on) => schemaNow(on, thisRelease));
    const mayChange = await mayChangeSchema(db);
    const schema = newer ?? (pending && !mayChange ? "The schema is older than this release." : null);
    return { ...nothingWrong, schema, missingRights: pending ? undefined : await missingRights(db) };
  } catch (error) {
    return { ...nothingWrong, problem: whyNotOpened(place, error) };
  } finally {
    await close();
  }
}

/** A start of the product does it then. */
async function mayChangeSchema(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql<{ may: boolean }>`
    select has_schema_privilege(current_user, 'public', 'create')
       and has_database_privilege(current_user, current_database(), 'create') as may`.execute(db);
  return rows[0]?.may ?? false;
}

/** Of what docs/hosting.md has the owner grant. */
async function missingRights(db: Kysely<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ missing: string }>`
    select lower(wanted) || ' on ' || tablename as missing
    from pg_tables, (values ('SELECT'), ('INSERT'), ('UPDATE'), ('DELETE')) as rights (wanted)
    where schemaname = 'public'
      and not (tablename in ('kysely_migration', 'kysely_migration_lock', 'schema_state') and wanted <> 'SELECT')
      and not (tablename = 'audit' and wanted = 'DELETE')
      and not case when tablename = 'audit' and wanted <> 'SELECT'
        then has_any_column_privilege(current_user, format('%I.%I', schemaname, tablename), wanted)
        else has_table_privilege(current_user, format('%I.%I', schemaname, tablename), wanted) end
    union all
    select 'usage on schema pgboss'
    from pg_namespace where nspname = 'pgboss' and not has_schema_privilege(current_user, 'pgboss', 'usage')
    order by 1`.execute(db);
  return rows.map(({ missing }) => missing);
}
