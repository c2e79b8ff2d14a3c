// Until when AKS supports a minor version of Kubernetes: Azure Resource Manager does not say, so the calendar is kept here.
// https://learn.microsoft.com/azure/aks/supported-kubernetes-versions

import type { ManagedCluster } from "./cluster.ts";

/** Minor versions as numbers: 34 is 1.34. */
type Release = Readonly<{ minor: number; ends: string; longTermEnds: string }>;

/** ISO 8601 dates; where AKS gives a month, its last day. */
const releases: readonly Release[] = [
  { minor: 29, ends: "2025-03-31", longTermEnds: "2026-04-30" },
  { minor: 30, ends: "2025-08-22", longTermEnds: "2026-07-31" },
  { minor: 31, ends: "2025-11-01", longTermEnds: "2026-11-30" },
  { minor: 32, ends: "2026-03-31", longTermEnds: "2027-03-31" },
  { minor: 33, ends: "2026-07-31", longTermEnds: "2027-07-31" },
  { minor: 34, ends: "2026-11-30", longTermEnds: "2027-11-30" },
  { minor: 35, ends: "2027-03-31", longTermEnds: "2028-03-31" },
  { minor: 36, ends: "2027-06-30", longTermEnds: "2028-06-30" },
  { minor: 37, ends: "2027-10-31", longTermEnds: "2028-10-31" },
];

/** AKS moves dates, so from here on only what has ended for certain is told. */
const calendarGoodUntil = "2027-06-30";

/** `ended`: before the calendar begins. `unknown`: newer than the calendar, or no version at all. */
type Support = Readonly<
  { is: "until"; date: string; longTermEnds: string } | { is: "ended" } | { is: "unknown" }
>;

/** 34 for `1.34.5`; null for what is no version of Kubernetes 1. */
export function minorOf(version: string): number | null {
  const minor = /^v?1\.(\d+)(?:\.|$)/.exec(version)?.[1];
  return minor === undefined ? null : Number(minor);
}

function supportOf(version: string, isLongTerm: boolean): Support {
  const minor = minorOf(version);
  if (minor === null) return { is: "unknown" };
  const release = releases.find((each) => each.minor === minor);
  if (release !== undefined) {
    const { ends, longTermEnds } = release;
    return { is: "until", date: isLongTerm ? longTermEnds : ends, longTermEnds };
  }
  return releases.some((each) => each.minor < minor) ? { is: "unknown" } : { is: "ended" };
}

/** What a version's support is at a time; `longTerm`: until when long-term support would last, where the cluster has none. */
export type SupportNow = Readonly<
  | { is: "until"; date: string; longTerm: string | null }
  | { is: "ended"; date: string | null; longTerm: string | null }
  /** `calendarUntil`: the calendar knows the version, and is too old to say more. */
  | { is: "unknown"; calendarUntil: string | null }
>;

const dayMs = 24 * 60 * 60_000;

/** The first moment after a day. */
export const endOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) + dayMs;

const hasLongTerm = ({ supportPlan = "" }: Pick<ManagedCluster, "supportPlan">): boolean =>
  /^AKSLongTermSupport$/i.test(supportPlan);

type Versioned = Readonly<{ version?: string; supportPlan?: string }>;

/** With the end of its support, where that is known. `at`: ISO 8601. */
export function withSupport<Cluster extends Versioned>(cluster: Cluster, at: string) {
  const support = supportNow(cluster, cluster.version ?? "", at);
  if (support.is === "unknown" || support.date === null) return cluster;
  return { ...cluster, support: { is: support.is, date: support.date } };
}

/** `at`: ISO 8601. */
export function supportNow(
  plan: Pick<ManagedCluster, "supportPlan">,
  version: string,
  at: string,
): SupportNow {
  const now = Date.parse(at);
  const isLongTerm = hasLongTerm(plan);
  const support = supportOf(version, isLongTerm);
  if (support.is === "ended") return { is: "ended", date: null, longTerm: null };
  if (support.is === "unknown") return { is: "unknown", calendarUntil: null };
  const { date, longTermEnds } = support;
  const longTerm = !isLongTerm && endOf(longTermEnds) > now ? longTermEnds : null;
  if (endOf(date) <= now) return { is: "ended", date, longTerm };
  if (endOf(calendarGoodUntil) <= now) return { is: "unknown", calendarUntil: calendarGoodUntil };
  return { is: "until", date, longTerm };
}
