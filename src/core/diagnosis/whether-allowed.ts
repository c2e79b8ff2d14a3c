// Whether the API server lets in an address or a range that somebody asks about: by its authorized ranges, or where it is
// private by the walk from there. Pure.
import type { Allowed } from "../access/allowed.ts";
import { withoutRanges } from "../finding/api/authorized-ranges.ts";
import {
  type Cidr,
  coverage,
  covers,
  disjoint,
  ends,
  isIpv6,
  overlaps,
  parseCidr,
  privateSpace,
  textOf,
} from "../network/cidr.ts";
import type { Client, ClusterSnapshot } from "../snapshot/snapshot.ts";
import type { Diagnosis } from "./diagnosis.ts";
import { ownNeed } from "./own-need.ts";

type Answer = Omit<Allowed, "of">;

const sizeOf = (range: Cidr): number => {
  const [first, last] = ends(range);
  return last - first + 1;
};

function byRanges(entries: readonly string[], wanted: Cidr): Answer {
  const near = entries.flatMap((entry) => parseCidr(entry) ?? []).filter((range) => overlaps(range, wanted));
  const parts = disjoint(near);
  const isWhole =
    parts.some((range) => covers(range, wanted)) ||
    parts.reduce((size, range) => size + sizeOf(range), 0) === sizeOf(wanted);
  const texts = parts.map(textOf);
  if (isWhole) return { is: "yes", fact: { is: "inRanges", ranges: texts } };
  if (parts.length > 0) return { is: "partly", fact: { is: "inPart", parts: texts } };
  const hasTag = entries.some((entry) => parseCidr(entry) === null && !isIpv6(entry));
  return hasTag ? { is: "unknown", fact: { is: "perhapsInTag" } } : { is: "no", fact: { is: "inNone" } };
}

const ofEnd = {
  delivered: { is: "yes", fact: { is: "wayThrough" } },
  stopped: { is: "no", fact: { is: "wayStopped" } },
  unknown: { is: "unknown", fact: { is: "wayOpen" } },
} as const;

function byWalk(diagnosis: Pick<Diagnosis, "outside" | "requirements">, client: Client): Answer {
  const { outside } = diagnosis;
  if (client.ip === undefined) return { is: "unknown", fact: { is: "rangeNotWalked" } };
  if (outside !== undefined) {
    const { mayBeLearned } = outside;
    return { is: mayBeLearned ? "unknown" : "no", fact: { is: "nowhereNear", mayBeLearned } };
  }
  return ofEnd[ownNeed(diagnosis, client)?.end ?? "unknown"];
}

/** `of`: an IPv4 address or a range; an address is where `snapshot` and `diagnosis` were seen from. */
export function whetherAllowed(
  { managedCluster, client }: Pick<ClusterSnapshot, "managedCluster" | "client">,
  diagnosis: Pick<Diagnosis, "outside" | "requirements">,
  of: string,
): Allowed {
  const wanted = parseCidr(of);
  if (managedCluster.status === "unavailable" || wanted === null)
    return { of, is: "unknown", fact: { is: "unread" } };
  const cluster = managedCluster.data;
  switch (withoutRanges(cluster)?.is) {
    case "openToAll":
      return { of, is: "yes", fact: { is: "openToAll" } };
    case "withoutEffect":
      return { of, ...byWalk(diagnosis, client) };
    case undefined:
      return coverage(privateSpace, of) === "yes"
        ? { of, is: "unknown", fact: { is: "privateSpace" } }
        : { of, ...byRanges(cluster.apiServerAccess.authorizedIpRanges, wanted) };
  }
}
