// Opens the store: database, schema, queries, jobs, and the work that goes on beside them.
import { randomUUID } from "node:crypto";
import type { Jobs, KeyWrap, Store } from "../app/ports/store.ts";
import type { Numbers } from "../core/incident/numbers.ts";
import { type AuditTrail, auditTrail, type TrailCheck } from "./audit/verify.ts";
import { botPace, withinPace } from "./delivery/bot-pace.ts";
import { outboxQueries } from "./delivery/outbox.ts";
import { claimChecks } from "./delivery/questions.ts";
import { numbersOf } from "./incident/numbers.ts";
import { connect, whyNotOpened } from "./kit/connect.ts";
import type { Connection, DatabaseLocation, StoreLog } from "./kit/connection.ts";
import { type Process, registerProcess } from "./kit/processes.ts";
import { createReadiness, type Readiness } from "./kit/readiness.ts";
import {
  type Release,
  thisRelease,
  type UpgradeTimeouts,
  upgradeSchema,
  upgradeTimeouts,
} from "./kit/schema.ts";
import { openSealKey } from "./kit/seal-key.ts";
import { type MaintenanceOptions, startMaintenance } from "./maintenance.ts";
import { storeQueries } from "./queries.ts";
import { applyRetention, proveTrail, type Retention } from "./retention.ts";
import { findRunChecks } from "./run/find-runs.ts";
import { createJobs, startBoss } from "./run/jobs.ts";
import { runLeases } from "./run/run-leases.ts";
import { verifiedWrites } from "./verified-writes.ts";

export type StoreOptions = DatabaseLocation &
  MaintenanceOptions &
  Readonly<{
    retention: Retention;
    /** That files which people send are sealed with, or what wraps it: never in the database alone; null: none is kept. */
    filesKey?: Buffer | KeyWrap | null;
    /** Calls that Teams takes of the bot in a second, over all its chats; where nothing is shown, it says nothing. */
    teamsPerSecond?: number;
  }>;

export type OpenedStore = Readonly<{
  ok: true;
  store: Store;
  jobs: Jobs;
  /** The trail, proved with the key and the retention that this process has. */
  audit: Pick<AuditTrail, "events"> & Readonly<{ verify(): Promise<TrailCheck> }>;
  /** How incidents go, and what waits. */
  numbers(): Promise<Numbers>;
  /** Stops the jobs, seals the trail, and closes the database. */
  close(): Promise<void>;
}>;

/** `reason` is a sentence for the person who starts the product; it never holds a password. */
export type OpenResult = OpenedStore | Readonly<{ ok: false; reason: string }>;

type Beginning = Readonly<{ release: Release; timeouts: UpgradeTimeouts }>;
const usual: Beginning = { release: thisRelease, timeouts: upgradeTimeouts };

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
  { release, timeouts }: Beginning,
): Promise<OpenResult> {
  const { clock, log, retention, trail, filesKey = null, teamsPerSecond } = options;
  const { db, maintenance, boss, alone } = connection;
  const me: Process = { id: randomUUID(), alone };
  const refused = await upgradeSchema(maintenance, { alone, release, timeouts, log });
  if (refused !== null) return { ok: false, reason: refused };
  await startBoss(boss, log);
  const newer = await registerProcess(maintenance, me, release);
  if (newer !== null) return { ok: false, reason: newer };
  const opened = await openSealKey(maintenance, filesKey);
  if (!opened.ok) return opened;
  const pace = botPace(teamsPerSecond ?? 30);
  const ongoing = await startMaintenance(db, { ...me, release }, options, pace);
  const retain = () => applyRetention(maintenance, retention, trail.key, clock.now(), log);
  // Called later than here: by then the jobs are there.
  const written = { run: () => jobs.wake.runs(), messages: () => jobs.wake.messages() };
  const outbox = withinPace(outboxQueries(db, me, written.messages), pace);
  const jobs = createJobs({ boss, leases: runLeases(db, me), alone, retain, outbox, pace, log });
  const queries = storeQueries({ connection, readiness, me, clock, outbox, filesKey: opened.key, written });
  const check = { ...claimChecks(db, clock, me.id), ...findRunChecks(db) };
  let closing = false;
  return {
    ok: true,
    store: verifiedWrites(queries, check, clock, () => closing, log),
    jobs,
    numbers: () => numbersOf(db, clock.now(), ongoing.headSince()),
    audit: {
      events: () => auditTrail(maintenance).events(),
      verify: () => proveTrail(maintenance, trail.key, retention, clock.now()),
    },
    close: async () => {
      closing = true;
      await jobs.stop();
      await ongoing.stop();
      await connection.close();
    },
  };
}

type Prepared = Readonly<{ ok: true } | { ok: false; reason: string }>;

/**
 * Brings the schema up to date and does nothing else, for a database whose owner is not the product itself. Twice changes
 * nothing more. `reason` is one sentence; it never holds a password.
 */
export async function prepareStore(place: DatabaseLocation, log: StoreLog): Promise<Prepared> {
  try {
    const connected = await connect(place, log);
    if (!connected.ok) return connected;
    const { maintenance, boss, alone, close } = connected.connection;
    try {
      const starting = { alone, release: thisRelease, timeouts: upgradeTimeouts, log };
      const refused = await upgradeSchema(maintenance, starting);
      if (refused !== null) return { ok: false, reason: refused };
      await startBoss(boss, log);
      return { ok: true };
    } finally {
      await boss.stop({ graceful: false }).catch(() => {});
      await close();
    }
  } catch (error) {
    return { ok: false, reason: whyNotOpened(place, error) };
  }
}
