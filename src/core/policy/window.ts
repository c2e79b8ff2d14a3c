// The hours in which a rule counts, in the time zone that it names.
import { z } from "zod";
import { once } from "../text/once.ts";
import { fitting, list } from "./policy-words.ts";

const days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Day = (typeof days)[number];
const dayMinutes = 24 * 60;
const minute = 60_000;

const timeOfDay = fitting("timeOfDay", (text) => /^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/.test(text));

/** As Intl and the IANA database call it. */
export const timeZone = fitting("timeZone", isTimeZone);

export const windowSchema = z.strictObject({
  /** Those on which it begins; all where they are left out. */
  days: list(z.enum(days)).optional(),
  from: timeOfDay,
  /** Before `from`: on the next day. */
  to: timeOfDay,
  timeZone,
});

export type Window = z.infer<typeof windowSchema>;

function isTimeZone(text: string): boolean {
  try {
    clockOf(text);
    return true;
  } catch {
    return false;
  }
}

export function isWithinWindow(window: Window, now: Date): boolean {
  const { day, minutes } = localTime(window.timeZone, now);
  const [from, to] = [minutesInto(window.from), minutesInto(window.to)];
  const begins = (on: number) =>
    window.days === undefined || window.days.includes(days[(on + 7) % 7] ?? "mon");
  if (from < to) return begins(day) && from <= minutes && minutes < to;
  return (begins(day) && minutes >= from) || (begins(day - 1) && minutes < to);
}

/** The next time at which it begins; null where that is in none of the next eight days. */
export function opensAt(window: Window, now: Date): Date | null {
  const start = Math.floor(now.getTime() / minute) * minute;
  const wait = minutesInto(window.from) - localTime(window.timeZone, now).minutes;
  for (let on = 0; on <= 8; on += 1) {
    const guess = start + (wait + on * dayMinutes) * minute;
    // Where the clocks have changed meanwhile, the guess is off by as much.
    const off = minutesInto(window.from) - localTime(window.timeZone, new Date(guess)).minutes;
    const begins = guess + nearest(off) * minute;
    const opens = firstWithin(window, now, begins, guess);
    if (opens !== null) return opens;
  }
  return null;
}

/** When the one that is open at `now` ends. */
export function closesAt({ from, to, timeZone: zone }: Window, now: Date): Date | null {
  const rest = { from: to === "24:00" ? "00:00" : to, to: from, timeZone: zone };
  return opensAt(rest, now);
}

/** Of a clock that shows 23:00 where midnight was meant, it is an hour, and not a day less an hour. */
const nearest = (minutes: number): number =>
  ((((minutes + dayMinutes / 2) % dayMinutes) + dayMinutes) % dayMinutes) - dayMinutes / 2;

/** At `begins`; where the clocks leave out that time, when they go on, which is between the two. */
function firstWithin(window: Window, now: Date, begins: number, guess: number): Date | null {
  const minutesAt = (at: number): number => localTime(window.timeZone, new Date(at)).minutes;
  const isLeftOut = minutesAt(begins) !== minutesInto(window.from) % dayMinutes;
  let at = isLeftOut ? Math.min(begins, guess) : begins;
  if (isLeftOut)
    while (at < Math.max(begins, guess) && nearest(minutesAt(at) - minutesAt(at - minute)) === 1)
      at += minute;
  const time = new Date(at);
  return time > now && isWithinWindow(window, time) ? time : null;
}

/** It ends when it begins: no hour at all, or every one. `00:00` to `24:00` is a day. */
export const isEmpty = ({ from, to }: Window): boolean => from === to || (from === "24:00" && to === "00:00");

const minutesInto = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** `day`: 0 is Monday. */
function localTime(timeZone: string, now: Date): Readonly<{ day: number; minutes: number }> {
  const parts = new Map(
    clockOf(timeZone)
      .formatToParts(now)
      .map(({ type, value }) => [type, value]),
  );
  const [day = "", hour, minutes] = (["weekday", "hour", "minute"] as const).map((type) => parts.get(type));
  return {
    day: days.findIndex((each) => each.startsWith(day.toLowerCase())),
    minutes: Number(hour) * 60 + Number(minutes),
  };
}

/** Making one takes longer than asking it; a policy names few zones. Throws a RangeError for what is none. */
const clockOf = once(
  (timeZone: string) =>
    new Intl.DateTimeFormat("en-US", {
      ...{ timeZone, weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
    }),
);
