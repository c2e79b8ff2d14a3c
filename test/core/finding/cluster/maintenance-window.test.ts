// Planned maintenance windows at a moment: when each kind is open, and when it is not.
import { maintenanceAt, nextWindow } from "../../../../src/core/finding/cluster/maintenance-window.ts";
import type { MaintenanceSchedule, MaintenanceWindow } from "../../../../src/core/snapshot/cluster.ts";

const none = { weekHours: [], notAllowedTimes: [] };

const windowOf = (schedule: MaintenanceSchedule, patch: Partial<MaintenanceWindow> = {}) => ({
  ...{ name: "default", ...none },
  window: {
    schedule,
    ...{ startTime: "02:00", durationHours: 4, utcOffset: "+00:00", notAllowedDates: [] },
    ...patch,
  },
});

const daily = { is: "daily", intervalDays: 1 } as const;
const everyThird = { is: "daily", intervalDays: 3 } as const;
const fridays = { is: "weekly", intervalWeeks: 1, dayOfWeek: "Friday" } as const;
const everyOther = { is: "weekly", intervalWeeks: 2, dayOfWeek: "Friday" } as const;
const the15th = { is: "absoluteMonthly", intervalMonths: 1, dayOfMonth: 15 } as const;
const quarterly = { is: "absoluteMonthly", intervalMonths: 3, dayOfMonth: 15 } as const;
const second = {
  is: "relativeMonthly",
  intervalMonths: 1,
  weekIndex: "Second",
  dayOfWeek: "Tuesday",
} as const;
const last = { is: "relativeMonthly", intervalMonths: 1, weekIndex: "Last", dayOfWeek: "Friday" } as const;
const tuesdayHours = {
  name: "default",
  weekHours: [{ day: "Tuesday", hours: [1, 2] }],
  notAllowedTimes: [{ start: "2026-11-24T02:00:00Z", end: "2026-11-24T02:30:00Z" }],
};

// 27 November 2026 is a Friday.
const rows: readonly (readonly [
  when: string,
  what: Parameters<typeof maintenanceAt>[0],
  at: string,
  open: string,
])[] = [
  ["daily, as it opens", windowOf(daily), "2026-11-27T02:00:00Z", "2026-11-27T06:00:00.000Z"],
  ["daily, before", windowOf(daily), "2026-11-27T01:59:59Z", "closed"],
  ["daily, as it ends", windowOf(daily), "2026-11-27T06:00:00Z", "closed"],
  [
    "past midnight",
    windowOf(daily, { startTime: "23:00" }),
    "2026-11-27T01:00:00Z",
    "2026-11-27T03:00:00.000Z",
  ],
  [
    "weekly, past midnight of its day",
    windowOf(fridays, { startTime: "22:00" }),
    "2026-11-28T01:00:00Z",
    "2026-11-28T02:00:00.000Z",
  ],
  ["weekly, the day before", windowOf(fridays), "2026-11-26T03:00:00Z", "closed"],
  ["weekly, on its day", windowOf(fridays), "2026-11-27T03:00:00Z", "2026-11-27T06:00:00.000Z"],
  [
    "east of Greenwich it is Friday already",
    windowOf(fridays, { utcOffset: "+05:30", startTime: "00:00" }),
    "2026-11-26T19:00:00Z",
    "2026-11-26T22:30:00.000Z",
  ],
  [
    "west of it, it is still Thursday",
    windowOf(fridays, { utcOffset: "-08:00", startTime: "00:00" }),
    "2026-11-27T03:00:00Z",
    "closed",
  ],
  [
    "not on a date that is barred",
    windowOf(daily, { notAllowedDates: [{ start: "2026-11-26", end: "2026-11-27" }] }),
    "2026-11-27T03:00:00Z",
    "closed",
  ],
  [
    "on the day after",
    windowOf(daily, { notAllowedDates: [{ start: "2026-11-25", end: "2026-11-26" }] }),
    "2026-11-27T03:00:00Z",
    "2026-11-27T06:00:00.000Z",
  ],
  ["before its first day", windowOf(daily, { startDate: "2026-11-28" }), "2026-11-27T03:00:00Z", "closed"],
  [
    "every third day, counted",
    windowOf(everyThird, { startDate: "2026-11-24" }),
    "2026-11-27T03:00:00Z",
    "2026-11-27T06:00:00.000Z",
  ],
  [
    "every third day, between",
    windowOf(everyThird, { startDate: "2026-11-25" }),
    "2026-11-27T03:00:00Z",
    "closed",
  ],
  ["every third day, since nobody says when", windowOf(everyThird), "2026-11-27T03:00:00Z", "unknown"],
  ["at another hour of such a day", windowOf(everyThird), "2026-11-27T12:00:00Z", "closed"],
  [
    "every other Friday",
    windowOf(everyOther, { startDate: "2026-11-13" }),
    "2026-11-27T03:00:00Z",
    "2026-11-27T06:00:00.000Z",
  ],
  ["the Friday between", windowOf(everyOther, { startDate: "2026-11-20" }), "2026-11-27T03:00:00Z", "closed"],
  ["the 15th", windowOf(the15th), "2026-11-15T03:00:00Z", "2026-11-15T06:00:00.000Z"],
  ["the 16th", windowOf(the15th), "2026-11-16T03:00:00Z", "closed"],
  [
    "each quarter",
    windowOf(quarterly, { startDate: "2026-08-15" }),
    "2026-11-15T03:00:00Z",
    "2026-11-15T06:00:00.000Z",
  ],
  [
    "a month of the quarter",
    windowOf(quarterly, { startDate: "2026-09-01" }),
    "2026-11-15T03:00:00Z",
    "closed",
  ],
  ["the second Tuesday", windowOf(second), "2026-11-10T03:00:00Z", "2026-11-10T06:00:00.000Z"],
  ["the third Tuesday", windowOf(second), "2026-11-17T03:00:00Z", "closed"],
  ["the last Friday", windowOf(last), "2026-11-27T03:00:00Z", "2026-11-27T06:00:00.000Z"],
  ["the Friday before it", windowOf(last), "2026-11-20T03:00:00Z", "closed"],
  ["of a kind that nobody knows", windowOf({ is: "other" }), "2026-11-27T03:00:00Z", "unknown"],
  ["the older form", tuesdayHours, "2026-11-24T01:30:00Z", "2026-11-24T02:00:00.000Z"],
  [
    "the older form, as long as one hour follows another, over midnight",
    {
      ...tuesdayHours,
      weekHours: [
        { day: "Saturday", hours: Array.from({ length: 24 }, (_, hour) => hour) },
        { day: "Sunday", hours: [0, 1, 3] },
      ],
    },
    "2026-11-28T00:10:00Z",
    "2026-11-29T02:00:00.000Z",
  ],
  ["the older form, barred", tuesdayHours, "2026-11-24T02:10:00Z", "closed"],
  ["the older form, after that", tuesdayHours, "2026-11-24T02:40:00Z", "2026-11-24T03:00:00.000Z"],
  ["the older form, at another hour", tuesdayHours, "2026-11-24T03:30:00Z", "closed"],
  ["planned elsewhere", { name: "default", ...none }, "2026-11-24T03:30:00Z", "unknown"],
];

test.each(rows)("%s", (_when, configuration, at, expected) => {
  const state = maintenanceAt(configuration, Date.parse(at));
  expect(state.is === "open" ? state.until : state.is).toBe(expected);
});

test.each<readonly [string, (typeof rows)[number][1], string, string]>([
  ["later today", windowOf(daily), "2026-11-27T01:00:00Z", "2026-11-27T02:00:00.000Z"],
  ["tomorrow, as it has ended today", windowOf(daily), "2026-11-27T06:00:00Z", "2026-11-28T02:00:00.000Z"],
  ["while it is open", windowOf(daily), "2026-11-27T03:00:00Z", "open"],
  ["next week", windowOf(fridays), "2026-11-27T07:00:00Z", "2026-12-04T02:00:00.000Z"],
  [
    "at its own offset",
    windowOf(fridays, { utcOffset: "-05:00" }),
    "2026-11-26T00:00:00Z",
    "2026-11-27T07:00:00.000Z",
  ],
  ["next month", windowOf(the15th), "2026-11-27T07:00:00Z", "2026-12-15T02:00:00.000Z"],
  [
    "after the days that are barred",
    windowOf(daily, { notAllowedDates: [{ start: "2026-11-28", end: "2026-12-02" }] }),
    "2026-11-27T07:00:00Z",
    "2026-12-03T02:00:00.000Z",
  ],
  ["counted from a day that nobody says", windowOf(everyOther), "2026-11-28T00:00:00Z", "unknown"],
  ["the older form", tuesdayHours, "2026-11-25T00:00:00Z", "2026-12-01T01:00:00.000Z"],
])("the next one: %s", (_when, configuration, at, expected) => {
  const next = nextWindow(configuration, Date.parse(at));
  expect(next.is === "next" ? next.from : next.is).toBe(expected);
});
