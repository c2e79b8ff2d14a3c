// What gateways and circuits learned by BGP. To ask a gateway takes a right that a Reader lacks and some seconds, so it is
// asked only where BGP alone can tell what is behind it.
// https://learn.microsoft.com/rest/api/network-gateway/virtual-network-gateways/get-bgp-peer-status
// https://learn.microsoft.com/rest/api/expressroute/express-route-circuits/get-peering-stats
import type {
  BgpPeer,
  CircuitTraffic,
  GatewayConnection,
  GatewayParts,
  VirtualNetworkGateway,
} from "../../core/snapshot/gateway-parts.ts";
import { idKey, idsOnce, nameOf, sameId } from "../../core/snapshot/resource-id.ts";
import { subject } from "../../core/snapshot/subject.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { parseResourceId } from "../arm/resource-id.ts";
import { mapBgpPeer, mapTraffic, traffic } from "../map/gateway-parts.ts";
import { gatewayApiVersion } from "./connection-list.ts";
import { type Read, readOne } from "./read.ts";

/** Longer than this nobody waits for one gateway. */
const longestMs = 10_000;
const pollMs = 1_000;

type Known = Pick<GatewayParts, "virtualNetworkGateways" | "gatewayConnections" | "localNetworkGateways">;

/** Its other side is told by BGP alone: at most the addresses of its own routers are written down. */
const isTaughtAll = (
  { connectionType, enableBgp, localNetworkGatewayId }: GatewayConnection,
  known: Known,
) => {
  const far = known.localNetworkGateways[idKey(localNetworkGatewayId ?? "")];
  const ranges = far?.status === "collected" ? far.data.addressPrefixes : [];
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

const readById = async <T>(
  ids: readonly string[],
  read: (id: string) => Promise<Read<T>>,
): Promise<Readonly<{ sections: Record<string, Read<T>["section"]>; level: number }>> => {
  const reads = await Promise.all(ids.map(async (id) => [idKey(id), await read(id)] as const));
  return {
    sections: Object.fromEntries(reads.map(([key, { section }]) => [key, section])),
    level: Math.max(0, ...reads.map(([, { level }]) => level)),
  };
};

export const readBgpPeers = (arm: ArmSession, after: number, known: Known) =>
  readById(
    askedGateways(known).map(({ id }) => id),
    (id) => readPeers(arm, after, id),
  );

/** Of circuits by their ids, once each. */
export const readCircuitTraffic = (arm: ArmSession, after: number, circuitIds: readonly string[]) =>
  readById(idsOnce(circuitIds), (id) => readTraffic(arm, after, id));
