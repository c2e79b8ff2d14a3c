// Many calls of a moment as one: under load, a statement for each costs the database more than what it does.
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What comes within so many milliseconds of the first, or while a batch is under way, is one batch. `act` answers in
 * the order of its items; where it fails for several, it is asked for each alone.
 */
export function batched<T, R>(
  milliseconds: number,
  act: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  type Waiting = Readonly<{ item: T; resolve: (result: R) => void; reject: (error: unknown) => void }>;
  let waiting: Waiting[] = [];
  let working = false;

  const alone = ({ item, resolve, reject }: Waiting): Promise<void> =>
    act([item]).then(([result]) => resolve(result as R), reject);
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
        // One of them may be at fault: the others do not wait for it.
        if (batch.length === 1) for (const { reject } of batch) reject(error);
        else await Promise.all(batch.map(alone));
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
