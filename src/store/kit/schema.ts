// The schema and the releases that work on it. A release changes the schema while no process of another one is alive,
// and none begins to work on a schema that it does not know: both are decided under one lock.
import { setTimeout as sleep } from "node:timers/promises";
import { type Kysely, sql, type Transaction } from "kysely";
import { type MigrationProvider, Migrator } from "kysely/migration";
import bossPackage from "pg-boss/package.json" with { type: "json" };
import productPackage from "../../../package.json" with { type: "json" };
import type { StoreLog } from "./connection.ts";
import { type Steps, steps } from "./migrations.ts";
import type { NewRow } from "./new-row.ts";
import type { Tables } from "./tables.ts";

/** What a release of the product expects of a database. `jobs`: the version of the schema that pg-boss keeps beside ours. */
export type Release = Readonly<{ name: string; steps: Steps; jobs: number }>;

export const thisRelease: Release = {
  name: productPackage.version,
  steps,
  jobs: bossPackage.pgboss.schema,
};

const newestStep = ({ steps: all }: Release): string => Object.keys(all).at(-1) ?? "";

/** Any fixed number will do, as long as nothing else in this database locks it. */
const schemaLock = 7_265_111;

/** Milliseconds. */
export type UpgradeTimeouts = Readonly<{
  /** Who gives no sign of life for so long, while we look, is gone: longer than an outage of theirs may go unnoticed. */
  silence: number;
  /** Between two looks. */
  between: number;
  /** After so long it is given up. */
  atMost: number;
}>;

export const upgradeTimeouts: UpgradeTimeouts = { silence: 12_000, between: 1_000, atMost: 60_000 };

type Starting = Readonly<{
  /** No other process can be at work on this database. */
  alone: boolean;
  release: Release;
  timeouts: UpgradeTimeouts;
  log: StoreLog;
}>;

/** Null once the schema is this release's, else a sentence. Throws what the database said. */
export async function upgradeSchema(db: Kysely<Tables>, starting: Starting): Promise<string | null> {
  const { alone, release, timeouts, log } = starting;
  const begun = performance.now();
  const alive = alone ? () => [] : watchOthers(timeouts.silence);
  for (let said = false; ; said = true) {
    const found = await db.transaction().execute((transaction) => tryOnce(transaction, release, alive));
    if (found.kind === "done") return null;
    if (found.kind === "newer") return found.reason;
    if (performance.now() - begun > timeouts.atMost) return whyOthers(found.others, release, timeouts);
    if (!said)
      log.warn("waits for the processes of another release to end, since the schema has to be changed", {
        processes: found.others.map((other) => other.release),
      });
    await sleep(timeouts.between);
  }
}

/** Keeps the schema as it is until the transaction ends. A sentence where it is that of a newer release. */
export async function whyTooNew(db: Transaction<Tables>, release: Release): Promise<string | null> {
  await sql`select pg_advisory_xact_lock_shared(${schemaLock})`.execute(db);
  return (await schemaNow(db, release)).newer;
}

type Other = Readonly<{ id: string; seen: string; release: string }>;
type Alive = (others: readonly Other[]) => readonly Other[];
type Tried = Readonly<
  { kind: "done" } | { kind: "newer"; reason: string } | { kind: "others"; others: readonly Other[] }
>;

async function tryOnce(db: Transaction<Tables>, release: Release, alive: Alive): Promise<Tried> {
  await sql`select pg_advisory_xact_lock(${schemaLock})`.execute(db);
  const { newer, pending } = await schemaNow(db, release);
  if (newer !== null) return { kind: "newer", reason: newer };
  if (!pending) return { kind: "done" };
  const others = alive(await processesOf(db));
  if (others.length > 0) return { kind: "others", others };
  await migrate(db, release.steps);
  // Whoever was taken for gone and is not registers anew, and finds out.
  await db.deleteFrom("processes").execute();
  const state = { release: release.name, jobs: release.jobs };
  await db
    .insertInto("schema_state")
    .values({ single: true, ...state } satisfies NewRow<"schema_state">)
    .onConflict((conflict) => conflict.column("single").doUpdateSet(state))
    .execute();
  return { kind: "done" };
}

type Look = Readonly<{
  /** Of a newer release: a sentence. */
  newer: string | null;
  /** There is something to change. */
  pending: boolean;
}>;

/** Reads only. */
export async function schemaNow(db: Transaction<Tables>, release: Release): Promise<Look> {
  if (!(await has(db, "schema_state"))) return { newer: null, pending: true };
  const state = await db.selectFrom("schema_state").selectAll().executeTakeFirst();
  const taken = await stepsTaken(db);
  const known = Object.keys(release.steps);
  const jobs = state?.jobs ?? 0;
  const isNewer = jobs > release.jobs || taken.some((name) => !known.includes(name));
  return {
    newer: state && isNewer ? whyNewer(taken.at(-1) ?? "", { name: state.release, jobs }, release) : null,
    pending: jobs < release.jobs || known.some((name) => !taken.includes(name)),
  };
}

async function stepsTaken(db: Transaction<Tables>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db);
  return rows.map(({ name }) => name);
}

async function processesOf(db: Transaction<Tables>): Promise<readonly Other[]> {
  if (!(await has(db, "processes"))) return [];
  return db
    .selectFrom("processes")
    .select(["id", sql<string>`seen_at::text`.as("seen"), "release"])
    .execute();
}

async function has(db: Transaction<Tables>, table: string): Promise<boolean> {
  const { rows } = await sql<{ is: boolean }>`select to_regclass(${table}) is not null as is`.execute(db);
  return rows[0]?.is ?? false;
}

/** Counts from when it saw a sign of life last, by its own clock: the database may have been away, or its clock set. */
function watchOthers(silence: number): Alive {
  const seen = new Map<string, Readonly<{ seen: string; at: number }>>();
  return (others) => {
    const now = performance.now();
    return others.filter((other) => {
      const last = seen.get(other.id);
      if (last?.seen === other.seen) return now - last.at < silence;
      seen.set(other.id, { seen: other.seen, at: now });
      return true;
    });
  };
}

function whyNewer(step: string, by: Pick<Release, "name" | "jobs">, release: Release): string {
  const theirs = `release ${by.name} brought it to ${step} (jobs ${by.jobs})`;
  const ours = `this is release ${release.name}, which knows ${newestStep(release)} (jobs ${release.jobs})`;
  return `The schema of the database is newer than this release: ${theirs}, and ${ours}. Nothing was changed. Start that release or a later one, or give this one a backup from before.`;
}

function whyOthers(others: readonly Other[], release: Release, { atMost, silence }: UpgradeTimeouts): string {
  const counts = new Map<string, number>();
  for (const other of others) counts.set(other.release, (counts.get(other.release) ?? 0) + 1);
  const alive = [...counts].map(([name, count]) => `${count} of release ${name}`).join(" and ");
  return `Other processes still work on this database (${alive}), and this release (${release.name}) has to change its schema. It waited ${seconds(atMost)} s, and nothing was changed. Stop them, then start this one: one that was killed is known to be gone ${seconds(silence)} s later.`;
}

const seconds = (milliseconds: number): number => Math.round(milliseconds / 1_000);

/** Takes the steps that are missing. Throws what the database said. Whether it may be done now, `upgradeSchema` says. */
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
