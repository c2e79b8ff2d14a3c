// When a channel that follows a cluster does not ring, and what rings all the same.
import type { AlertSeverity } from "../../../src/core/alert/alert.ts";
import { type Muting, muteOf } from "../../../src/core/incident/watch.ts";

const alex = { objectId: "alex", tenantId: "tenant", displayName: "Alex Wilber" };
const hours = (from: string, to: string) => ({ from, to, timeZone: "Europe/Berlin" });
const night = hours("22:00", "07:00");
const weekend = { ...hours("00:00", "24:00"), days: ["sat" as const, "sun" as const] };
const quiet = (...windows: NonNullable<Muting["quiet"]>["windows"]): Muting => ({
  quiet: { by: alex, windows },
});
const mute = (until: string): Muting => ({ mute: { of: "person", by: alex, until, because: null } });

// 24 November 2026 is a Tuesday. Berlin is one hour ahead; the clocks went back on 25 October.
test.each<[string, Muting, string, string | null]>([
  ["nothing was said", {}, "2026-11-24T23:00:00.000Z", null],
  ["before midnight", quiet(night), "2026-11-24T22:30:00.000Z", "2026-11-25T06:00:00.000Z"],
  ["behind midnight", quiet(night), "2026-11-25T05:59:59.000Z", "2026-11-25T06:00:00.000Z"],
  ["as they end", quiet(night), "2026-11-25T06:00:00.000Z", null],
  ["by day", quiet(night), "2026-11-25T12:00:00.000Z", null],
  ["the night that the clocks go back", quiet(night), "2026-10-24T21:00:00.000Z", "2026-10-25T06:00:00.000Z"],
  [
    "to midnight of the day that the clocks go back",
    quiet(hours("01:30", "24:00")),
    "2026-10-25T00:00:00.000Z",
    "2026-10-25T23:00:00.000Z",
  ],
  [
    "a weekend on which the clocks leave out midnight",
    quiet({ ...weekend, timeZone: "America/Santiago" }),
    "2026-09-05T12:00:00.000Z",
    "2026-09-07T03:00:00.000Z",
  ],
  ["a weekend", quiet(weekend), "2026-11-28T12:00:00.000Z", "2026-11-29T23:00:00.000Z"],
  [
    "nights that join a weekend",
    quiet(night, weekend),
    "2026-11-27T21:30:00.000Z",
    "2026-11-30T06:00:00.000Z",
  ],
  ["a mute", mute("2026-11-24T14:00:00.000Z"), "2026-11-24T12:00:00.000Z", "2026-11-24T14:00:00.000Z"],
  ["a mute that is over", mute("2026-11-24T12:00:00.000Z"), "2026-11-24T12:00:00.000Z", null],
  [
    "a mute that ends in the night",
    { ...mute("2026-11-24T22:00:00.000Z"), ...quiet(night) },
    "2026-11-24T20:00:00.000Z",
    "2026-11-25T06:00:00.000Z",
  ],
  [
    "a mute that goes on behind the night",
    { ...mute("2026-11-25T10:00:00.000Z"), ...quiet(night) },
    "2026-11-24T22:00:00.000Z",
    "2026-11-25T10:00:00.000Z",
  ],
])("%s: until when", (_, watch, now, until) => {
  expect(muteOf(watch, "Sev2", now)?.until ?? null).toBe(until);
});

test.each<[AlertSeverity, string | null, string | null]>([
  ["Sev0", null, null],
  ["Sev1", "2026-11-25T10:00:00.000Z", null],
  ["Sev2", "2026-11-25T10:00:00.000Z", "2026-11-25T06:00:00.000Z"],
])("%s under a mute, and in quiet hours", (severity, muted, inQuiet) => {
  const now = "2026-11-25T01:00:00.000Z";
  expect(muteOf(mute("2026-11-25T10:00:00.000Z"), severity, now)?.until ?? null).toBe(muted);
  expect(muteOf(quiet(night), severity, now)?.until ?? null).toBe(inQuiet);
});
