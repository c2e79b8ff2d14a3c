// Whoever comes over a gateway reaches the API server: each way that is set up, walked from the ranges behind it.
import { apiAddressOf } from "../diagnosis/api-address.ts";
import { coverage } from "../diagnosis/cidr.ts";
import { sameId } from "../diagnosis/resource-id.ts";
import type { Client, ClusterSnapshot, VirtualNetwork } from "../diagnosis/snapshot.ts";
import { anywhere, type Place } from "../network/flow.ts";
import { networkOf } from "../network/from-snapshot.ts";
import { gatewaySubnetOf } from "../network/gateways.ts";
import { type NetworkModel, networkIn, readNetworksOf } from "../network/model.ts";
import { walk } from "../network/walk.ts";
import { type Gateway, holdsBehind, rangesOf, type Way } from "../network/way.ts";
import { titleOf, type Walked } from "./requirement.ts";

/** A branch may have dozens of ranges. Each is walked, and so many are told, the gravest first. */
const maximumRanges = 6;

type Entry = Readonly<{ gateway: Gateway; way: Way }>;
export type GatewayWalk = Readonly<{ walked: Walked; gateway: Gateway }>;

const nameFor = ({ gateway, way }: Entry, range: string): string => {
  const behind = way.kind === "pool" ? `the point-to-site clients of ${gateway.name}` : `behind ${way.name}`;
  if (range === anywhere) return `What is ${behind}`;
  return way.kind === "pool" ? `${range} of ${behind}` : `${range} ${behind}`;
};

function placesBehind(model: NetworkModel, { ip }: Client, entry: Entry): readonly Place[] {
  const { gateway, way } = entry;
  const network = networkIn(model, gateway.networkId);
  const subnetId = network.status === "collected" ? gatewaySubnetOf(network.data)?.id : undefined;
  const ranges = rangesOf(way);
  const own = ip !== undefined && holdsBehind(way, ip) ? [ip] : null;
  return (own ?? (ranges.length > 0 ? ranges : [anywhere])).map((address) => ({
    name: nameFor(entry, address),
    address,
    networkId: gateway.networkId,
    subnetId,
    groupIds: [],
    over: { gatewayId: gateway.id, wayId: way.id },
  }));
}

/** Azure lets a network use one peer's gateways at most, and none beside its own: those of other peers are no ways in. */
function isUsable({ networkId }: Gateway, cluster: VirtualNetwork, all: readonly Gateway[]): boolean {
  const peers = cluster.peerings.map(({ remoteVirtualNetworkId }) => remoteVirtualNetworkId);
  const used = [
    ...all.map((each) => each.networkId).filter((id) => sameId(id, cluster.id)),
    ...cluster.peerings
      .filter(({ useRemoteGateways }) => useRemoteGateways)
      .map(({ remoteVirtualNetworkId }) => remoteVirtualNetworkId),
  ];
  return (used.length > 0 ? used : peers).some((id) => sameId(id, networkId));
}

/** An address of the asker that lies behind one, and in no network of Azure, picks that one. */
function entriesOf(model: NetworkModel, { ip }: Client, cluster: VirtualNetwork): readonly Entry[] {
  const { gateways } = model;
  const all = gateways.flatMap((gateway) => gateway.ways.map((way) => ({ gateway, way })));
  const isInside = readNetworksOf(model).some(
    ({ addressPrefixes }) => ip !== undefined && coverage(addressPrefixes, ip) === "yes",
  );
  const own = ip === undefined || isInside ? [] : all.filter(({ way }) => holdsBehind(way, ip));
  return own.length > 0 ? own : all.filter(({ gateway }) => isUsable(gateway, cluster, gateways));
}

/** Nothing where the cluster, its network or the API server's address is not known. */
export function gatewayWalksIn(snapshot: ClusterSnapshot): readonly GatewayWalk[] {
  const { managedCluster, clusterNetwork, client } = snapshot;
  if (managedCluster.status === "unavailable" || clusterNetwork.status === "unavailable") return [];
  const address = apiAddressOf(managedCluster.data, snapshot);
  return address.status === "unknown"
    ? []
    : gatewayWalks(networkOf(snapshot), client, clusterNetwork.data, address.ip);
}

/** `to` is the API server's address, `cluster` the network that it stands in. */
export function gatewayWalks(
  model: NetworkModel,
  client: Client,
  cluster: VirtualNetwork,
  to: string,
): readonly GatewayWalk[] {
  const service = { protocol: "Tcp", port: 443 } as const;
  const walked = (from: Place): Walked => ({
    from: from.name,
    to,
    service: titleOf(service),
    trace: walk(model, { from, to, ...service }),
  });
  return entriesOf(model, client, cluster).flatMap((entry) =>
    placesBehind(model, client, entry)
      .map(walked)
      .toSorted((one, other) => gravity[one.trace.end] - gravity[other.trace.end])
      .slice(0, maximumRanges)
      .map((each) => ({ walked: each, gateway: entry.gateway })),
  );
}

const gravity = { stopped: 0, unknown: 1, delivered: 2 } as const;
