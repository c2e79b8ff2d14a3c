// What is measured of incidents, and a channel's week made of it: how its incidents went, which rules call for nothing, what
// the causes were. Nobody's name is in it: it says how the nights go, and not who did how much.
import { type AlertSeverity, severities } from "../alert/alert.ts";
import type { ClusterRef } from "../cluster-name.ts";
import type { Fit } from "./explained.ts";

/** As long as a week tells more than a night, and a number follows what was improved. */
export const measuredMilliseconds = 7 * 86_400_000;

/** In milliseconds from its beginning; null where that has not happened. */
export type IncidentTimes = Readonly<
  Record<"acknowledged" | "explained" | "mitigated" | "resolved", number | null>
>;

/**
 * An incident that was opened within that time. `severity`: null where nobody and no alert said it. `explains`: whether its
 * newest cause explains its alerts; null where none was found.
 */
export type MeasuredIncident = Readonly<{
  severity: AlertSeverity | null;
  times: IncidentTimes;
  explains: Fit | null;
}>;

/** A value that was measured: so many of them are not above it. Undefined where there is none. */
export const nearestRank = (values: readonly number[], share: number): number | undefined =>
  values.toSorted((one, other) => one - other)[Math.ceil(share * values.length) - 1];

/** The incidents of these clusters in this channel or chat. ISO times; `from` is part of it, `to` is not. */
export type WeekOf = Readonly<{ place: string; clusters: readonly ClusterRef[]; from: string; to: string }>;

/**
 * How often a rule fired about a cluster, and how many of its alerts closed by themselves: their source resolved them, and
 * nobody took their incident, found its cause, asked for a change or a fix, or closed it. `severity`: the worst of them.
 */
export type RuleCount = Readonly<{
  rule: string;
  cluster: string;
  severity: AlertSeverity;
  fired: number;
  alone: number;
}>;

/** `check`: the id of the finding that tells the cause. `on`: the id of the resource, where it was the same each time. */
export type CauseCount = Readonly<{ check: string; cluster: string; on: string | null; incidents: number }>;

/** `rules`: those of which most closed by themselves. `causes`: the most frequent. `before`: incidents of as long before. */
export type CountedWeek = Readonly<{
  incidents: readonly MeasuredIncident[];
  before: number;
  /** How often those on call were mentioned, as nobody had taken an incident. */
  calls: number;
  alerts: Pick<RuleCount, "fired" | "alone">;
  rules: readonly RuleCount[];
  causes: readonly CauseCount[];
}>;

/** More of them nobody reads. */
export const mostListed = 3;

const tookSteps = ["acknowledged", "mitigated", "resolved"] as const;
type TookStep = (typeof tookSteps)[number];

export type Week = Omit<CountedWeek, "incidents"> &
  Readonly<{
    opened: number;
    resolved: number;
    explained: number;
    /** The worst first; null: nobody and no alert said it. */
    bySeverity: readonly Readonly<{ severity: AlertSeverity | null; count: number }>[];
    /** The median of those that came so far, in milliseconds; null where none did. */
    took: Readonly<Record<TookStep, Readonly<{ median: number; of: number }> | null>>;
  }>;

export function weekFrom({ incidents, ...counted }: CountedWeek): Week {
  const bySeverity = countedBySeverity(incidents);
  const timed = (step: keyof MeasuredIncident["times"]) =>
    incidents.flatMap(({ times }) => times[step] ?? []);
  const took = (step: TookStep) => {
    const all = timed(step);
    const median = nearestRank(all, 0.5);
    return median === undefined ? null : { median, of: all.length };
  };
  return {
    ...counted,
    opened: incidents.length,
    resolved: timed("resolved").length,
    explained: timed("explained").length,
    bySeverity,
    took: { acknowledged: took("acknowledged"), mitigated: took("mitigated"), resolved: took("resolved") },
  };
}

/** The worst first. */
export const countedBySeverity = (all: readonly Readonly<{ severity: AlertSeverity | null }>[]) =>
  [...Map.groupBy(all, ({ severity }) => severity)]
    .map(([severity, { length: count }]) => ({ severity, count }))
    .toSorted((one, other) => rankOf(one.severity) - rankOf(other.severity));

const rankOf = (severity: AlertSeverity | null): number =>
  severity === null ? severities.length : severities.indexOf(severity);

/** Fewer say nothing of a rule. */
const fewestAlone = 3;
const shareAlone = 0.8;

/** It fires, and nobody ever has to do anything. */
export const isNoise = ({ fired, alone }: RuleCount): boolean =>
  alone >= fewestAlone && alone >= fired * shareAlone;

/**
 * From which severity on a channel follows the cluster and hears no more of such a rule. Null for rules that are as severe as
 * this: who leaves them out leaves out what matters.
 */
export function quietFrom({ severity }: RuleCount): AlertSeverity | null {
  const from = { Sev0: null, Sev1: null, Sev2: "Sev1", Sev3: "Sev2", Sev4: "Sev3" } as const;
  return from[severity];
}

// When the card is due.

const hour = 9;

/** Monday 09:00 UTC, the newest that is not after `now`. */
export function lastMonday(now: Date): Date {
  const days = (now.getUTCDay() + 6) % 7;
  const monday = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() - days, hour);
  return new Date(monday > now.getTime() ? monday - measuredMilliseconds : monday);
}

/** The first moment of the month, UTC. */
export const monthOf = (now: Date): Date => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), 1));

/** When the card after that one comes. */
export const nextMonday = (monday: Date): Date => new Date(monday.getTime() + measuredMilliseconds);

/** As long as a week's card is worth posting. */
export const weeklyMilliseconds = 86_400_000;

/** The seven days before this moment. */
export const weekBefore = (to: Date): Pick<WeekOf, "from" | "to"> => ({
  from: new Date(to.getTime() - measuredMilliseconds).toISOString(),
  to: to.toISOString(),
});
