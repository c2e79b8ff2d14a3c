// Requests in groups that waited for one another, read from the log of the local Azure.
import type { RequestLogEntry } from "../../simulator/control/request-log.ts";

/**
 * Number of ARM requests in each round trip, in order. A request belongs to the next one when it began after an answer
 * of the present one had come: it may have needed it, or waited for its place among the parallel requests.
 */
export function roundTrips(log: readonly RequestLogEntry[]): number[] {
  const reads = log
    .filter(({ path }) => path.toLowerCase().startsWith("/subscriptions"))
    .map(({ startedAt, endedAt }) => ({ start: Date.parse(startedAt), end: Date.parse(endedAt) }))
    .toSorted((a, b) => a.start - b.start);
  const counts: number[] = [];
  let firstAnswer = Number.NEGATIVE_INFINITY;
  for (const { start, end } of reads) {
    if (start >= firstAnswer) {
      counts.push(0);
      firstAnswer = end;
    }
    firstAnswer = Math.min(firstAnswer, end);
    counts.push((counts.pop() ?? 0) + 1);
  }
  return counts;
}
