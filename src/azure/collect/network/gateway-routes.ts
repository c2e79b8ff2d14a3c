// What gateways and circuits learned by BGP. To ask a gateway takes a right that a Reader lacks and some seconds, so it is
// asked only where BGP alone can tell what is behind it.
// https://learn.microsoft.com/rest/api/network-gateway/virtual-network-gateways/get-bgp-peer-status
// https://learn.microsoft.com/rest/api/expressroute/express-route-circuits/get-peering-stats

import { hubNamesOf } from "../../../core/network/gateway/gateways.ts";
import type {
  BgpPeer,
  CircuitTraffic,
  GatewayConnection,
  GatewayParts,
  HubConnection,
  VirtualHub,
  VirtualNetworkGateway,
} from "../../../core/snapshot/gateways.ts";
import type { VirtualNetwork } from "../../../core/snapshot/network.ts";
import { idKey, nameOf, sameId } from "../../../core/snapshot/resource-id.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { parseResourceId, resourceGroupOf } from "../../arm/resource-id.ts";
import { mapBgpPeer, mapHubConnection, mapTraffic, mapVirtualHub, traffic } from "../../map/gateways.ts";
import { gatewayApiVersion } from "../kit/connection-list.ts";
import { type ListingRead, listingOf } from "../kit/group-reads.ts";
import { dataOf, notReached, type Read, readIds, readOne } from "../kit/read.ts";
import { itemsOf, type ListRead, readAll } from "../kit/read-list.ts";

/** Longer than this nobody waits for one gateway. */
const longestMs = 10_000;
const pollMs = 1_000;

type Known = Pick<GatewayParts, "virtualNetworkGateways" | "gatewayConnections" | "localNetworkGateways">;

/** Its other side is told by BGP alone: at most the addresses of its own routers are written down. */
const isTaughtAll = (
  { connectionType, enableBgp, localNetworkGatewayId }: GatewayConnection,
  known: Known,
) => {
  const ranges =
    dataOf(known.localNetworkGateways[idKey(localNetworkGatewayId ?? "")])?.addressPrefixes ?? [];
  return /^IPsec$/i.test(connectionType) && enableBgp && ranges.every((range) => range.endsWith("/32"));
};

const askedGateways = (known: Known): readonly VirtualNetworkGateway[] =>
  known.virtualNetworkGateways.items.filter(
    ({ id, enableBgp }) =>
      enableBgp === true &&
      known.gatewayConnections.items.some((each) => sameId(each.gatewayId, id) && isTaughtAll(each, known)),
  );

const readPeers = (arm: ArmSession, after: number, gatewayId: string): Promise<Read<readonly BgpPeer[]>> => {
  const ref = parseResourceId(gatewayId, "Microsoft.Network/virtualNetworkGateways");
  const query = {
    what: subject("bgpPeers", nameOf(gatewayId)),
    needs: {
      action: "Microsoft.Network/virtualNetworkGateways/getbgppeerstatus/action",
      scope: gatewayId,
    },
  };
  return readOne(
    after,
    query,
    async () => {
      if (ref === null) throw new Error("This is no gateway.");
      const asked = arm
        .networks(ref.subscriptionId)
        .virtualNetworkGateways.getBgpPeerStatus(ref.resourceGroup, ref.name, { updateIntervalInMs: pollMs });
      return asked.pollUntilDone({ abortSignal: AbortSignal.timeout(longestMs) });
    },
    ({ value = [] }) => value.map(mapBgpPeer),
  );
};

const readTraffic = (arm: ArmSession, after: number, circuitId: string): Promise<Read<CircuitTraffic>> => {
  const peering = `${circuitId}/peerings/AzurePrivatePeering`;
  const action = "Microsoft.Network/expressRouteCircuits/peerings/stats/read";
  return readOne(
    after,
    { what: subject("circuitTraffic", nameOf(circuitId)), needs: { action, scope: peering } },
    () => arm.json.get(`${peering}/stats`, gatewayApiVersion, traffic),
    mapTraffic,
  );
};

export const readBgpPeers = (arm: ArmSession, after: number, known: Known) =>
  readIds(
    askedGateways(known).map(({ id }) => id),
    (id) => readPeers(arm, after, id),
  );

/** Of circuits by their ids, once each. */
export const readCircuitTraffic = (arm: ArmSession, after: number, circuitIds: readonly string[]) =>
  readIds(circuitIds, (id) => readTraffic(arm, after, id));

// Hubs of Virtual WAN. A peering names only the network that Microsoft keeps for the hub, so the hub itself is looked for by
// its name, in the subscriptions of the networks that it may join.
// https://learn.microsoft.com/rest/api/virtualwan/hub-virtual-network-connections/list

/** Networks of a company may lie in many. */
const maximumSubscriptions = 4;

type Listed = Omit<VirtualHub, "connections">;

const listHubs = (arm: ArmSession, after: number, subscriptionId: string): Promise<ListRead<Listed>> =>
  readAll(
    after,
    {
      what: subject("virtualHubs", subscriptionId),
      needs: { action: "Microsoft.Network/virtualHubs/read", scope: `/subscriptions/${subscriptionId}` },
    },
    (options) => arm.networks(subscriptionId).virtualHubs.list(options),
    mapVirtualHub,
  );

const listConnections = async (
  arm: ArmSession,
  after: number,
  { id, name }: Listed,
): Promise<Read<readonly HubConnection[]>> => {
  const ref = parseResourceId(id, "Microsoft.Network/virtualHubs");
  if (ref === null) return notReached({ is: "resourceNotAsked", name });
  return readAll(
    after,
    {
      what: subject("hubConnections", name),
      needs: { action: "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections/read", scope: id },
    },
    (options) =>
      arm
        .networks(ref.subscriptionId)
        .hubVirtualNetworkConnections.list(ref.resourceGroup, ref.name, options),
    mapHubConnection,
  );
};

/** None where the cluster's network joins no hub. `networkIds`: of networks that people may come from. */
export const readVirtualHubs = async (
  arm: ArmSession,
  after: number,
  own: VirtualNetwork | null,
  networkIds: readonly string[],
): Promise<ListingRead<VirtualHub>> => {
  const names = own === null ? [] : hubNamesOf(own);
  if (own === null || names.length === 0) return { listing: { items: [], missing: [] }, level: 0 };
  const groups = [own.id, ...networkIds].flatMap((id) => resourceGroupOf(id) ?? []);
  const subscriptions = [...new Set(groups.map(({ subscriptionId }) => subscriptionId.toLowerCase()))];
  const lists = await Promise.all(
    subscriptions.slice(0, maximumSubscriptions).map((each) => listHubs(arm, after, each)),
  );
  const { listing, level } = listingOf(lists, []);
  const joined = lists.flatMap(itemsOf).filter(({ name }) => names.includes(name.toLowerCase()));
  const connections = await Promise.all(joined.map((hub) => listConnections(arm, level, hub)));
  return {
    listing: {
      items: joined.map((hub, index) => ({
        ...hub,
        connections:
          connections[index]?.section ?? notReached({ is: "resourceNotAsked", name: hub.name }).section,
      })),
      missing: listing.missing,
    },
    level: Math.max(level, ...connections.map((each) => each.level)),
  };
};
