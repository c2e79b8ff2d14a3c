// Timers of the store: small work that is done again and again while it is open, and a loop that is woken when there is work.
import type { StoreLog } from "./connection.ts";

type Repeated = Readonly<{
  /** Stops, after the pass that is under way. */
  stop(): Promise<void>;
}>;

/**
 * Does `work` every so many milliseconds, never twice at a time. A failure is logged when it begins, not at every
 * pass. The timer does not keep the process alive.
 */
export function repeat(
  name: string,
  milliseconds: number,
  work: () => Promise<void>,
  log: StoreLog,
): Repeated {
  let failing = false;
  let pass: Promise<void> | null = null;
  const run = async (): Promise<void> => {
    try {
      await work();
      failing = false;
    } catch (error) {
      if (!failing) log.warn("store background work fails", { work: name, error: String(error) });
      failing = true;
    }
    pass = null;
  };
  const timer = setInterval(() => {
    pass ??= run();
  }, milliseconds);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await pass;
    },
  };
}

/** Wakes a loop that waits for work in this process. */
type Wake = Readonly<{
  up(): void;
  /** Resolves when woken, at once where that was before, or after so many milliseconds. */
  orAfter(milliseconds: number): Promise<void>;
}>;

export function createWake(): Wake {
  let woken = false;
  let resolve: (() => void) | null = null;
  return {
    up: () => {
      woken = true;
      resolve?.();
    },
    orAfter: async (milliseconds) => {
      if (!woken) {
        let timer: NodeJS.Timeout | undefined;
        await new Promise<void>((done) => {
          resolve = done;
          timer = setTimeout(done, milliseconds);
          timer.unref();
        });
        clearTimeout(timer);
        resolve = null;
      }
      woken = false;
    },
  };
}
