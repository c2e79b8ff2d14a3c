// Many calls of a moment as one: under load, a statement for each costs the database more than what it does.
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What comes within so many milliseconds of the first, or while a batch is under way, is one batch. `act` answers in
 * the order of its items, or fails for all of them.
 */
export function batched<T, R>(
  milliseconds: number,
  act: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  type Waiting = Readonly<{ item: T; resolve: (result: R) => void; reject: (error: unknown) => void }>;
  let waiting: Waiting[] = [];
  let working = false;

  const work = async (): Promise<void> => {
    working = true;
    while (waiting.length > 0) {
      await sleep(milliseconds);
      const batch = waiting;
      waiting = [];
      try {
        const results = await act(batch.map(({ item }) => item));
        for (const [index, { resolve }] of batch.entries()) resolve(results[index] as R);
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    working = false;
  };
  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!working) void work();
    });
}
