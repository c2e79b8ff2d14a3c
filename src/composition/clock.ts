// Whether this machine's clock can be believed. What Teams and Entra sign is valid from one moment to another; where
// our clock is wrong it is refused, everybody's, and readiness has to say so.
import type { Clock } from "../app/ports/services.ts";

/** What is allowed between two clocks where a token is checked. */
const toleratedMilliseconds = 300_000;
/** The clock may be set while we run, so it is held against one that cannot be. */
const setBy = 60_000;
const lookMilliseconds = 2_000;

type ClockWatch = Readonly<{
  /** Null where the clock is right, or nobody could be asked; else one sentence. */
  problem(): string | null;
  stop(): void;
}>;

type ClockSources = Readonly<{
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds since whenever; never set. */
  steady(): number;
  /** The time elsewhere, in milliseconds since 1970; null where it is not told. */
  elsewhere(): Promise<number | null>;
}>;

/** Asks elsewhere at the start, when the clock was set, and for as long as it is wrong. */
export function watchClock(sources: ClockSources, every = lookMilliseconds): ClockWatch {
  const offset = () => sources.now() - sources.steady();
  let believed: number | null = null;
  let off = 0;
  const look = async (): Promise<void> => {
    const current = offset();
    if (believed !== null && Math.abs(current - believed) < setBy) return;
    const told = await sources.elsewhere().catch(() => null);
    if (told === null) return;
    off = sources.now() - told;
    believed = Math.abs(off) < toleratedMilliseconds ? current : null;
  };
  const timer = setInterval(() => void look(), every);
  timer.unref();
  void look();
  return {
    problem: () => (Math.abs(off) < toleratedMilliseconds ? null : sentence(off)),
    stop: () => clearInterval(timer),
  };
}

const sentence = (off: number): string =>
  `The clock of this machine is ${Math.round(Math.abs(off) / 60_000)} minutes ${off > 0 ? "ahead" : "behind"}: ` +
  "what Teams and Entra sign is refused until it is set right.";

/** What the answer to a request for this address says of the time, and nothing else of it. */
export async function timeAt(url: string): Promise<number | null> {
  const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(5_000) });
  const told = Date.parse(answer.headers.get("date") ?? "");
  // Seconds that a cache on the way has kept it for.
  const age = Number(answer.headers.get("age") ?? 0);
  return Number.isNaN(told + age) ? null : told + age * 1_000;
}

/** The time of this machine. */
export const systemClock: Clock = {
  now: () => new Date(),
  sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
};
