// Runs, shared out fairly. A job is given out at most once; at most two of a person's commands, two of their fixes
// and two of their diagnoses are under way at once, on however many processes; whoever has asked for little comes first.
import { randomBytes, randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Transaction } from "kysely";
import { fromKysely, type Job, type PgBoss } from "pg-boss";
import type { StoreLog } from "../kit/connection.ts";
import type { Tables } from "../kit/tables.ts";
import { createWake } from "../kit/timers.ts";
import { atOnce, type RunJob } from "./runs.ts";

export const runQueue = "run";

/** So that no clock that is set back by an hour makes a job wait for it. */
const dueBefore = "-2 hours";

/** A run that waits for Azure costs a timer, so this is no pool of workers: it bounds memory. */
const atOnceHere = 100;
/** A job of a process that is gone, or of a person who had two under way elsewhere, is found by looking. */
const lookMilliseconds = 1_000;
const heartbeatMilliseconds = 4_000;

/** Adds the job of a run within the transaction; it exists once that is committed. */
export async function enqueueRunJob(
  boss: PgBoss,
  job: RunJob,
  transaction: Transaction<Tables>,
): Promise<void> {
  const { runId, person, ahead } = job;
  await boss.send(
    runQueue,
    { runId },
    // The first of everybody's comes before the second of anybody's: turns are taken by being counted back.
    {
      ...{ id: orderedId(), db: fromKysely(transaction), group: { id: person } },
      ...{ priority: -ahead, startAfter: dueBefore },
    },
  );
}

/** A UUID of version 7. Of one group pg-boss takes the lowest ids first: random ones would draw lots for whose turn it is. */
function orderedId(): string {
  const time = Date.now().toString(16).padStart(12, "0");
  const [, , , ...random] = randomUUID().split("-");
  return [time.slice(0, 8), time.slice(8), `7${randomBytes(2).toString("hex").slice(1)}`, ...random].join(
    "-",
  );
}

type RunQueue = Readonly<{ wake(): void; stop(): Promise<void> }>;

/** Takes runs that are given out together; what it answers is to be called for each. */
type Begin = (runIds: readonly string[]) => (runId: string) => Promise<void>;

/** Works until it is stopped. Work that throws, or is left behind at the stop, is recovered. */
export function workOnRuns(boss: PgBoss, begin: Begin, log: StoreLog): RunQueue {
  const wake = createWake();
  const running = new Map<string, Promise<void>>();
  let stopping = false;

  const fetch = (): Promise<readonly Job<{ runId: string }>[]> => {
    const free = atOnceHere - running.size;
    if (free <= 0) return Promise.resolve([]);
    return boss.fetch<{ runId: string }>(runQueue, { batchSize: free, groupConcurrency: atOnce });
  };
  const watch = (id: string, work: Promise<void>): void => {
    const done = marked(boss, id, work, log).then(() => {
      running.delete(id);
      wake.up();
    });
    running.set(id, done);
  };
  const look = async (): Promise<void> => {
    while (!stopping) {
      const jobs = await fetch().catch((error: unknown) => {
        log.warn("runs could not be looked for", { error: String(error) });
        return [];
      });
      if (jobs.length === 0) {
        await wake.orAfter(lookMilliseconds);
        continue;
      }
      const execute = begin(jobs.map(({ data }) => data.runId));
      for (const { id, data } of jobs) watch(id, execute(data.runId));
    }
  };
  const stopBeating = beatFor(boss, running, log);
  const looking = look();
  return {
    wake: wake.up,
    stop: async () => {
      stopping = true;
      wake.up();
      await looking;
      await Promise.race([
        Promise.allSettled(running.values()),
        sleep(stopMilliseconds, null, { ref: false }),
      ]);
      stopBeating();
    },
  };
}

/** Resolves once the job is marked as what became of it, or could not be. */
const marked = (boss: PgBoss, id: string, work: Promise<void>, log: StoreLog): Promise<void> =>
  work
    .then(
      () => boss.complete(runQueue, id),
      // It goes to whoever recovers what was abandoned.
      () => boss.fail(runQueue, id),
    )
    .then(
      () => {},
      (error: unknown) => log.warn("run not marked as done", { error: String(error) }),
    );

/** Says again and again that these jobs are in hand, until the answer is called. */
function beatFor(boss: PgBoss, running: ReadonlyMap<string, unknown>, log: StoreLog): () => void {
  const beat = setInterval(() => {
    if (running.size === 0) return;
    boss
      .touch(runQueue, [...running.keys()])
      .catch((error: unknown) => log.warn("heartbeat of runs failed", { error: String(error) }));
  }, heartbeatMilliseconds);
  beat.unref();
  return () => clearInterval(beat);
}

/** What is not done by then is recovered by whoever starts next. */
const stopMilliseconds = 5_000;
