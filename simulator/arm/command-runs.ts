// Commands sent with Run Command and what became of them.

export type CommandResult =
  | { state: "succeeded"; exitCode: number; logs: string }
  | { state: "failed"; reason: string };

export type CommandRun = {
  id: string;
  clusterId: string;
  startedAt: Date;
  finished: { at: Date; result: CommandResult } | null;
};

export type CommandRuns = {
  /** Starts `work` in the background; the run is there at once. */
  start(clusterId: string, work: (signal: AbortSignal) => Promise<CommandResult>): CommandRun;
  find(clusterId: string, id: string): CommandRun | undefined;
  abort(): void;
};

export function createCommandRuns(): CommandRuns {
  const runs = new Map<string, CommandRun>();
  const controller = new AbortController();
  return {
    start: (clusterId, work) => {
      const id = crypto.randomUUID().replaceAll("-", "");
      const run: CommandRun = { id, clusterId, startedAt: new Date(), finished: null };
      runs.set(id, run);
      work(controller.signal)
        .catch((error): CommandResult => ({ state: "failed", reason: String(error) }))
        .then((result) => {
          run.finished = { at: new Date(), result };
        });
      return run;
    },
    find: (clusterId, id) => {
      const run = runs.get(id.toLowerCase());
      return run !== undefined && run.clusterId.toLowerCase() === clusterId.toLowerCase() ? run : undefined;
    },
    abort: () => controller.abort(),
  };
}
