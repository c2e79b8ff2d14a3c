// What a rule asks for besides who asks for what: the hour, an open alert, the cluster's tags. What is not known opens
// nothing, and closes what it may close.
import { type AlertSeverity, isAsSevere } from "../alert/alert.ts";
import type { ClusterRef } from "../cluster-name.ts";
import { matchesGlob } from "../text/glob.ts";
import { foldCase } from "../text/text.ts";
import type { AllowRule, Rule } from "./policy.ts";
import { isWithinWindow } from "./window.ts";

/** Null is not known. `incident`: the worst of the open alerts whose rules are set on the cluster. */
export type Circumstances = Readonly<{ now: Date | null; incident: AlertSeverity | "none" | null }>;

export const nothingKnown: Circumstances = { now: null, incident: null };

/** An allow rule counts where all that it asks for is known to be so, a deny rule where nothing of it is known not to be. */
export function counts(rule: Rule, cluster: ClusterRef, circumstances: Circumstances): boolean {
  const holds = conditionsOf(rule, cluster, circumstances);
  return rule.effect === "allow" ? holds.every((each) => each === true) : !holds.includes(false);
}

const conditionsOf = (
  rule: Rule,
  cluster: ClusterRef,
  { now, incident }: Circumstances,
): readonly (boolean | null)[] => [
  ...(rule.when === undefined ? [] : [now === null ? null : isWithinWindow(rule.when, now)]),
  ...(rule.tags === undefined ? [] : [cluster.tags === undefined ? null : hasTags(rule.tags, cluster.tags)]),
  ...(rule.effect === "allow" && rule.incidentOnly !== undefined
    ? [
        incident === null
          ? null
          : incident !== "none" && isAsSevere(incident, leastSeverity(rule.incidentOnly)),
      ]
    : []),
];

/** What a rule for incidents takes for one. */
export const leastSeverity = (incidentOnly: NonNullable<AllowRule["incidentOnly"]>): AlertSeverity =>
  incidentOnly === true ? "Sev2" : incidentOnly;

/** Azure compares names of tags without regard to case; values are taken so too, since a deny rule must not miss `Prod`. */
function hasTags(wanted: NonNullable<Rule["tags"]>, tags: NonNullable<ClusterRef["tags"]>): boolean {
  const values = new Map(Object.entries(tags).map(([name, value]) => [foldCase(name), foldCase(value)]));
  return Object.entries(wanted).every(([name, pattern]) => {
    const value = values.get(foldCase(name));
    return value !== undefined && matchesGlob(foldCase(pattern), value);
  });
}
