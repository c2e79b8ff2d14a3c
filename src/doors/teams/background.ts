// Work that goes on after its turn was answered: kept track of, so that a stop can wait for it.
import type { Log } from "../../app/ports/services.ts";

export interface Background {
  start(name: string, work: () => Promise<void>): void;
  /** Waits for what is running, at most `milliseconds`. */
  settle(milliseconds: number): Promise<void>;
}

export function createBackground(log: Log): Background {
  const running = new Set<Promise<void>>();
  return {
    start(name, work) {
      const task: Promise<void> = work()
        .catch((error: unknown) => log.error("background work failed", { work: name, error: String(error) }))
        .finally(() => running.delete(task));
      running.add(task);
    },
    async settle(milliseconds) {
      const timer = AbortSignal.timeout(milliseconds);
      const timeout = new Promise<void>((resolve) => timer.addEventListener("abort", () => resolve()));
      // What is running may start more.
      while (running.size > 0 && !timer.aborted) await Promise.race([Promise.allSettled(running), timeout]);
    },
  };
}
