// One subject of a snapshot: read whole, or unavailable with the permission that would settle it.
import type { Answered } from "./arm-failure.ts";
import type { Permission } from "./permission.ts";
import type { WhyUnread } from "./why-unread.ts";

/**
 * `denied`: 401 or 403. `notVisible`: 404 where nothing proves that we may see it.
 * `notReached`: it was never asked for, because what leads to it is unavailable.
 */
export type UnavailableReason = "denied" | "notVisible" | "throttled" | "timedOut" | "failed" | "notReached";

export type Collected<T> = Readonly<{ status: "collected"; data: T }>;
export type Unavailable = Readonly<{
  status: "unavailable";
  reason: UnavailableReason;
  /** What could not be read and why. */
  message: WhyUnread;
  needs: readonly Permission[];
  /** Where Azure said when to ask again. */
  retryAfterSeconds?: number;
  /** Left out where Azure was not asked. */
  answered?: Answered;
}>;

export type Section<T> = Collected<T> | Unavailable;

export const collected = <T>(data: T): Collected<T> => ({ status: "collected", data });

export const unavailable = (
  reason: UnavailableReason,
  message: WhyUnread,
  needs: readonly Permission[] = [],
): Unavailable => ({ status: "unavailable", reason, message, needs });
