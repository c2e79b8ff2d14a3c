// Background work. A run is given out at most once (run-queue.ts); one whose process vanishes is found by its missing
// heartbeat and handed to `recover`. Messages are shown until they stand in Teams (delivery.ts).
import type { PgBoss } from "pg-boss";
import type { Jobs } from "../../app/ports/store.ts";
import type { BotPace } from "../delivery/bot-pace.ts";
import { deliverMessages } from "../delivery/delivery-loop.ts";
import type { Outbox } from "../delivery/outbox.ts";
import type { StoreLog } from "../kit/connection.ts";
import { repeat } from "../kit/timers.ts";
import type { RunLeases } from "./run-leases.ts";
import { runQueue, workOnRuns } from "./run-queue.ts";

type AbandonedJob = Readonly<{ runId: string }>;
type Handlers = Parameters<Jobs["start"]>[0];

const abandonedQueue = "run-abandoned";
const retentionQueue = "retention";
const oneDaySeconds = 86_400;

const recoveriesAtOnce = 8;
const stopMilliseconds = 3_000;
const quietMilliseconds = 10_000;
/** How often a process asks for the daily work; the queue takes one a day, whoever asks. */
const askForRetentionMilliseconds = 3_600_000;
/** A process that was killed is known to be gone only after a while, so one look at the start is not enough. */
const recoverMilliseconds = 5_000;
/** An alert is answered before it is joined, by whichever process comes to it first. */
const joinMilliseconds = 250;
/** The first verdict is to stand on the card within ten seconds. */
const diagnoseMilliseconds = 500;

/** NOTIFY wakes the workers; they ask by themselves in case a notification was lost. */
const polling = { pollingIntervalSeconds: 0.5, notifyPollingIntervalSeconds: 5 } as const;

/** Starts pg-boss, which brings its own schema up to date, and makes the queues. */
export async function startBoss(boss: PgBoss, log: StoreLog): Promise<void> {
  boss.on(
    "error",
    oneAtATime((error) => log.warn("job queue error", { error: error.message })),
  );
  boss.on("warning", (warning) => log.warn("job queue warning", { warning: warning.message }));
  await boss.start();
  await boss.createQueue(abandonedQueue, {
    // Until it is certain that the worker is gone, which may outlast an outage of the database.
    retryLimit: 200,
    retryDelay: 2,
    heartbeatSeconds: 10,
    expireInSeconds: oneDaySeconds,
    deleteAfterSeconds: oneDaySeconds,
    notify: true,
  });
  await boss.createQueue(runQueue, {
    // At most once: whatever happens to a run's worker, the job is never given out again.
    retryLimit: 0,
    heartbeatSeconds: 10,
    // The heartbeat says whether a worker is alive; how long a run may take is not the queue's business.
    expireInSeconds: oneDaySeconds,
    deleteAfterSeconds: oneDaySeconds,
    deadLetter: abandonedQueue,
    notify: true,
  });
  await boss.createQueue(retentionQueue, {
    retryLimit: 3,
    retryDelay: 600,
    heartbeatSeconds: 60,
    expireInSeconds: oneDaySeconds,
    deleteAfterSeconds: oneDaySeconds,
  });
}

/** In an outage every worker fails every few seconds: one of a kind says enough. */
function oneAtATime(say: (error: Error) => void): (error: Error) => void {
  let saidAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (performance.now() - saidAt < quietMilliseconds) return;
    saidAt = performance.now();
    say(error);
  };
}

type JobParts = Readonly<{
  boss: PgBoss;
  leases: RunLeases;
  /** No other process can be at work on this database. */
  alone: boolean;
  /** Removes what has had its time, once a day. */
  retain: () => Promise<void>;
  outbox: Outbox;
  pace: BotPace;
  log: StoreLog;
}>;

/** To be called when there may be something new to do; before the start nothing happens. */
type Wakes = Readonly<{ runs(): void; messages(): void }>;

export function createJobs(needs: JobParts): Jobs & Readonly<{ wake: Wakes }> {
  const { boss, leases, alone, retain, outbox, pace, log } = needs;
  let parts: readonly Readonly<{ stop(): Promise<void> }>[] = [];
  let wakes: Wakes | null = null;
  return {
    start: async (handlers) => {
      if (alone) await abandonActive(boss);
      await handlers.recoverQuestions();
      await work<AbandonedJob>(boss, abandonedQueue, polling, recoveriesAtOnce, ({ runId }) =>
        recover(handlers, leases, runId, log),
      );
      await askForRetention(boss);
      await boss.work(retentionQueue, { pollingIntervalSeconds: 30 }, () => applied(retain, log));
      const begin = (runIds: readonly string[]) => {
        const taken = leases.take(runIds);
        return (runId: string) => execute(handlers, leases, runId, taken, log);
      };
      const runs = workOnRuns(boss, begin, log);
      const messages = deliverMessages(outbox, handlers.deliver, pace, log);
      wakes = { runs: runs.wake, messages: messages.wake };
      parts = [
        repeat("retention", askForRetentionMilliseconds, () => askForRetention(boss), log),
        repeat("alerts", joinMilliseconds, handlers.joinAlerts, log),
        repeat("incidents to diagnose", diagnoseMilliseconds, handlers.diagnoseForIncidents, log),
        repeat("incidents that nobody takes", recoverMilliseconds, handlers.escalateIncidents, log),
        repeat("operations of Azure", recoverMilliseconds, handlers.followOperations, log),
        repeat("mutes that end", recoverMilliseconds, handlers.endMutes, log),
        repeat("recovery", recoverMilliseconds, handlers.recoverQuestions, log),
        repeat("changes that wait", recoverMilliseconds, handlers.expireChanges, log),
        runs,
        messages,
      ];
    },
    wake: { runs: () => wakes?.runs(), messages: () => wakes?.messages() },
    stop: async () => {
      await Promise.all(parts.map((part) => part.stop()));
      await boss.stop({ graceful: true, timeout: stopMilliseconds });
    },
  };
}

/** Taken once a day (UTC), by whichever process asks first; no clock has to be watched for it. */
async function askForRetention(boss: PgBoss): Promise<void> {
  await boss.send(retentionQueue, {}, { singletonSeconds: oneDaySeconds });
}

/** Throws to be called again, with a constant: pg-boss stores what is thrown. */
async function applied(retain: () => Promise<void>, log: StoreLog): Promise<void> {
  try {
    await retain();
  } catch (error) {
    log.error("retention failed", { error: String(error) });
    throw new Error("Retention failed; the log says why.");
  }
}

/** What is active before our own workers start belonged to a process that is gone: no need to await its heartbeat. */
async function abandonActive(boss: PgBoss): Promise<void> {
  for (const queue of [runQueue, abandonedQueue, retentionQueue]) {
    const jobs = await boss.findJobs(queue, { limit: 100_000 });
    const ids = jobs.filter((job) => job.state === "active").map((job) => job.id);
    if (ids.length > 0) await boss.fail(queue, ids);
  }
}

async function work<Job extends object>(
  boss: PgBoss,
  queue: string,
  asking: typeof polling,
  workers: number,
  handle: (job: Job) => Promise<void>,
): Promise<void> {
  for (let count = 0; count < workers; count += 1) {
    const worker: Promise<string> = boss.work<Job>(queue, asking, async (jobs) => {
      for (const job of jobs) await handle(job.data);
      // It has been busy, so a notification may have found no free worker: it looks for more at once.
      boss.notifyWorker(await worker);
    });
    await worker;
  }
}

async function execute(
  handlers: Handlers,
  leases: RunLeases,
  runId: string,
  taken: Promise<void>,
  log: StoreLog,
): Promise<void> {
  try {
    await taken;
    await handlers.execute(runId);
    await leases.release(runId);
  } catch (error) {
    log.error("run threw", { runId, error: String(error) });
    await leases.release(runId);
    // Throws too, where the database is away: then the job goes to whoever recovers it.
    await recover(handlers, leases, runId, log);
  }
}

/** Throws to be called again. pg-boss stores what is thrown, so that is a constant and not the error itself. */
async function recover(handlers: Handlers, leases: RunLeases, runId: string, log: StoreLog): Promise<void> {
  const found = await leases.stateOf(runId);
  if (found === "done") return;
  if (found === "held") throw new Error("Another worker has this run in hand.");
  try {
    await leases.take([runId]);
    await handlers.recover(runId);
    await leases.release(runId);
  } catch (error) {
    await leases.release(runId);
    log.error("recovery of a run threw", { runId, error: String(error) });
    throw new Error("The recovery of this run failed; the log says why.");
  }
}
