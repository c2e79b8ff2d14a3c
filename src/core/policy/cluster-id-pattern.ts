// Whether a pattern that begins with `/` can fit the resource id of any cluster.
import { foldCase } from "../text/fold-case.ts";

/** The segments of a cluster's id; null stands for a name. */
const segmentsOfId = [
  ...["", "subscriptions", null, "resourcegroups", null],
  ...["providers", "microsoft.containerservice", "managedclusters", null],
];

/** Looks at what stands before the first `*`; without one, the pattern has to be a whole id. */
export function canBeClusterId(pattern: string): boolean {
  const [head = "", ...behind] = foldCase(pattern).split("*");
  const segments = head.split("/");
  const goesOn = behind.length > 0;
  if (
    pattern.endsWith("/") ||
    segments.length > segmentsOfId.length ||
    (!goesOn && segments.length < segmentsOfId.length)
  )
    return false;
  return segments.every((segment, at) => {
    const fixed = segmentsOfId[at] ?? null;
    const isOpen = goesOn && at === segments.length - 1;
    if (fixed === null) return isOpen || segment !== "";
    return isOpen ? fixed.startsWith(segment) : segment === fixed;
  });
}
