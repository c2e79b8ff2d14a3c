// What the gateways near the cluster join: their connections, and the local network gateways and circuits that these name.
// https://learn.microsoft.com/rest/api/network-gateway/virtual-network-gateway-connections
import type { z } from "zod";
import type {
  ConnectionState,
  GatewayConnection,
  GatewayParts,
  VirtualNetworkGateway,
} from "../../../core/snapshot/gateways.ts";
import type { VirtualNetwork } from "../../../core/snapshot/network.ts";
import { nameOf, sameId } from "../../../core/snapshot/resource-id.ts";
import type { Section } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { resourceGroupOf } from "../../arm/resource-id.ts";
import {
  circuit,
  connection,
  type ListedConnection,
  localNetworkGateway,
  mapCircuit,
  mapLocalNetworkGateway,
  mapPort,
  type ParsedConnection,
  port,
  stateOf,
} from "../../map/gateways.ts";
import type { ArmReads } from "../kit/arm-reads.ts";
import { gatewayApiVersion, readConnectionsOf } from "../kit/connection-list.ts";
import { type KnownGroups, knownGroups, type ListingRead, listIn, listingOf } from "../kit/group-reads.ts";
import { dataOf, notReached, type Read, readIds, readOne } from "../kit/read.ts";
import { readBgpPeers, readCircuitTraffic } from "./gateway-routes.ts";

/** A hub may hold the tunnels of every branch of a company, and each costs two requests. */
const maximumConnections = 12;

/** A peering that uses the other network's gateway says that there is one, a round trip before the gateway is seen. */
export const startConnections = (reads: ArmReads, { section, level }: Read<VirtualNetwork>): void => {
  if (section.status === "unavailable") return;
  const { id, subnets, peerings } = section.data;
  const gatewayNetworks = [
    ...(subnets.some(({ name }) => /^GatewaySubnet$/i.test(name)) ? [id] : []),
    ...peerings
      .filter(({ useRemoteGateways }) => useRemoteGateways)
      .map(({ remoteVirtualNetworkId }) => remoteVirtualNetworkId),
  ];
  for (const group of gatewayNetworks.flatMap((each) => resourceGroupOf(each) ?? []))
    reads.gatewayConnections(level, group).catch(() => undefined);
};

const skipped: Section<ConnectionState> = notReached({
  is: "connectionsSkipped",
  read: maximumConnections,
}).section;

const kinds = {
  connections: "connectionState",
  localNetworkGateways: "localNetworkGateway",
  expressRouteCircuits: "expressRouteCircuit",
  expressRoutePorts: "expressRoutePort",
} as const;

const readByType = <A, T>(
  arm: ArmSession,
  after: number,
  id: string,
  type: keyof typeof kinds,
  shape: z.ZodType<A>,
  map: (answer: A) => T,
): Promise<Read<T>> =>
  readOne(
    after,
    {
      what: subject(kinds[type], nameOf(id)),
      needs: { action: `Microsoft.Network/${type}/read`, scope: id },
    },
    () => arm.json.get(id, gatewayApiVersion, shape),
    map,
  );

type Ends = Pick<
  GatewayParts,
  "localNetworkGateways" | "expressRouteCircuits" | "expressRoutePorts" | "circuitTraffic"
>;

const readEnds = async (
  arm: ArmSession,
  after: number,
  connections: readonly ListedConnection[],
): Promise<Readonly<{ ends: Ends; level: number }>> => {
  const circuitIds = connections.flatMap(({ circuitId: id }) => id ?? []);
  const networkIds = connections.flatMap(({ localNetworkGatewayId: id }) => id ?? []);
  const [networks, circuits, traffic] = await Promise.all([
    readEnd(arm, after, networkIds, "localNetworkGateways", localNetworkGateway, mapLocalNetworkGateway),
    readEnd(arm, after, circuitIds, "expressRouteCircuits", circuit, mapCircuit),
    readCircuitTraffic(arm, after, circuitIds),
  ]);
  const portIds = Object.values(circuits.sections).flatMap((section) => dataOf(section)?.portId ?? []);
  const ports = await readEnd(arm, circuits.level, portIds, "expressRoutePorts", port, mapPort);
  return {
    ends: {
      localNetworkGateways: networks.sections,
      expressRouteCircuits: circuits.sections,
      expressRoutePorts: ports.sections,
      circuitTraffic: traffic.sections,
    },
    level: Math.max(networks.level, circuits.level, ports.level, traffic.level),
  };
};

const readEnd = <A, T>(
  arm: ArmSession,
  after: number,
  ids: readonly string[],
  type: keyof typeof kinds,
  shape: z.ZodType<A>,
  map: (answer: A) => T,
) => readIds(ids, (id) => readByType(arm, after, id, type, shape, map));

const isConnection = (item: ParsedConnection): item is ListedConnection => "gatewayId" in item;

/** By group, which is known early; and by gateway where its group holds none, since they may lie in another. */
const listConnections = async (
  arm: ArmSession,
  reads: ArmReads,
  { listing: { items: gateways }, level }: ListingRead<VirtualNetworkGateway>,
): Promise<ListingRead<ParsedConnection>> => {
  const groups = gateways.flatMap(({ id }) => resourceGroupOf(id) ?? []);
  const near = await listIn(
    reads.gatewayConnections,
    knownGroups(groups.map((group) => ({ group, after: level }))),
  );
  const named = near.listing.items.filter(isConnection).map(({ gatewayId }) => gatewayId);
  if (near.listing.missing.length > 0) return near;
  const bare = gateways.filter(({ id }) => !named.some((each) => sameId(each, id)));
  const after = Math.max(level, near.level);
  const own = listingOf(await Promise.all(bare.map(({ id }) => readConnectionsOf(arm, after, id))), []);
  return {
    listing: { items: [...near.listing.items, ...own.listing.items], missing: own.listing.missing },
    level: Math.max(near.level, own.level),
  };
};

/** Those near the cluster, with what they join. */
export const readGateways = async (
  arm: ArmSession,
  reads: ArmReads,
  near: KnownGroups,
): Promise<Readonly<{ parts: GatewayParts; level: number }>> => {
  const gateways = await listIn(reads.virtualNetworkGateways, near);
  const { items: found } = gateways.listing;
  const connections = await listConnections(arm, reads, gateways);
  const { items, missing } = connections.listing;
  const own = items.filter(isConnection).filter((each) => found.some(({ id }) => sameId(id, each.gatewayId)));
  const joined = await readJoined(arm, connections.level, own);
  const odd = items.flatMap((item) => (isConnection(item) ? [] : [item]));
  const parts = {
    virtualNetworkGateways: gateways.listing,
    gatewayConnections: { items: joined.connections, missing: [...missing, ...odd] },
    ...joined.ends,
  };
  const level = Math.max(gateways.level, connections.level, joined.level);
  const peers = await readBgpPeers(arm, level, parts);
  return { parts: { ...parts, bgpPeers: peers.sections }, level: Math.max(level, peers.level) };
};

/** The connections with their states, and what stands at their other ends. */
const readJoined = async (arm: ArmSession, after: number, listed: readonly ListedConnection[]) => {
  const chosen = listed.slice(0, maximumConnections);
  const [states, { ends, level }] = await Promise.all([
    Promise.all(chosen.map(({ id }) => readByType(arm, after, id, "connections", connection.whole, stateOf))),
    readEnds(arm, after, chosen),
  ]);
  const connections = listed.map(
    (each, index): GatewayConnection => ({ ...each, state: states[index]?.section ?? skipped }),
  );
  return { connections, ends, level: Math.max(level, ...states.map((state) => state.level)) };
};
