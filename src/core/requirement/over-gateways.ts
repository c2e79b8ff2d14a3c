// Whoever comes over a gateway reaches the API server: each way that is set up, walked from the ranges behind it.
import { apiAddressOf } from "../network/address/api-server.ts";
import { coverage } from "../network/address/cidr.ts";
import { anywhere, https, type NetworkLocation } from "../network/address/packet.ts";
import { networkOf } from "../network/from-snapshot.ts";
import { gatewaySubnetOf } from "../network/gateway/gateways.ts";
import { type NetworkModel, networkIn, readNetworksOf } from "../network/model/model.ts";
import type { Trace } from "../network/model/step.ts";
import {
  type Gateway,
  type GatewayPath,
  holdsBehind,
  rangesOf,
} from "../network/route/gateway-connection.ts";
import type { Called } from "../outcome/called.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import { nameOf, sameId } from "../snapshot/resource-id.ts";
import type { Client, ClusterSnapshot } from "../snapshot/snapshot.ts";
import { contextOf } from "./context.ts";
import { ask, evaluate, type Walked } from "./requirement.ts";

type Entry = Readonly<{ gateway: Gateway; way: GatewayPath }>;
export type GatewayWalk = Readonly<{ walked: Walked; gateway: Gateway }>;

const nameFor = ({ gateway, way }: Entry, address: string): Called => {
  const range = address === anywhere ? null : address;
  return way.kind === "pool"
    ? { is: "clientsOf", gateway: gateway.name, range }
    : { is: "behind", connection: way.name, range };
};

function placesBehind(model: NetworkModel, { ip }: Client, entry: Entry): readonly NetworkLocation[] {
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

/** A half that offers the gateway, and none that uses it: somebody meant to, and did not come to the end. */
function isOffered(model: NetworkModel, { networkId }: Gateway, cluster: VirtualNetwork): boolean {
  const network = networkIn(model, networkId);
  return (
    network.status === "collected" &&
    network.data.peerings.some(
      ({ remoteVirtualNetworkId, allowGatewayTransit }) =>
        allowGatewayTransit && sameId(remoteVirtualNetworkId, cluster.id),
    )
  );
}

/** Azure lets a network use one peer's gateways at most, and none beside its own: those of other peers are no access paths. */
function isUsable(model: NetworkModel, gateway: Gateway, cluster: VirtualNetwork): boolean {
  const used = [
    ...model.gateways.map(({ networkId }) => networkId).filter((id) => sameId(id, cluster.id)),
    ...cluster.peerings
      .filter(({ useRemoteGateways }) => useRemoteGateways)
      .map(({ remoteVirtualNetworkId }) => remoteVirtualNetworkId),
  ];
  return used.length > 0
    ? used.some((id) => sameId(id, gateway.networkId))
    : isOffered(model, gateway, cluster);
}

/** An address of the requester that lies behind one, and in no network of Azure, picks that one. */
function entriesOf(model: NetworkModel, { ip }: Client, cluster: VirtualNetwork): readonly Entry[] {
  const { gateways } = model;
  const all = gateways.flatMap((gateway) => gateway.ways.map((way) => ({ gateway, way })));
  const isInside = readNetworksOf(model).some(
    ({ addressPrefixes }) => ip !== undefined && coverage(addressPrefixes, ip) === "yes",
  );
  const own = ip === undefined || isInside ? [] : all.filter(({ way }) => holdsBehind(way, ip));
  return own.length > 0 ? own : all.filter(({ gateway }) => isUsable(model, gateway, cluster));
}

/** Every range behind a gateway that people may come from, as a place. */
export const gatewayPlaces = (
  model: NetworkModel,
  client: Client,
  cluster: VirtualNetwork,
): readonly Readonly<{ place: NetworkLocation; gateway: Gateway }>[] =>
  entriesOf(model, client, cluster).flatMap((entry) =>
    placesBehind(model, client, entry).map((place) => ({ place, gateway: entry.gateway })),
  );

/** From the network of a gateway of which nobody knows what lies behind it. */
export function walkFromGateway(snapshot: ClusterSnapshot, networkId: string): Walked | null {
  const { managedCluster } = snapshot;
  const address = managedCluster.status === "collected" ? apiAddressOf(managedCluster.data, snapshot) : null;
  if (address?.status !== "known") return null;
  const model = networkOf(snapshot);
  const network = networkIn(model, networkId);
  const subnetId = network.status === "collected" ? gatewaySubnetOf(network.data)?.id : undefined;
  const from: NetworkLocation = {
    ...{ name: { is: "overGateway", network: nameOf(networkId) }, address: anywhere },
    ...{ networkId, subnetId, groupIds: [] },
  };
  return ask(model, { ask: "connection", flow: { from, to: address.ip, ...https } });
}

/** Nothing where the cluster, its network or the API server's address is not known. */
export function gatewayWalksIn(snapshot: ClusterSnapshot): readonly GatewayWalk[] {
  const { managedCluster, clusterNetwork, client } = snapshot;
  if (managedCluster.status === "unavailable" || clusterNetwork.status === "unavailable") return [];
  const address = apiAddressOf(managedCluster.data, snapshot);
  if (address.status === "unknown") return [];
  const model = networkOf(snapshot);
  return gatewayPlaces(model, client, clusterNetwork.data).map(({ place: from, gateway }) => ({
    gateway,
    walked: ask(model, {
      ask: "connection",
      flow: { from, to: address.ip, ...https },
    }),
  }));
}

// How the API server's name ends for whoever comes over a gateway: their own DNS asks in the gateway's network.

const noAddress = { message: { is: "noPrivateName" }, needs: [] } as const;

/** Delivered where no private zone holds the name: every resolver knows it. */
export function endOfNameOverGateway(snapshot: ClusterSnapshot): Trace["end"] {
  const model = networkOf(snapshot);
  const context = contextOf(snapshot, model);
  if (context === null) return "unknown";
  const { apiName: name, apiAddress, unplaced, network } = context;
  const wanted = apiAddress ?? unplaced ?? noAddress;
  if (name === null) return "delivered";
  const ways = gatewayPlaces(model, snapshot.client, network).map(({ place: from }) => [
    { ask: "name", from, name, wanted } as const,
  ]);
  return evaluate(model, { id: "gateway.name", for: "people", enough: "one", ways }).end;
}
