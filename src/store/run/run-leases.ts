// Which process has a run in hand: a worker that only the queue has lost sight of (the database hung, a clock was set)
// goes on, and its run is not recovered beside it.
import { type Kysely, sql } from "kysely";
import { isWorkedOn } from "../../core/run/run.ts";
import { isGone, type Process } from "../kit/processes.ts";
import type { Tables } from "../kit/tables.ts";

export type RunLeases = Readonly<{
  /** All that were given out together in one statement: each on its own would wait for a connection, and give up. */
  take(runIds: readonly string[]): Promise<void>;
  /** Done with it, however it ended. */
  release(runId: string): Promise<void>;
  /** `held`: by a process that is alive, so ask again later; `done`: nothing is left to recover; `free`: to recover. */
  stateOf(runId: string): Promise<"held" | "done" | "free">;
}>;

export function runLeases(db: Kysely<Tables>, process: Process): RunLeases {
  const me = process.id;
  // A run may have two jobs at once here: a change is approved before the job of its look is done with.
  const mine = new Map<string, number>();
  return {
    take: async (runIds) => {
      for (const runId of runIds) mine.set(runId, (mine.get(runId) ?? 0) + 1);
      await db.updateTable("runs").set({ worker: me }).where("id", "in", runIds).execute();
    },
    release: async (runId) => {
      const left = (mine.get(runId) ?? 1) - 1;
      if (left > 0) return void mine.set(runId, left);
      mine.delete(runId);
      // Nor is it taken from another process, which has it in hand by a job that came later.
      await db
        .updateTable("runs")
        .set({ worker: null })
        .where("id", "=", runId)
        .where("worker", "=", me)
        .execute();
    },
    stateOf: async (runId) => {
      if (mine.has(runId)) return "held";
      const run = await db
        .selectFrom("runs")
        .select([
          "state",
          "worker",
          sql<boolean>`coalesce(${isGone("runs.worker", process)}, true)`.as("gone"),
        ])
        .where("id", "=", runId)
        .executeTakeFirst();
      if (!run) return "done";
      const ended = !isWorkedOn(run.state);
      // It was given back, or would have been, had the database answered.
      if (run.worker === null || run.worker === me) return ended ? "done" : "free";
      return run.gone ? "free" : "held";
    },
  };
}
