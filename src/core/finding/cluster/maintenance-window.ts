// Whether a planned maintenance window is open at a moment. Times are milliseconds.
// https://learn.microsoft.com/azure/aks/planned-maintenance

import {
  advise,
  notApplicable,
  notAssessed,
  notConfigured,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { type Columns, columns } from "../../outcome/columns.ts";
import { holdsOperation } from "../../outcome/operation.ts";
import type {
  MaintenanceConfiguration,
  MaintenanceSchedule,
  MaintenanceWindow,
} from "../../snapshot/cluster.ts";
import { defineCheck } from "../kit/define-check.ts";

/** `unknown`: it repeats in a way that nobody here knows, or nobody says since when. `until`: ISO 8601. */
type WindowState = Readonly<{ is: "open"; until: string } | { is: "closed" } | { is: "unknown" }>;

const hourMs = 60 * 60_000;
const dayMs = 24 * hourMs;
const weekDays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const closed: WindowState = { is: "closed" };

/** `+05:30` and `-07:00`; UTC where nothing else is said. */
function offsetOf(text: string): number {
  const parts = /^([+-])(\d{1,2}):(\d{2})$/.exec(text);
  if (parts === null) return 0;
  const [, sign, hours, minutes] = parts;
  return (sign === "-" ? -1 : 1) * (Number(hours) * hourMs + Number(minutes) * 60_000);
}

const timeOfDay = (text: string): number | null => {
  const parts = /^(\d{1,2}):(\d{2})/.exec(text);
  return parts === null ? null : Number(parts[1]) * hourMs + Number(parts[2]) * 60_000;
};

/** Midnight of a date, as if it were in UTC; so are all days below. */
const dayOf = (date: string): number => Date.parse(`${date.slice(0, 10)}T00:00:00Z`);

const isOnWeekDay = (day: number, name: string): boolean =>
  weekDays[new Date(day).getUTCDay()] === name.toLowerCase();

const monthOf = (day: number): number => {
  const date = new Date(day);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

const indexes = ["first", "second", "third", "fourth"];

/** The second Tuesday is one of the days 8 to 14; the last one has no other of its kind behind it. */
function isInWeek(day: number, weekIndex: string): boolean {
  const word = weekIndex.toLowerCase();
  if (word === "last") return monthOf(day) !== monthOf(day + 7 * dayMs);
  return indexes.indexOf(word) === Math.floor((new Date(day).getUTCDate() - 1) / 7);
}

/** Every so many; null where that depends on a day from which nobody says that it is counted. */
const isTurn = (interval: number, since: number | null): boolean | null => {
  if (interval <= 1) return true;
  return since === null ? null : since % interval === 0;
};

/** Whether it begins on that day; null where that is not known. `first`: the day from which it is counted. */
function beginsOn(schedule: MaintenanceSchedule, day: number, first: number | null): boolean | null {
  const days = first === null ? null : Math.round((day - first) / dayMs);
  const months = first === null ? null : monthOf(day) - monthOf(first);
  switch (schedule.is) {
    case "daily":
      return isTurn(schedule.intervalDays, days);
    case "weekly":
      return (
        isOnWeekDay(day, schedule.dayOfWeek) &&
        isTurn(schedule.intervalWeeks, days === null ? null : Math.floor(days / 7))
      );
    case "absoluteMonthly":
      return new Date(day).getUTCDate() === schedule.dayOfMonth && isTurn(schedule.intervalMonths, months);
    case "relativeMonthly":
      return (
        isOnWeekDay(day, schedule.dayOfWeek) &&
        isInWeek(day, schedule.weekIndex) &&
        isTurn(schedule.intervalMonths, months)
      );
    case "other":
      return null;
  }
}

function windowAt(window: MaintenanceWindow, now: number): WindowState {
  const offset = offsetOf(window.utcOffset);
  const start = timeOfDay(window.startTime);
  const local = now + offset;
  const today = local - (((local % dayMs) + dayMs) % dayMs);
  if (window.notAllowedDates.some((span) => dayOf(span.start) <= today && today <= dayOf(span.end)))
    return closed;
  const first = window.startDate === undefined ? null : dayOf(window.startDate);
  // One that began yesterday may go on past midnight.
  for (const day of [today, today - dayMs]) {
    if (start === null || (first !== null && day < first)) continue;
    const end = day + start + window.durationHours * hourMs;
    if (local < day + start || local >= end) continue;
    const begins = beginsOn(window.schedule, day, first);
    if (begins === null) return { is: "unknown" };
    if (begins) return { is: "open", until: new Date(end - offset).toISOString() };
  }
  return closed;
}

/** The older form: in whole hours, and in UTC. Hours that follow each other are one window. */
function hoursAt(configuration: MaintenanceConfiguration, now: number): WindowState {
  if (!isOpenHour(configuration, now)) return closed;
  let end = now - (now % hourMs) + hourMs;
  while (end < now + 7 * dayMs && isOpenHour(configuration, end)) end += hourMs;
  return { is: "open", until: new Date(end).toISOString() };
}

function isOpenHour({ weekHours, notAllowedTimes }: MaintenanceConfiguration, at: number): boolean {
  const hour = new Date(at).getUTCHours();
  const isBarred = notAllowedTimes.some(({ start, end }) => Date.parse(start) <= at && at < Date.parse(end));
  return !isBarred && weekHours.some(({ day, hours }) => isOnWeekDay(at, day) && hours.includes(hour));
}

/** A window that says neither is planned elsewhere. */
export function maintenanceAt(configuration: MaintenanceConfiguration, now: number): WindowState {
  if (configuration.window !== undefined) return windowAt(configuration.window, now);
  return configuration.weekHours.length === 0 ? { is: "unknown" } : hoursAt(configuration, now);
}

/** When it opens next, or how long it is open yet. ISO 8601. */
type NextWindow = Readonly<
  { is: "open"; until: string } | { is: "next"; from: string; until: string } | { is: "unknown" }
>;

/** A schedule repeats within a year. */
const mostDays = 366;

export function nextWindow(configuration: MaintenanceConfiguration, now: number): NextWindow {
  const state = maintenanceAt(configuration, now);
  if (state.is !== "closed") return state;
  const from =
    configuration.window === undefined ? nextHour(configuration, now) : nextStart(configuration.window, now);
  const opened = from === null ? state : maintenanceAt(configuration, from);
  return from === null || opened.is !== "open"
    ? { is: "unknown" }
    : { is: "next", from: new Date(from).toISOString(), until: opened.until };
}

function nextStart(window: MaintenanceWindow, now: number): number | null {
  const start = timeOfDay(window.startTime);
  if (start === null) return null;
  const offset = offsetOf(window.utcOffset);
  const local = now + offset;
  const today = local - (((local % dayMs) + dayMs) % dayMs);
  for (let day = today; day <= today + mostDays * dayMs; day += dayMs) {
    const from = day + start - offset;
    if (from > now && windowAt(window, from).is === "open") return from;
  }
  return null;
}

function nextHour(configuration: MaintenanceConfiguration, now: number): number | null {
  const hour = now - (now % hourMs);
  for (let at = hour + hourMs; at <= hour + mostDays * dayMs; at += hourMs)
    if (isOpenHour(configuration, at)) return at;
  return null;
}

// cluster.maintenance-window: an operation that nobody began is AKS's own, in a window that the owner planned.

/** `window`: by its name. `until`: ISO 8601. */
type MaintenanceFact = Readonly<
  | { is: "noOperation" }
  | { is: "noWindow" }
  | { is: "open"; window: string; until: string }
  | { is: "closed"; windows: readonly string[] }
  | { is: "unknown"; window: string }
>;

type Judged = Readonly<{ name: string; state: WindowState }>;

const said = ({ name, window }: MaintenanceConfiguration): Columns =>
  window === undefined
    ? columns(name)
    : columns(name, { is: "schedule", of: window.schedule.is }, window.startTime, window.utcOffset);

function windowsAt(all: readonly MaintenanceConfiguration[], now: number): Outcome<MaintenanceFact> {
  const judged: readonly Judged[] = all.map((each) => ({ name: each.name, state: maintenanceAt(each, now) }));
  const evidence = all.map(said);
  for (const { name: window, state } of judged)
    if (state.is === "open") return advise({ is: "open", window, until: state.until }, { evidence });
  const unknown = judged.find(({ state }) => state.is === "unknown");
  if (unknown !== undefined) return notAssessed({ is: "unknown", window: unknown.name });
  return pass({ is: "closed", windows: judged.map(({ name }) => name) }, evidence);
}

export const clusterMaintenanceWindow = defineCheck({
  id: "cluster.maintenance-window",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/aks/planned-maintenance",
  needs: ["managedCluster"],
  looksAt: ["maintenance", "takenAt"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster, maintenance, takenAt }): Outcome<MaintenanceFact | SharedFact> => {
    if (!holdsOperation(managedCluster)) return notApplicable({ is: "noOperation" });
    const [missing] = maintenance.missing;
    if (maintenance.items.length > 0) return windowsAt(maintenance.items, Date.parse(takenAt));
    return missing === undefined ? notConfigured({ is: "noWindow" }) : unread(missing);
  },
});
