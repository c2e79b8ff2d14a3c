// How incidents go and what waits, in numbers: nobody's name in them, and no cluster's.
import { type MeasuredIncident, nearestRank } from "./week.ts";

type Counted<Label extends string> = readonly Readonly<Record<Label, string> & { count: number }>[];

export type Numbers = Readonly<{
  incidents: readonly MeasuredIncident[];
  /** All that are not resolved, whenever they were opened. */
  open: Counted<"severity" | "state">;
  /** Those that reached a channel, within the time. */
  alerts: Counted<"source">;
  /** The same, of the rules that fired most, and of all others (null); how many of them closed by themselves (week.ts). */
  rules: readonly Readonly<{ rule: string | null; fired: number; alone: number }>[];
  /** Messages to Teams: `refused` were given up. */
  messages: Counted<"state">;
  /** How long the oldest has waited, in seconds; 0 where none does. `seal`, `head`: of the audit trail. */
  waiting: Readonly<Record<"message" | "alert" | "request" | "seal" | "head", number>>;
  /** How often within the time the audit trail was found to be another than the one that was written. */
  auditFaults: number;
}>;

type Sample = Readonly<{ labels: Readonly<Record<string, string>>; value: number }>;

/** What each number is called. */
export type NumberName =
  | "incidents_opened"
  | "incidents_resolved"
  | "incidents_explained_ratio"
  | "incident_seconds"
  | "incident_seconds_measured"
  | "incidents_open"
  | "alerts"
  | "rule_alerts"
  | "rule_alerts_closed_by_themselves"
  | "messages"
  | "oldest_waiting_seconds"
  | "audit_faults"
  | "store_writable";

export type Samples = Readonly<Partial<Record<NumberName, readonly Sample[]>>>;

/** Gauges all of them: they tell of a time, so they fall again. */
export function samplesOf(numbers: Numbers): Samples {
  const waiting = Object.entries(numbers.waiting).map(([what, value]) => ({ labels: { what }, value }));
  return {
    incidents_opened: counts(numbers, () => true),
    incidents_resolved: counts(numbers, ({ times }) => times.resolved !== null),
    incidents_explained_ratio: explained(numbers),
    incident_seconds: quantiles(numbers),
    incident_seconds_measured: measured(numbers),
    incidents_open: labelled(numbers.open),
    alerts: labelled(numbers.alerts),
    rule_alerts: ofRules(numbers, "fired"),
    rule_alerts_closed_by_themselves: ofRules(numbers, "alone"),
    messages: labelled(numbers.messages),
    oldest_waiting_seconds: waiting,
    audit_faults: [{ labels: {}, value: numbers.auditFaults }],
  };
}

const none = "none";
const severityOf = ({ severity }: MeasuredIncident): string => severity ?? none;

const bySeverity = ({ incidents }: Numbers): readonly (readonly [string, readonly MeasuredIncident[]])[] =>
  [...Map.groupBy(incidents, severityOf)].toSorted(([one], [other]) => one.localeCompare(other));

const counts = (numbers: Numbers, which: (one: MeasuredIncident) => boolean): readonly Sample[] =>
  bySeverity(numbers).map(([severity, all]) => ({ labels: { severity }, value: all.filter(which).length }));

/** Together: the share of which a cause was found. */
const explained = ({ incidents }: Numbers): readonly Sample[] =>
  incidents.length === 0
    ? []
    : (["yes", "no", "unknown"] as const).map((explains) => ({
        labels: { explains },
        value: incidents.filter((one) => one.explains === explains).length / incidents.length,
      }));

const steps = ["acknowledged", "explained", "mitigated", "resolved"] as const;

const stepsOf = (numbers: Numbers) =>
  bySeverity(numbers).flatMap(([severity, all]) =>
    steps.map((step) => ({
      labels: { severity, step },
      seconds: all.flatMap(({ times }) => times[step] ?? []).map((ms) => ms / 1_000),
    })),
  );

const quantiles = (numbers: Numbers): readonly Sample[] =>
  stepsOf(numbers).flatMap(({ labels, seconds }) =>
    ["0.5", "0.9"].flatMap((quantile) => {
      const value = nearestRank(seconds, Number(quantile));
      return value === undefined ? [] : [{ labels: { ...labels, quantile }, value }];
    }),
  );

const measured = (numbers: Numbers): readonly Sample[] =>
  stepsOf(numbers).map(({ labels, seconds }) => ({ labels, value: seconds.length }));

/** A rule's name, and no text that somebody wrote: without an address of a person, and not long. */
const ruleName = /^[\w .:/()[\]-]{1,120}$/;

/** Those whose names are none are counted with all others. */
function ofRules({ rules }: Numbers, count: "fired" | "alone"): readonly Sample[] {
  const byName = Map.groupBy(rules, ({ rule }) => (rule !== null && ruleName.test(rule) ? rule : null));
  return [...byName].map(([rule, all]) => ({
    labels: rule === null ? {} : { rule },
    value: all.reduce((sum, each) => sum + each[count], 0),
  }));
}

const labelled = (all: readonly Readonly<{ count: number }>[]): readonly Sample[] =>
  all.map(({ count, ...labels }) => ({ labels, value: count }));
