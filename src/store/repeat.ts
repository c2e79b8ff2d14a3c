// Small work that is done again and again while the store is open: sealing, signs of life.
import type { StoreLog } from "./store-log.ts";

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
