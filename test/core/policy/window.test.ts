// The hours of a rule: by the clock of its own place, over midnight, and across the change of the clocks.
import { closesAt, isWithinWindow, opensAt, type Window } from "../../../src/core/policy/window.ts";

const office: Window = {
  ...{ days: ["mon", "tue", "wed", "thu", "fri"], from: "08:00", to: "18:00", timeZone: "Europe/Berlin" },
};
const night: Window = { days: ["fri"], from: "22:00", to: "06:00", timeZone: "Etc/UTC" };
const weekend: Window = { days: ["sat", "sun"], from: "00:00", to: "24:00", timeZone: "Etc/UTC" };
const daily: Window = { from: "09:00", to: "10:00", timeZone: "Asia/Kolkata" };

const leftOut: Window = { from: "02:30", to: "03:30", timeZone: "Europe/Berlin" };
const santiago: Window = { days: ["sun"], from: "00:00", to: "06:00", timeZone: "America/Santiago" };

// 25 November 2026 is a Wednesday; Berlin is one hour ahead, in summer two.
test.each<[string, Window, string, boolean]>([
  ["in it", office, "2026-11-25T12:00:00Z", true],
  ["as it begins", office, "2026-11-25T07:00:00Z", true],
  ["a minute before", office, "2026-11-25T06:59:59Z", false],
  ["as it ends", office, "2026-11-25T17:00:00Z", false],
  ["a minute before its end", office, "2026-11-25T16:59:59Z", true],
  ["on another day", office, "2026-11-28T12:00:00Z", false],
  ["by summer's clock", office, "2026-07-01T06:00:00Z", true],
  ["by summer's clock, at its end", office, "2026-07-01T16:00:00Z", false],
  ["before midnight", night, "2026-11-27T23:00:00Z", true],
  ["after midnight, on the next day", night, "2026-11-28T05:59:00Z", true],
  ["after midnight, at its end", night, "2026-11-28T06:00:00Z", false],
  ["after the midnight on which it does not begin", night, "2026-11-27T05:00:00Z", false],
  ["before midnight of another day", night, "2026-11-28T23:00:00Z", false],
  ["a whole day", weekend, "2026-11-29T23:59:59Z", true],
  ["the day behind it", weekend, "2026-11-30T00:00:00Z", false],
  ["Sunday's night, which began on Monday's eve", { ...night, days: ["sun"] }, "2026-11-30T05:00:00Z", true],
  ["a zone of half an hour", daily, "2026-11-25T03:30:00Z", true],
  ["a zone of half an hour, a minute before", daily, "2026-11-25T03:29:00Z", false],
])("%s", (_, window, now, expected) => {
  expect(isWithinWindow(window, new Date(now))).toBe(expected);
});

test.each<[string, Window, string, string]>([
  ["later today", office, "2026-11-25T03:00:30Z", "2026-11-25T07:00:00.000Z"],
  ["tomorrow", office, "2026-11-25T18:00:00Z", "2026-11-26T07:00:00.000Z"],
  ["the next one, where it is open", office, "2026-11-25T07:00:00Z", "2026-11-26T07:00:00.000Z"],
  ["behind the weekend", office, "2026-11-27T17:30:00Z", "2026-11-30T07:00:00.000Z"],
  ["in a week", night, "2026-11-27T22:00:00Z", "2026-12-04T22:00:00.000Z"],
  ["behind the change to summer's clock", office, "2026-03-27T18:00:00Z", "2026-03-30T06:00:00.000Z"],
  ["behind the change to winter's clock", office, "2026-10-23T17:00:00Z", "2026-10-26T07:00:00.000Z"],
  [
    "where a time that summer's clock leaves out would be",
    leftOut,
    "2026-03-28T20:00:00Z",
    "2026-03-29T01:00:00.000Z",
  ],
  ["behind a midnight that is left out", santiago, "2026-09-05T20:00:00Z", "2026-09-06T04:00:00.000Z"],
  [
    "on the next day, where all of it is left out",
    { ...leftOut, to: "02:45" },
    "2026-03-28T20:00:00Z",
    "2026-03-30T00:30:00.000Z",
  ],
  ["the first time of two", leftOut, "2026-10-24T20:00:00Z", "2026-10-25T00:30:00.000Z"],
])("opens %s", (_, window, now, expected) => {
  expect(opensAt(window, new Date(now))?.toISOString()).toBe(expected);
});

test.each<[string, Window, string, string]>([
  ["on the same day", office, "2026-11-25T12:00:00Z", "2026-11-25T17:00:00.000Z"],
  ["on the next day", night, "2026-11-27T22:30:00Z", "2026-11-28T06:00:00.000Z"],
  ["at midnight", weekend, "2026-11-28T22:30:00Z", "2026-11-29T00:00:00.000Z"],
  [
    "where the clocks go on meanwhile",
    { ...night, timeZone: "Europe/Berlin" },
    "2026-03-28T22:00:00Z",
    "2026-03-29T04:00:00.000Z",
  ],
])("one that is open closes %s", (_, window, now, expected) => {
  expect(closesAt(window, new Date(now))?.toISOString()).toBe(expected);
});
