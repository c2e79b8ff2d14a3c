// Until when AKS supports a minor version of Kubernetes: Azure Resource Manager does not say, so the calendar is kept here.
// https://learn.microsoft.com/azure/aks/supported-kubernetes-versions
import { sameId } from "../../snapshot/resource-id.ts";
import type { Unavailable } from "../../snapshot/section.ts";
import type { ResourceChange } from "../../snapshot/snapshot.ts";

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
export const calendarGoodUntil = "2027-06-30";

/** `ended`: before the calendar begins. `unknown`: newer than the calendar, or no version at all. */
export type Support = Readonly<
  { is: "until"; date: string; longTermEnds: string } | { is: "ended" } | { is: "unknown" }
>;

/** 34 for `1.34.5`; null for what is no version of Kubernetes 1. */
export function minorOf(version: string): number | null {
  const minor = /^v?1\.(\d+)(?:\.|$)/.exec(version)?.[1];
  return minor === undefined ? null : Number(minor);
}

export function supportOf(version: string, isLongTerm: boolean): Support {
  const minor = minorOf(version);
  if (minor === null) return { is: "unknown" };
  const release = releases.find((each) => each.minor === minor);
  if (release !== undefined) {
    const { ends, longTermEnds } = release;
    return { is: "until", date: isLongTerm ? longTermEnds : ends, longTermEnds };
  }
  return releases.some((each) => each.minor < minor) ? { is: "unknown" } : { is: "ended" };
}

// When the cluster's certificates were rotated last, as far as the activity log tells.

const rotates = /\/managedClusters\/rotateClusterCertificates\/action$/i;

/** ISO 8601; null where none is known. `changes` newest first. */
export const lastRotation = (clusterId: string, changes: readonly ResourceChange[]): string | null =>
  changes.find(({ resourceId, operation }) => rotates.test(operation) && sameId(resourceId, clusterId))
    ?.time ?? null;

/** The activity log of that resource group is what could not be read. */
export const isLogOf = (resourceGroup: string, { message }: Unavailable): boolean =>
  "what" in message &&
  typeof message.what === "object" &&
  message.what.kind === "activityLog" &&
  message.what.name.toLowerCase() === resourceGroup.toLowerCase();
