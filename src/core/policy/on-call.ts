// The schedules that a policy names, by the cluster that they are for.
import type { ClusterRef } from "../cluster-name.ts";
import type { OnCallSchedule, OnCallSource } from "../on-call/on-call.ts";
import { matchesCluster } from "./match.ts";
import { escalatesAfter, type Policy } from "./policy.ts";

export type NextCall = Readonly<{ at: string; schedules: readonly string[] }>;

type Entry = NonNullable<Policy["onCall"]>[string];

/** All of them, or those of a cluster, in the order of the file. */
export const schedulesOf = (policy: Policy, cluster: ClusterRef | null): readonly OnCallSchedule[] =>
  Object.entries(policy.onCall ?? {})
    .filter(([, entry]) => cluster === null || matchesCluster(entry, cluster))
    .map(([name, entry]) => ({ name, source: sourceOf(policy, entry) }));

/** The one of this name, for whoever names it elsewhere. */
export const scheduleOf = (policy: Policy, name: string): OnCallSchedule | null =>
  schedulesOf(policy, null).find((schedule) => schedule.name === name) ?? null;

/**
 * Whom an incident of the cluster that nobody takes calls, one after another: first all schedules that `later` does not name, so
 * that a new one is never forgotten.
 */
export function callsFor(policy: Policy, cluster: ClusterRef): readonly (readonly OnCallSchedule[])[] {
  const named = policy.incidents?.escalate?.later ?? [];
  const all = schedulesOf(policy, cluster);
  const later = named.flatMap((name) => all.filter((schedule) => schedule.name === name));
  const first = all.filter(({ name }) => !named.includes(name));
  const calls = [...(first.length > 0 ? [first] : []), ...later.map((schedule) => [schedule])];
  return calls.length > 0 ? calls : [[]];
}

/** Whom it calls next, and when at the earliest: a mute may hold that back. Null: nobody. */
export function nextCall(
  policy: Policy,
  cluster: ClusterRef,
  { made, since }: Readonly<{ made: readonly unknown[]; since: string }>,
): NextCall | null {
  const [minutes, next] = [escalatesAfter(policy), callsFor(policy, cluster)[made.length]];
  if (minutes === null || next === undefined || next.length === 0) return null;
  const at = new Date(Date.parse(since) + minutes * 60_000).toISOString();
  return { at, schedules: next.map(({ name }) => name) };
}

function sourceOf(
  { groups }: Policy,
  { group = "", pagerduty, opsgenie, shifts, ical }: Entry,
): OnCallSource {
  if (pagerduty !== undefined) return { from: "pagerduty", schedule: pagerduty };
  if (opsgenie !== undefined) return { from: "opsgenie", schedule: opsgenie };
  if (shifts !== undefined) {
    const { team, schedulingGroup } = shifts;
    return { from: "shifts", team, ...(schedulingGroup !== undefined && { schedulingGroup }) };
  }
  if (ical !== undefined) {
    const { calendar, timeZone: zone } = ical;
    return { from: "ical", calendar, ...(zone !== undefined && { timeZone: zone }) };
  }
  return { from: "group", id: groups[group] ?? "" };
}
