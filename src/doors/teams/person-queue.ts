// Whoever sends much waits for themselves: of one person only so many things are done at a time, in the order in which
// they came, and nobody else waits for them.

type PersonQueueLimits = Readonly<{
  atOnce: number;
  /** How many of one person may wait; one more is refused. */
  waiting: number;
}>;

/** Refused, for the first time since this person's queue was empty, or again. */
export type Full = "full" | "stillFull";

export type Place = Readonly<{
  /** Resolves when it is its turn. */
  turn: Promise<void>;
  /** To be called once, also by who does nothing with it. */
  leave(): void;
}>;

export type PersonQueue = Readonly<{
  enter(person: string): Place | Full;
  run<T>(person: string, work: () => Promise<T>): Promise<T | Full>;
}>;

type Line = { atWork: number; readonly waiting: (() => void)[]; refused: boolean };

export function createPersonQueue({ atOnce, waiting }: PersonQueueLimits): PersonQueue {
  const lines = new Map<string, Line>();

  function enter(person: string): Place | Full {
    const line = lines.get(person) ?? { atWork: 0, waiting: [], refused: false };
    if (line.waiting.length >= waiting) {
      const again = line.refused;
      line.refused = true;
      return again ? "stillFull" : "full";
    }
    lines.set(person, line);
    const leave = () => {
      const next = line.waiting.shift();
      if (next !== undefined) return next();
      line.atWork -= 1;
      if (line.atWork === 0) lines.delete(person);
    };
    if (line.atWork < atOnce) {
      line.atWork += 1;
      return { turn: Promise.resolve(), leave };
    }
    return { turn: new Promise((resolve) => line.waiting.push(resolve)), leave };
  }

  return {
    enter,
    run: async (person, work) => {
      const place = enter(person);
      if (typeof place === "string") return place;
      await place.turn;
      return work().finally(place.leave);
    },
  };
}
