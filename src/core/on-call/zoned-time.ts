// What the clocks of a time zone show, as a moment.

import { once } from "../text/once.ts";

const dayMs = 24 * 60 * 60_000;

/**
 * `shown`: milliseconds since 1970, as if what the clocks show were UTC. Shown twice, it is the first time; never shown, it is
 * counted on from before the change, as RFC 5545 has it. Throws a RangeError for what is no zone.
 */
export function instantIn(timeZone: string, shown: number): number {
  const [before, after] = [shown - dayMs, shown + dayMs].map((near) => shown - offsetAt(timeZone, near));
  const isShown = (instant: number | undefined): instant is number =>
    instant !== undefined && instant + offsetAt(timeZone, instant) === shown;
  return isShown(before) || !isShown(after) ? (before ?? shown) : after;
}

function offsetAt(timeZone: string, instant: number): number {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = (
    ["year", "month", "day", "hour", "minute", "second"] as const
  ).map((type) => parts.get(type));
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(instant / 1_000) * 1_000;
}

const clockOf = once(
  (timeZone: string) =>
    new Intl.DateTimeFormat("en-US", {
      ...{ timeZone, year: "numeric", month: "2-digit", day: "2-digit" },
      ...{ hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
    }),
);
