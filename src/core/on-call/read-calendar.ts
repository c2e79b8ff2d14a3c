// Who is on call by a calendar (RFC 5545): the people of the events that go on at a time. What ical.js cannot read, and a zone
// that the calendar does not define, make it unreadable as a whole: a wrong name at night is worse than none.
import ICAL from "ical.js";
import { type OnCallNow, type OnCallPerson, type OnCallSpan, type OnCallUnread, shiftAt } from "./on-call.ts";
import { instantIn } from "./zoned-time.ts";

/** `at`: ISO. `timeZone`: of whole days and of times without a zone; null: what the calendar says of itself, else UTC. */
export type CalendarQuestion = Readonly<{ text: string; at: string; timeZone: string | null }>;

const mostEvents = 5_000;
/** Of all its rules together. */
const mostOccurrences = 100_000;
/** As far as a zone can be off. */
const zoneMs = 26 * 60 * 60_000;

export function readCalendar({ text, at, timeZone }: CalendarQuestion): OnCallNow {
  try {
    const calendar = new ICAL.Component(ICAL.parse(text));
    if (calendar.name !== "vcalendar") return unread({ is: "unreadable" });
    const events = calendar.getAllSubcomponents("vevent");
    if (events.length > mostEvents) return unread({ is: "tooLarge" });
    const own = calendar.getFirstPropertyValue("x-wr-timezone");
    const zone = timeZone ?? (typeof own === "string" && isZone(own) ? own : "UTC");
    const reading = { at: new Date(at), zone, left: mostOccurrences };
    const spans = spansOf(events, reading);
    return reading.left < 0 ? unread({ is: "tooLarge" }) : { ok: true, ...shiftAt(spans, reading.at) };
  } catch (error) {
    return unread(
      error instanceof UnknownZone ? { is: "zoneUnknown", zone: error.zone } : { is: "unreadable" },
    );
  }
}

const unread = (why: OnCallUnread): OnCallNow => ({ ok: false, unread: why });

class UnknownZone extends Error {
  readonly zone: string;
  constructor(zone: string) {
    super("a time zone is not defined");
    this.zone = zone.slice(0, 100);
  }
}

function isZone(name: string): boolean {
  try {
    return instantIn(name, 0) !== null;
  } catch {
    return false;
  }
}

type Reading = { readonly at: Date; readonly zone: string; left: number };

function spansOf(components: readonly ICAL.Component[], reading: Reading): readonly OnCallSpan[] {
  const moved = Map.groupBy(
    components.filter((each) => each.hasProperty("recurrence-id")),
    (each) => String(each.getFirstPropertyValue("uid")),
  );
  return components.flatMap((component) => {
    if (component.hasProperty("recurrence-id")) return spansOfOne(component, reading);
    const exceptions = moved.get(String(component.getFirstPropertyValue("uid"))) ?? [];
    const event = new ICAL.Event(component, { strictExceptions: true, exceptions });
    return event.isRecurring() ? occurrences(event, reading) : spansOfOne(component, reading);
  });
}

/** One that stands for itself: it does not recur, or is moved to where it stands. */
function spansOfOne(component: ICAL.Component, reading: Reading): readonly OnCallSpan[] {
  const event = new ICAL.Event(component, { strictExceptions: true, exceptions: [] });
  return spans(event, event.startDate, event.endDate, reading);
}

function occurrences(event: ICAL.Event, reading: Reading): readonly OnCallSpan[] {
  const found: OnCallSpan[] = [];
  const until = reading.at.getTime() + zoneMs;
  const iterator = event.iterator();
  for (let next = iterator.next(); next && roughly(next) <= until; next = iterator.next()) {
    reading.left -= 1;
    if (reading.left < 0) return [];
    const { item, startDate, endDate } = event.getOccurrenceDetails(next);
    // One that was moved stands for itself.
    if (item.component === event.component || item.modifiesFuture())
      found.push(...spans(item, startDate, endDate, reading));
  }
  return found;
}

function spans(event: ICAL.Event, start: ICAL.Time, end: ICAL.Time, reading: Reading): readonly OnCallSpan[] {
  const { at, zone } = reading;
  const isNear = roughly(start) - zoneMs <= at.getTime() && at.getTime() <= roughly(end) + zoneMs;
  if (!isNear || isCancelled(event.component)) return [];
  const [from, to] = [start, end].map((time) => instantOf(time, event.component, zone));
  if (from === undefined || to === undefined) return [];
  return peopleOf(event.component).map((person) => ({ person, start: from, end: to }));
}

const isCancelled = (component: ICAL.Component): boolean =>
  String(component.getFirstPropertyValue("status") ?? "").toUpperCase() === "CANCELLED";

/** Where a zone is not known, as if it were UTC. */
const roughly = (time: ICAL.Time): number => time.toUnixTime() * 1_000;

function instantOf(time: ICAL.Time, component: ICAL.Component, zone: string): number {
  const isFloating = time.isDate || time.zone.tzid === "floating";
  if (!isFloating) return roughly(time);
  const named = time.isDate ? null : component.getFirstProperty("dtstart")?.getParameter("tzid");
  if (typeof named === "string") throw new UnknownZone(named);
  const { year, month, day, hour, minute, second } = time;
  return instantIn(zone, Date.UTC(year, month - 1, day, time.isDate ? 0 : hour, minute, second));
}

/** Those who are invited and have not declined; without any, whom the title names. */
function peopleOf(component: ICAL.Component): readonly OnCallPerson[] {
  const invited = component.getAllProperties("attendee").flatMap((property) => {
    const parameter = (name: string) => String(property.getParameter(name) ?? "");
    const kind = parameter("cutype").toUpperCase();
    const isPerson = kind === "" || kind === "INDIVIDUAL";
    if (!isPerson || parameter("partstat").toUpperCase() === "DECLINED") return [];
    const [, address] = /^mailto:(.+)$/i.exec(String(property.getFirstValue())) ?? [];
    const name = parameter("cn") || address;
    return name === undefined ? [] : [{ name: named(name), ...(address !== undefined && { address }) }];
  });
  if (invited.length > 0) return invited;
  const title = String(component.getFirstPropertyValue("summary") ?? "").trim();
  const [address] = /[^\s<>()",:;]+@[^\s<>()",:;]+\.[^\s<>()",:;]+/.exec(title.slice(0, longestName)) ?? [];
  return title === "" ? [] : [{ name: named(title), ...(address !== undefined && { address }) }];
}

const longestName = 200;
const named = (text: string): string => text.trim().slice(0, longestName);
