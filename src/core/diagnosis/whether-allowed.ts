// Whether the API server lets in an address or a range that somebody asks about: by its authorized ranges, or where it is
// private by the walk from there. Pure.
import type { Allowed } from "../access/allowed.ts";
import { locate } from "../client/client-networks.ts";
import { withoutRanges } from "../finding/api/authorized-ranges.ts";
import { ownOutboundOf } from "../finding/api/own-outbound.ts";
import { mayLearnMore, type OutsideSources } from "../finding/client/outside.ts";
import { type Cidr, parseCidr } from "../network/cidr.ts";
import { subnetHolding } from "../network/model.ts";
import type { Trace } from "../network/step.ts";
import { rangeOf } from "../outcome/called.ts";
import { endOfNameOverGateway } from "../requirement/name-over-gateway.ts";
import { collected } from "../snapshot/section.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { allowedByRanges } from "./allowed-by-ranges.ts";
import type { Diagnosis } from "./diagnosis.ts";

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
  const read = networks.flatMap((network) => (network.status === "collected" ? [network.data] : []));
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
