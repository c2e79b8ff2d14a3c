// Opens the store: database, schema, queries, jobs, and the work that goes on beside them.
import { randomUUID } from "node:crypto";
import type { Clock, Jobs, Store } from "../app/ports.ts";
import type { HeadBook } from "../core/audit/heads.ts";
import { insertAudit, newestEvents } from "./audit.ts";
import { auditHeadQueries } from "./audit-head-query.ts";
import type { TrailKey } from "./audit-key.ts";
import { botPace } from "./bot-pace.ts";
import { certainly } from "./certain.ts";
import { connect, whyNotOpened } from "./connect.ts";
import type { Connection, Place } from "./connection.ts";
import { conversationQueries } from "./conversations.ts";
import { feedbackQueries } from "./feedback.ts";
import { forgetQueries } from "./forget.ts";
import { guessQueries } from "./guesses.ts";
import { incidentQueries } from "./incidents.ts";
import { createJobs, enqueueIncident, startBoss } from "./jobs.ts";
import { migrate } from "./migrations.ts";
import { modeQueries } from "./mode.ts";
import { outboxQueries } from "./outbox.ts";
import { pendingQueries } from "./pending.ts";
import { policyVersionQueries } from "./policy-versions.ts";
import { enter, leave, signOfLife, signOfLifeMilliseconds } from "./processes.ts";
import { questionQueries, truthOfClaims } from "./questions.ts";
import { createReadiness, type Readiness } from "./readiness.ts";
import { repeat } from "./repeat.ts";
import { applyRetention, proveTrail, type Retention } from "./retention.ts";
import { enqueueRun } from "./run-queue.ts";
import { runQueries, truthOfRuns } from "./runs.ts";
import { sealAudit, sealMilliseconds } from "./seal-audit.ts";
import type { StoreLog } from "./store-log.ts";
import { lookMilliseconds, trailWatch } from "./trail-watch.ts";
import { type AuditTrail, auditTrail, type TrailCheck } from "./verify-audit.ts";
import { watchQueries } from "./watches.ts";
import { workInHand } from "./work-in-hand.ts";

export type StoreOptions = Place &
  Readonly<{
    clock: Clock;
    log: StoreLog;
    retention: Retention;
    /** What the audit trail is sealed with, and where its heads are written down; null: nowhere. */
    trail: Readonly<{ key: TrailKey; book: HeadBook | null }>;
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
  { clock, log, retention, trail, teamsPerSecond }: StoreOptions,
): Promise<OpenedStore> {
  const { db, patient, boss, alone } = connection;
  const me = randomUUID();
  await migrate(patient);
  await startBoss(boss, log);
  await enter(db, me, alone);
  const watch = await trailWatch(db, trail.book, clock, log);
  const seal = () => sealAudit(db, trail.key.signer, watch.sealed);
  const sealing = repeat("seal audit", sealMilliseconds, seal, log);
  const watching = repeat("audit heads", lookMilliseconds, watch.look, log);
  const pace = botPace(teamsPerSecond ?? 30);
  const living = repeat(
    "sign of life",
    signOfLifeMilliseconds,
    async () => pace.share(await signOfLife(db, me)),
    log,
  );
  const retain = () => applyRetention(patient, retention, trail.key, clock.now(), log);
  // Called later than here: by then the jobs are there.
  const written = { run: () => jobs.wake.runs(), messages: () => jobs.wake.messages() };
  const outbox = outboxQueries(db, { id: me, alone }, written.messages);
  const jobs = createJobs({
    boss,
    hand: workInHand(db, me, alone),
    alone,
    retain,
    outbox,
    pace,
    log,
  });
  let closing = false;
  const store: Store = {
    ...outbox,
    ...questionQueries(db, me, written.messages),
    ...runQueries(db, me, (job, transaction) => enqueueRun(boss, job, transaction), written),
    ...conversationQueries(db, clock),
    ...pendingQueries(db, me),
    ...feedbackQueries(db),
    ...modeQueries(db),
    ...guessQueries(db, clock),
    ...policyVersionQueries(db, me),
    ...auditHeadQueries(db),
    ...forgetQueries(db),
    ...watchQueries(db),
    ...incidentQueries(db, clock, (id, transaction, afterSeconds) =>
      enqueueIncident(boss, id, transaction, afterSeconds),
    ),
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
    audit: {
      events: () => auditTrail(patient).events(),
      verify: () => proveTrail(patient, trail.key, retention, clock.now()),
    },
    close: async () => {
      closing = true;
      await jobs.stop();
      await Promise.all([sealing.stop(), living.stop(), watching.stop()]);
      // A database that is gone must not keep the process from stopping: the tail is sealed by whoever comes next.
      await seal()
        .then(watch.look)
        .then(() => leave(db, me))
        .catch((error: unknown) =>
          log.warn("store closed without its last writes", { error: String(error) }),
        );
      await connection.close();
    },
  };
}
