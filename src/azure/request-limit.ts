// At most twelve requests to ARM under way for one person, however many questions they have open.
import type { Requester } from "../core/requester.ts";

export type Limiter = <T>(task: () => Promise<T>) => Promise<T>;

const maximum = 12;

type Lane = { running: number; readonly waiting: (() => void)[] };

/** Lanes of people with requests under way; an idle lane is removed. */
const lanes = new Map<string, Lane>();

/** The limiter that all work of this person shares. */
export const limiterOf = (requester: Requester): Limiter => {
  const key = `${requester.tenantId}/${requester.objectId}`.toLowerCase();
  return async (task) => {
    const lane = lanes.get(key) ?? { running: 0, waiting: [] };
    lanes.set(key, lane);
    if (lane.running >= maximum) await new Promise<void>((resolve) => lane.waiting.push(resolve));
    else lane.running += 1;
    try {
      return await task();
    } finally {
      const next = lane.waiting.shift();
      if (next !== undefined) next();
      else lane.running -= 1;
      if (lane.running === 0) lanes.delete(key);
    }
  };
};
