// A channel's week: what is told of its incidents, which rules are noise, and when the card is due.
import type { AlertSeverity } from "../../../src/core/alert/alert.ts";
import {
  type CountedWeek,
  isNoise,
  lastMonday,
  type MeasuredIncident,
  nextMonday,
  quietFrom,
  weekBefore,
  weekFrom,
} from "../../../src/core/incident/week.ts";

const counted: CountedWeek = {
  ...{ incidents: [], before: 0, calls: 0, rules: [], causes: [], alerts: { fired: 0, alone: 0 } },
};
const incident = (
  severity: AlertSeverity | null,
  times: Partial<MeasuredIncident["times"]> = {},
): MeasuredIncident => ({
  severity,
  times: { acknowledged: null, explained: null, mitigated: null, resolved: null, ...times },
  explains: null,
});

test("incidents are counted by severity, the worst first, and by how far they came", () => {
  const week = weekFrom({
    ...counted,
    incidents: [
      incident(null, { acknowledged: 10 }),
      incident("Sev2", { acknowledged: 30, explained: 5, resolved: 90 }),
      incident("Sev1", { acknowledged: 20 }),
      incident("Sev2"),
    ],
  });
  expect(week).toMatchObject({
    ...{ opened: 4, resolved: 1, explained: 1 },
    bySeverity: [
      { severity: "Sev1", count: 1 },
      { severity: "Sev2", count: 2 },
      { severity: null, count: 1 },
    ],
    took: { acknowledged: { median: 20, of: 3 }, mitigated: null, resolved: { median: 90, of: 1 } },
  });
});

test.each([
  [41, 40, true],
  [4, 4, true],
  [10, 8, true],
  [10, 7, false],
  [2, 2, false],
  [3, 3, true],
])("a rule that fired %d times, %d of them for nothing, is noise: %s", (fired, alone, expected) => {
  expect(isNoise({ rule: "cpu", cluster: "prod-1", severity: "Sev3", fired, alone })).toBe(expected);
});

test.each([
  ["Sev0", null],
  ["Sev1", null],
  ["Sev2", "Sev1"],
  ["Sev3", "Sev2"],
  ["Sev4", "Sev3"],
] as const)("a channel hears no more of a rule of %s from %s on", (severity, from) => {
  expect(quietFrom({ rule: "cpu", cluster: "prod-1", severity, fired: 9, alone: 9 })).toBe(from);
});

test.each([
  ["2026-11-30T09:00:00.000Z", "2026-11-30T09:00:00.000Z"],
  ["2026-11-30T08:59:59.999Z", "2026-11-23T09:00:00.000Z"],
  ["2026-12-06T23:59:00.000Z", "2026-11-30T09:00:00.000Z"],
  ["2026-12-01T00:00:00.000Z", "2026-11-30T09:00:00.000Z"],
  ["2027-01-01T12:00:00.000Z", "2026-12-28T09:00:00.000Z"],
])("at %s the newest card is that of %s", (now, monday) => {
  const newest = lastMonday(new Date(now));
  expect(newest.toISOString()).toBe(monday);
  expect(weekBefore(nextMonday(newest)).from).toBe(monday);
});
