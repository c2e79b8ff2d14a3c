// Who is on call by a calendar: a calendar and a time in, people and the end of their shift out.
import { readCalendar } from "../../../src/core/on-call/read-calendar.ts";
import { instantIn } from "../../../src/core/on-call/zoned-time.ts";

const calendarOf = (...parts: readonly string[]) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Contoso//Rota//EN", ...parts, "END:VCALENDAR", ""].join(
    "\r\n",
  );
const event = (uid: string, ...lines: readonly string[]) =>
  ["BEGIN:VEVENT", `UID:${uid}`, "DTSTAMP:20260101T000000Z", ...lines, "END:VEVENT"].join("\r\n");

const berlin = [
  "BEGIN:VTIMEZONE",
  "TZID:W. Europe Standard Time",
  ...["BEGIN:STANDARD", "DTSTART:16010101T030000", "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100"],
  ...["RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10", "END:STANDARD"],
  ...["BEGIN:DAYLIGHT", "DTSTART:16010101T020000", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200"],
  ...["RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "END:DAYLIGHT"],
  "END:VTIMEZONE",
].join("\r\n");

const ask = (text: string, at: string, timeZone: string | null = null) =>
  readCalendar({ text, at, timeZone });

/** `Names until TIME`, or why it was not read. */
function said(text: string, at: string, timeZone: string | null = null): string {
  const read = ask(text, at, timeZone);
  if (!read.ok) return read.unread.is;
  const names = read.people.map(({ name }) => name).join(" and ");
  return `${names === "" ? "nobody" : names} until ${read.until?.replace(":00.000Z", "Z") ?? "?"}`;
}

const night = calendarOf(
  event("1", "SUMMARY:Megan Bowen", "DTSTART:20261201T180000Z", "DTEND:20261202T060000Z"),
  event("2", "SUMMARY:Alex Wilber", "DTSTART:20261202T060000Z", "DURATION:PT12H"),
);
const daily = calendarOf(
  berlin,
  event(
    ...["1", "SUMMARY:Megan Bowen", "DTSTART;TZID=W. Europe Standard Time:20260101T180000"],
    ...["DTEND;TZID=W. Europe Standard Time:20260102T080000", "RRULE:FREQ=DAILY"],
    "EXDATE;TZID=W. Europe Standard Time:20261224T180000",
  ),
  event(
    ...["1", "SUMMARY:Adele Vance", "RECURRENCE-ID;TZID=W. Europe Standard Time:20261211T180000"],
    ...["DTSTART;TZID=W. Europe Standard Time:20261211T200000"],
    "DTEND;TZID=W. Europe Standard Time:20261212T080000",
  ),
  event(
    ...["1", "SUMMARY:Diego Siciliani", "RECURRENCE-ID;TZID=W. Europe Standard Time:20270301T180000"],
    ...["DTSTART;TZID=W. Europe Standard Time:20261205T100000"],
    "DTEND;TZID=W. Europe Standard Time:20261205T120000",
  ),
);
const days = (...more: readonly string[]) =>
  calendarOf(
    ...more,
    event("1", "SUMMARY:Megan Bowen", "DTSTART;VALUE=DATE:20261130", "DTEND;VALUE=DATE:20261207"),
    event("2", "SUMMARY:Alex Wilber", "DTSTART;VALUE=DATE:20261207"),
  );
const weekly = calendarOf(
  event(
    ...["1", "SUMMARY:Megan Bowen", "DTSTART;VALUE=DATE:20261005", "DTEND;VALUE=DATE:20261012"],
    "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=5",
  ),
  event(
    ...["2", "SUMMARY:Alex Wilber", "DTSTART;VALUE=DATE:20261012", "DTEND;VALUE=DATE:20261019"],
    "RRULE:FREQ=WEEKLY;INTERVAL=2;UNTIL=20261109",
  ),
);

test.each([
  ["a shift has begun when it begins", night, "2026-12-01T18:00Z", "Megan Bowen until 2026-12-02T06:00Z"],
  ["and has ended when it ends", night, "2026-12-02T06:00Z", "Alex Wilber until 2026-12-02T18:00Z"],
  ["nobody before the first", night, "2026-12-01T17:59Z", "nobody until ?"],
  ["no event at all", calendarOf(), "2026-12-01T18:00Z", "nobody until ?"],

  ["a rule, in winter", daily, "2026-12-01T17:00Z", "Megan Bowen until 2026-12-02T07:00Z"],
  ["a rule, in summer", daily, "2026-07-01T16:00Z", "Megan Bowen until 2026-07-02T06:00Z"],
  ["not an hour too early in winter", daily, "2026-12-01T16:30Z", "nobody until ?"],
  ["the night in which clocks go on", daily, "2026-03-28T18:00Z", "Megan Bowen until 2026-03-29T06:00Z"],
  ["the night in which they go back", daily, "2026-10-24T18:00Z", "Megan Bowen until 2026-10-25T07:00Z"],
  ["a night that is left out", daily, "2026-12-24T18:00Z", "nobody until ?"],
  ["a night that somebody else took, later", daily, "2026-12-11T18:00Z", "nobody until ?"],
  ["when it has begun", daily, "2026-12-11T20:00Z", "Adele Vance until 2026-12-12T07:00Z"],
  ["moved here from far ahead", daily, "2026-12-05T09:30Z", "Diego Siciliani until 2026-12-05T11:00Z"],
  ["and it is gone from there", daily, "2027-03-01T18:00Z", "nobody until ?"],

  ["every other week", weekly, "2026-11-04T12:00Z", "Megan Bowen until 2026-11-09T00:00Z"],
  ["until the last that a rule names", weekly, "2026-11-10T12:00Z", "Alex Wilber until 2026-11-16T00:00Z"],
  ["not after it", weekly, "2026-11-24T12:00Z", "nobody until ?"],
  ["as often as a rule counts", weekly, "2026-12-02T12:00Z", "Megan Bowen until 2026-12-07T00:00Z"],
  ["and no oftener", weekly, "2026-12-15T12:00Z", "nobody until ?"],

  [
    "an event that was called off",
    calendarOf(
      event("1", "SUMMARY:Megan", "STATUS:CANCELLED", "DTSTART:20261201T180000Z", "DTEND:20261202T060000Z"),
    ),
    "2026-12-01T18:00Z",
    "nobody until ?",
  ],
  [
    "two at once, until the first of them goes",
    calendarOf(
      event("1", "SUMMARY:Megan", "DTSTART:20261201T180000Z", "DTEND:20261202T060000Z"),
      event("2", "SUMMARY:Alex", "DTSTART:20261201T120000Z", "DTEND:20261202T000000Z"),
    ),
    "2026-12-01T18:00Z",
    "Megan and Alex until 2026-12-02T00:00Z",
  ],
  [
    "a moment is no shift",
    calendarOf(event("1", "SUMMARY:Megan", "DTSTART:20261201T180000Z")),
    "2026-12-01T18:00Z",
    "nobody until ?",
  ],
])("%s", (_, text, at, expected) => {
  expect(said(text, at)).toBe(expected);
});

test.each([
  ["in UTC where nothing is said", days(), null, "2026-12-01T12:00Z", "Megan Bowen until 2026-12-07T00:00Z"],
  [
    "in the calendar's own zone",
    days("X-WR-TIMEZONE:Asia/Shanghai"),
    null,
    "2026-11-29T16:00Z",
    "Megan Bowen until 2026-12-06T16:00Z",
  ],
  [
    "in the policy's zone before that",
    days("X-WR-TIMEZONE:Asia/Shanghai"),
    "Europe/Berlin",
    "2026-12-06T22:30Z",
    "Megan Bowen until 2026-12-06T23:00Z",
  ],
  [
    "without an end it is one day",
    days(),
    "Europe/Berlin",
    "2026-12-06T23:00Z",
    "Alex Wilber until 2026-12-07T23:00Z",
  ],
  [
    "its own zone is none",
    days("X-WR-TIMEZONE:Middle/Earth"),
    null,
    "2026-12-01T12:00Z",
    "Megan Bowen until 2026-12-07T00:00Z",
  ],
])("whole days: %s", (_, text, zone, at, expected) => {
  expect(said(text, at, zone)).toBe(expected);
});

test.each([
  [
    "those who are invited, not the title",
    ["SUMMARY:On call", "ATTENDEE;CN=Megan Bowen:mailto:megan@contoso.com"],
    { name: "Megan Bowen", address: "megan@contoso.com" },
  ],
  [
    "without a name, by their address",
    ["SUMMARY:On call", "ATTENDEE:MAILTO:megan@contoso.com"],
    { name: "megan@contoso.com", address: "megan@contoso.com" },
  ],
  [
    "nobody who declined, and no room",
    [
      "SUMMARY:Alex",
      "ATTENDEE;PARTSTAT=DECLINED:mailto:m@contoso.com",
      "ATTENDEE;CUTYPE=ROOM:mailto:r@contoso.com",
    ],
    { name: "Alex" },
  ],
  [
    "an address in the title",
    ["SUMMARY:On call: megan@contoso.com (primary)"],
    { name: "On call: megan@contoso.com (primary)", address: "megan@contoso.com" },
  ],
  ["a comma in the title", ["SUMMARY:Bowen\\, Megan"], { name: "Bowen, Megan" }],
])("who it is: %s", (_, lines, person) => {
  const text = calendarOf(event("1", "DTSTART:20261201T180000Z", "DTEND:20261202T060000Z", ...lines));
  expect(ask(text, "2026-12-01T18:00Z")).toMatchObject({ ok: true, people: [person] });
});

test.each([
  ["no calendar", "<!DOCTYPE html><title>Sign in</title>", "unreadable"],
  ["empty", "", "unreadable"],
  ["cut off", night.slice(0, 150), "unreadable"],
  ["a card of a person", "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Megan\r\nEND:VCARD\r\n", "unreadable"],
  ["a time that is none", calendarOf(event("1", "SUMMARY:Megan", "DTSTART:soon")), "unreadable"],
  [
    "a zone that is not defined",
    calendarOf(
      event("1", "SUMMARY:Megan", "DTSTART;TZID=Mars:20261201T180000", "DTEND;TZID=Mars:20261202T060000"),
    ),
    "zoneUnknown",
  ],
  [
    "a rule of seconds",
    calendarOf(
      event("1", "SUMMARY:Megan", "DTSTART:20200101T000000Z", "DURATION:PT1S", "RRULE:FREQ=SECONDLY"),
    ),
    "tooLarge",
  ],
  ["too many events", calendarOf(...Array(5_001).fill(event("1", "DTSTART:20261201T180000Z"))), "tooLarge"],
])("not read: %s", (_, text, expected) => {
  expect(said(text, "2026-12-01T18:00Z")).toBe(expected);
});

test("a zone that is not defined, of an event that is long over, does no harm", () => {
  const old = event(
    "0",
    "SUMMARY:Old",
    "DTSTART;TZID=Mars:20200101T180000",
    "DTEND;TZID=Mars:20200102T060000",
  );
  expect(
    said(
      calendarOf(old, event("1", "SUMMARY:Megan", "DTSTART:20261201T180000Z", "DURATION:PT1H")),
      "2026-12-01T18:00Z",
    ),
  ).toBe("Megan until 2026-12-01T19:00Z");
});

const shown = (text: string) => Date.parse(`${text}Z`);
test.each([
  ["in winter", "Europe/Berlin", "2026-12-01T18:00", "2026-12-01T17:00"],
  ["in summer", "Europe/Berlin", "2026-07-01T18:00", "2026-07-01T16:00"],
  ["left out by the clocks", "Europe/Berlin", "2026-03-29T02:30", "2026-03-29T01:30"],
  ["shown twice", "Europe/Berlin", "2026-10-25T02:30", "2026-10-25T00:30"],
  ["just after they went on", "Europe/Berlin", "2026-03-29T03:00", "2026-03-29T01:00"],
  ["half an hour off", "Asia/Kolkata", "2026-12-01T00:00", "2026-11-30T18:30"],
  ["behind UTC", "America/New_York", "2026-11-01T01:30", "2026-11-01T05:30"],
])("what clocks show, %s", (_, zone, local, utc) => {
  expect(new Date(instantIn(zone, shown(local)))).toEqual(new Date(shown(utc)));
});
