// What a snapshot could not be told by Azure, wherever it stands in it.
import type { Unavailable } from "./section.ts";
import type { ClusterSnapshot } from "./snapshot.ts";

const isUnavailable = (value: object): value is Unavailable =>
  "status" in value && value.status === "unavailable" && "reason" in value;

/** Every section below that is unavailable. */
export const unreadParts = (value: unknown): readonly Unavailable[] => {
  if (typeof value !== "object" || value === null) return [];
  return isUnavailable(value) ? [value] : Object.values(value).flatMap(unreadParts);
};

/** Every section that is unavailable, those in listings and by id too. */
export const unreadIn = (snapshot: ClusterSnapshot): readonly Unavailable[] => unreadParts(snapshot);

/** Seconds until Azure may be asked again; null where it was not throttling, 1 where it did not say. */
export function throttledFor(snapshot: ClusterSnapshot): number | null {
  const throttled = unreadIn(snapshot).filter(({ reason }) => reason === "throttled");
  return throttled.length === 0
    ? null
    : Math.max(...throttled.map(({ retryAfterSeconds }) => retryAfterSeconds ?? 1));
}
