// Whether the API server lets in an address or a range that somebody asks about: by its authorized ranges, or where it is
// private by the walk from there. Pure.
import type { Allowed } from "../access/allowed.ts";
import { locate } from "../client/client-networks.ts";
import {
  isNobody,
  type OwnOutbound,
  ownOutboundOf,
  withoutRanges,
} from "../finding/api/authorized-ranges.ts";
import { mayLearnMore, type OutsideSources } from "../finding/api/client-findings.ts";
import {
  type Cidr,
  coverage,
  covers,
  disjoint,
  ends,
  isIpv6,
  isPrivateAddress,
  overlaps,
  parseCidr,
  textOf,
} from "../network/address/cidr.ts";
import { subnetHolding } from "../network/model/model.ts";
import type { Trace } from "../network/model/step.ts";
import { rangeOf } from "../outcome/called.ts";
import { endOfNameOverGateway } from "../requirement/over-gateways.ts";
import { collected, dataOf } from "../snapshot/section.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import type { Diagnosis } from "./diagnosis.ts";

const sizeOf = (range: Cidr): number => {
  const [first, last] = ends(range);
  return last - first + 1;
};

/** What of `wanted` the entries hold, in ranges that do not overlap. */
const heldOf = (ranges: readonly Cidr[], wanted: Cidr): readonly Cidr[] =>
  disjoint(ranges.filter((range) => overlaps(range, wanted)));

const holdAll = (held: readonly Cidr[], wanted: Cidr): boolean =>
  held.some((range) => covers(range, wanted)) ||
  held.reduce((size, range) => size + sizeOf(range), 0) === sizeOf(wanted);

const parsed = (texts: readonly string[]): readonly Cidr[] => texts.flatMap((text) => parseCidr(text) ?? []);

/** `wanted` is in none of `entries` that are addresses. */
function besideRanges(wanted: Cidr, own: OwnOutbound, hasTag: boolean): Answer {
  if (coverage(own.ips, textOf(wanted)) === "yes") return { is: "yes", fact: { is: "ownOutbound" } };
  if (hasTag) return { is: "unknown", fact: { is: "perhapsInTag" } };
  if (!own.isWhole) return { is: "unknown", fact: { is: "perhapsOwnOutbound" } };
  const ips = own.ips.filter((ip) => parsed([ip]).some((range) => overlaps(range, wanted)));
  return { is: "no", fact: ips.length > 0 ? { is: "onlyOwnOutbound", ips } : { is: "inNone" } };
}

const everything: readonly Cidr[] = parsed(["0.0.0.0/0"]);

function allowedByRanges(entries: readonly string[], own: OwnOutbound, wanted: Cidr): Answer {
  const ranges = parsed(entries).filter((range) => !isNobody(range));
  const held = heldOf(ranges, wanted);
  const texts = held.map(textOf);
  // Whichever public address its connections arrive with.
  const isOpen = everything.some((all) => holdAll(heldOf(ranges, all), all));
  if (isPrivateAddress(textOf(wanted)) && !isOpen) return { is: "unknown", fact: { is: "privateSpace" } };
  if (holdAll(held, wanted)) return { is: "yes", fact: { is: "inRanges", ranges: texts } };
  const hasTag = entries.some((entry) => parseCidr(entry) === null && !isIpv6(entry));
  return held.length > 0
    ? { is: "partly", fact: { is: "inPart", parts: texts, mayBeMore: hasTag } }
    : besideRanges(wanted, own, hasTag);
}

type Answer = Omit<Allowed, "of">;
type Walks = Pick<Diagnosis, "outside" | "requirements">;

const ofEnd = {
  delivered: { is: "yes", fact: { is: "wayThrough" } },
  stopped: { is: "no", fact: { is: "wayStopped" } },
  unknown: { is: "unknown", fact: { is: "wayOpen" } },
} as const;

/** The name of the network whose range holds the address, where no subnet of it does. */
function beyondSubnets(ip: string, sources: OutsideSources): string | null {
  const found = locate(ip, sources);
  if (found === null) return null;
  const networks =
    found.status === "known"
      ? found.networks.map(({ network }) => network)
      : [collected(sources.clusterNetwork)];
  const read = networks.flatMap((network) => dataOf(network) ?? []);
  const isBeyond =
    read.length === networks.length && read.every((each) => subnetHolding(each, ip) === undefined);
  return isBeyond ? (read[0]?.name ?? null) : null;
}

/** Walks from elsewhere are in `requirements` as well: from jump hosts, and from other ranges behind the gateways. */
function endFrom(
  ip: string,
  { requirements }: Walks,
  snapshot: ClusterSnapshot,
  isNear: boolean,
): Trace["end"] {
  const need = requirements.find(({ id }) => id === (isNear ? "people.api" : "gateway.api"));
  if (isNear || need === undefined) return need?.end ?? "unknown";
  if (!need.walks.some(({ from }) => rangeOf(from) === ip)) return "unknown";
  const ends = [need.end, endOfNameOverGateway(snapshot)];
  if (ends.includes("stopped")) return "stopped";
  return ends.includes("unknown") ? "unknown" : "delivered";
}

function byWalk(snapshot: ClusterSnapshot, walks: Walks, wanted: Cidr): Answer {
  const { client, clusterNetwork } = snapshot;
  const ip = wanted.network.toString();
  if (wanted.bits < 32 || client.ip !== ip) return { is: "unknown", fact: { is: "rangeNotWalked" } };
  if (clusterNetwork.status === "unavailable") return ofEnd.unknown;
  const sources = { ...snapshot, clusterNetwork: clusterNetwork.data };
  if (walks.outside !== undefined) {
    // Companies use public addresses inside, too.
    const mayBeLearned = walks.outside.mayBeLearned || mayLearnMore(ip, sources);
    return { is: mayBeLearned ? "unknown" : "no", fact: { is: "nowhereNear", mayBeLearned } };
  }
  const network = beyondSubnets(ip, sources);
  if (network !== null) return { is: "unknown", fact: { is: "inNoSubnet", network } };
  return ofEnd[endFrom(ip, walks, snapshot, locate(ip, sources) !== null)];
}

/** `of`: an IPv4 address or a range; an address is where `snapshot` and `diagnosis` were seen from. */
export function whetherAllowed(snapshot: ClusterSnapshot, diagnosis: Walks, of: string): Allowed {
  const { managedCluster } = snapshot;
  const wanted = parseCidr(of);
  if (managedCluster.status === "unavailable" || wanted === null)
    return { of, is: "unknown", fact: { is: "unread" } };
  const cluster = managedCluster.data;
  switch (withoutRanges(cluster)?.is) {
    case "openToAll":
      return { of, is: "yes", fact: { is: "openToAll" } };
    case "withoutEffect":
      return { of, ...byWalk(snapshot, diagnosis, wanted) };
    case undefined: {
      const { authorizedIpRanges } = cluster.apiServerAccess;
      return { of, ...allowedByRanges(authorizedIpRanges, ownOutboundOf(cluster, snapshot), wanted) };
    }
  }
}
