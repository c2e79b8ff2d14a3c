// How the work of a function grows with its input, without a clock on the wall: a busy machine changes nothing.

/** Less than that is mostly the collector of garbage, which comes or does not, in microseconds of the processor. */
const noise = 5_000;

function costOf(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return Math.max(noise, user + system);
}

/** Twice the input takes less than three times the work: linear, with room for a machine's moods, and for it to calm down in `most` rounds. */
export function expectLinear(work: (size: number) => unknown, size: number, most = 40): void {
  // The least of several, since other work can only add to it; more are taken only where it did not suffice.
  let [once, twice] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  for (let round = 0; round < most; round += 1) {
    once = Math.min(
      once,
      costOf(() => work(size)),
    );
    twice = Math.min(
      twice,
      costOf(() => work(2 * size)),
    );
    if (round > 0 && twice < 3 * once) return;
  }
  throw new Error(`Twice the input took ${(twice / once).toFixed(1)} times the work.`);
}
