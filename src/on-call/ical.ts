// A calendar by its address, which the settings know: RFC 5545. It is read in a thread of its own, since a rule of a few
// letters can take for ever.
import type { TextWork } from "../app/ports/text-work.ts";
import type { OnCallNow, OnCallSource } from "../core/on-call/on-call.ts";
import { failed, getText, type Limits } from "./http.ts";

/** By name. */
export type Calendars = Readonly<Record<string, string>>;

const mostBytes = 5_000_000;

export async function readIcal(
  { calendars, textWork }: Readonly<{ calendars: Calendars; textWork: Pick<TextWork, "readCalendar"> }>,
  { calendar, timeZone }: Extract<OnCallSource, { from: "ical" }>,
  at: Date,
  limits: Limits,
): Promise<OnCallNow> {
  const address = Object.hasOwn(calendars, calendar) ? calendars[calendar] : undefined;
  if (address === undefined) return failed({ is: "calendarUnknown", calendar });
  const text = await getText(new URL(address), { accept: "text/calendar" }, { ...limits, bytes: mostBytes });
  if (!text.ok) return text;
  const done = await textWork.readCalendar({
    text: text.got,
    at: at.toISOString(),
    timeZone: timeZone ?? null,
  });
  return done.ok ? done.read : failed({ is: "tooLarge" });
}
