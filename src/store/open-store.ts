// Opens the store: database, schema, queries, jobs, and the work that goes on beside them.
import { randomUUID } from "node:crypto";
import type { Jobs, Store } from "../app/ports/store.ts";
import { botPace, withinPace } from "./bot-pace.ts";
import { certainly } from "./certain.ts";
import { connect, whyNotOpened } from "./connect.ts";
import type { Connection, Place } from "./connection.ts";
import { createJobs, startBoss } from "./jobs.ts";
import { outboxQueries } from "./outbox.ts";
import { enter } from "./processes.ts";
import { storeQueries } from "./queries.ts";
import { truthOfClaims } from "./questions.ts";
import { createReadiness, type Readiness } from "./readiness.ts";
import { type Release, thisRelease } from "./release.ts";
import { applyRetention, proveTrail, type Retention } from "./retention.ts";
import { truthOfRuns } from "./runs.ts";
import { bringUpToDate, type SchemaPatience, schemaPatience } from "./schema.ts";
import { startUpkeep, type UpkeepOptions } from "./upkeep.ts";
import { type AuditTrail, auditTrail, type TrailCheck } from "./verify-audit.ts";
import { workInHand } from "./work-in-hand.ts";

export type StoreOptions = Place &
  UpkeepOptions &
  Readonly<{
    retention: Retention;
    /** That files which people send are sealed with, never in the database; null or absent: none is kept. */
    filesKey?: Buffer | null;
    /** Calls that Teams takes of the bot in a second, over all its chats; where nothing is shown, it says nothing. */
    teamsPerSecond?: number;
  }>;

export type OpenedStore = Readonly<{
  ok: true;
  store: Store;
  jobs: Jobs;
  /** The trail, proved with the key and the retention that this process has. */
  audit: Pick<AuditTrail, "events"> & Readonly<{ verify(): Promise<TrailCheck> }>;
  /** Stops the jobs, seals the trail, and closes the database. */
  close(): Promise<void>;
}>;

/** `reason` is a sentence for the person who starts the product; it never holds a password. */
export type OpenResult = OpenedStore | Readonly<{ ok: false; reason: string }>;

type Beginning = Readonly<{ release: Release; patience: SchemaPatience }>;
const usual: Beginning = { release: thisRelease, patience: schemaPatience };

/** Brings the schema up to date and starts sealing; jobs are worked on from `jobs.start`. */
export async function openStore(options: StoreOptions, beginning = usual): Promise<OpenResult> {
  let connection: Connection | null = null;
  try {
    const readiness = createReadiness();
    const connected = await connect(options, options.log, readiness.full);
    if (!connected.ok) return connected;
    connection = connected.connection;
    const prepared = await prepare(connection, readiness, options, beginning);
    if (!prepared.ok) await abandon(connection);
    return prepared;
  } catch (error) {
    if (connection !== null) await abandon(connection);
    return { ok: false, reason: whyNotOpened(options, error) };
  }
}

async function abandon({ boss, close }: Connection): Promise<void> {
  await boss.stop({ graceful: false }).catch(() => {});
  await close().catch(() => {});
}

async function prepare(
  connection: Connection,
  readiness: Readiness,
  options: StoreOptions,
  { release, patience }: Beginning,
): Promise<OpenResult> {
  const { clock, log, retention, trail, filesKey = null, teamsPerSecond } = options;
  const { db, patient, boss, alone } = connection;
  const me = randomUUID();
  const refused = await bringUpToDate(patient, { alone, release, patience, log });
  if (refused !== null) return { ok: false, reason: refused };
  await startBoss(boss, log);
  const newer = await enter(patient, { id: me, alone }, release);
  if (newer !== null) return { ok: false, reason: newer };
  const pace = botPace(teamsPerSecond ?? 30);
  const upkeep = await startUpkeep(db, { id: me, alone, release }, options, pace);
  const retain = () => applyRetention(patient, retention, trail.key, clock.now(), log);
  // Called later than here: by then the jobs are there.
  const written = { run: () => jobs.wake.runs(), messages: () => jobs.wake.messages() };
  const outbox = withinPace(outboxQueries(db, { id: me, alone }, written.messages), pace);
  const jobs = createJobs({ boss, hand: workInHand(db, me, alone), alone, retain, outbox, pace, log });
  const queries = storeQueries({ connection, readiness, me, clock, outbox, filesKey, written });
  const truth = { ...truthOfClaims(db, clock, me), ...truthOfRuns(db) };
  let closing = false;
  return {
    ok: true,
    store: certainly(queries, truth, clock, () => closing, log),
    jobs,
    audit: {
      events: () => auditTrail(patient).events(),
      verify: () => proveTrail(patient, trail.key, retention, clock.now()),
    },
    close: async () => {
      closing = true;
      await jobs.stop();
      await upkeep.stop();
      await connection.close();
    },
  };
}
