// Opens the store: database, schema, queries, jobs, and the work that goes on beside them.
import { randomUUID } from "node:crypto";
import type { Clock, Jobs, Store } from "../app/ports.ts";
import { type AuditTrail, auditTrail, insertAudit, newestEvents } from "./audit.ts";
import { certainly } from "./certain.ts";
import { connect, whyNotOpened } from "./connect.ts";
import type { Connection, Place } from "./connection.ts";
import { conversationQueries } from "./conversations.ts";
import { feedbackQueries } from "./feedback.ts";
import { forgetQueries } from "./forget.ts";
import { incidentQueries } from "./incidents.ts";
import { createJobs, enqueueIncident, enqueueRun, startBoss } from "./jobs.ts";
import { migrate } from "./migrations.ts";
import { modeQueries } from "./mode.ts";
import { pendingQueries } from "./pending.ts";
import { enter, leave, signOfLife, signOfLifeMilliseconds } from "./processes.ts";
import { questionQueries, truthOfClaims } from "./questions.ts";
import { createReadiness, type Readiness } from "./readiness.ts";
import { repeat } from "./repeat.ts";
import { applyRetention, type Retention } from "./retention.ts";
import { runQueries, truthOfRuns } from "./runs.ts";
import { sealAudit, sealMilliseconds } from "./seal-audit.ts";
import type { StoreLog } from "./store-log.ts";
import { watchQueries } from "./watches.ts";
import { workInHand } from "./work-in-hand.ts";

export type StoreOptions = Place & Readonly<{ clock: Clock; log: StoreLog; retention: Retention }>;

export type OpenedStore = Readonly<{
  ok: true;
  store: Store;
  jobs: Jobs;
  audit: AuditTrail;
  /** Stops the jobs, seals the trail, and closes the database. */
  close(): Promise<void>;
}>;

/** `reason` is a sentence for the person who starts the product; it never holds a password. */
export type OpenResult = OpenedStore | Readonly<{ ok: false; reason: string }>;

/** Brings the schema up to date and starts sealing; jobs are worked on from `jobs.start`. */
export async function openStore(options: StoreOptions): Promise<OpenResult> {
  let connection: Connection | null = null;
  try {
    const readiness = createReadiness();
    const connected = await connect(options, options.log, readiness.full);
    if (!connected.ok) return connected;
    connection = connected.connection;
    return await prepare(connection, readiness, options);
  } catch (error) {
    await connection?.boss.stop({ graceful: false }).catch(() => {});
    await connection?.close().catch(() => {});
    return { ok: false, reason: whyNotOpened(options, error) };
  }
}

async function prepare(
  connection: Connection,
  readiness: Readiness,
  { clock, log, retention }: StoreOptions,
): Promise<OpenedStore> {
  const { db, patient, boss, alone } = connection;
  const me = randomUUID();
  await migrate(patient);
  await startBoss(boss, log);
  await enter(db, me, alone);
  const sealing = repeat("seal audit", sealMilliseconds, () => sealAudit(db), log);
  const living = repeat("sign of life", signOfLifeMilliseconds, () => signOfLife(db, me), log);
  const retain = () => applyRetention(patient, retention, clock.now());
  const jobs = createJobs(boss, workInHand(db, me, alone), alone, retain, log);
  let closing = false;
  const store: Store = {
    ...questionQueries(db, clock, me, alone),
    ...runQueries(db, (runId, transaction) => enqueueRun(boss, runId, transaction)),
    ...conversationQueries(db, clock),
    ...pendingQueries(db),
    ...feedbackQueries(db),
    ...modeQueries(db),
    ...forgetQueries(db),
    ...watchQueries(db),
    ...incidentQueries(db, clock, (id, transaction) => enqueueIncident(boss, id, transaction)),
    appendAudit: (entry) => insertAudit(db, entry),
    auditEvents: (limit) => newestEvents(db, limit),
    problem: () => readiness.problem(connection.probe),
  };
  return {
    ok: true,
    store: certainly(
      store,
      { ...truthOfClaims(db, clock, me), ...truthOfRuns(db) },
      clock,
      () => closing,
      log,
    ),
    jobs,
    audit: auditTrail(patient),
    close: async () => {
      closing = true;
      await jobs.stop();
      await Promise.all([sealing.stop(), living.stop()]);
      // A database that is gone must not keep the process from stopping: the tail is sealed by whoever comes next.
      await sealAudit(db)
        .then(() => leave(db, me))
        .catch((error: unknown) =>
          log.warn("store closed without its last writes", { error: String(error) }),
        );
      await connection.close();
    },
  };
}
