// A virtual network gateway in the graph, and each way that people come in over it.
import type {
  BgpPeer,
  ConnectionState,
  ExpressRouteCircuit,
  GatewayParts,
  LocalNetworkGateway,
  TrafficSelector,
  VirtualNetworkGateway,
} from "../../snapshot/gateways.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { idKey, sameId } from "../../snapshot/resource-id.ts";
import { collected, type Section, type Unavailable } from "../../snapshot/section.ts";
import { coverage, withoutIpv6 } from "../address/cidr.ts";

/** One connection of a gateway, or its point-to-site clients. */
export type GatewayPath = Readonly<{ id: string; name: string }> &
  Readonly<
    | {
        kind: "tunnel";
        state: Section<ConnectionState>;
        far: Section<LocalNetworkGateway>;
        /** BGP teaches it ranges that nothing in Azure lists. */
        learns: boolean;
        /** It takes only what these join; none: whatever is routed into it. */
        selectors: readonly TrafficSelector[];
      }
    | { kind: "circuit"; state: Section<ConnectionState>; circuit: Section<ExpressRouteCircuit> }
    | { kind: "pool"; ranges: readonly string[] }
    /** A gateway for circuits that no connection joins to one. */
    | { kind: "unjoined"; gatewayId: string }
    | { kind: "strange"; type: string }
    | { kind: "unlisted"; why: Unavailable }
  >;

export type Gateway = Readonly<{
  id: string;
  name: string;
  gatewayType: string;
  networkId: string;
  provisioningState: string;
  ways: readonly GatewayPath[];
  /** Tunnels lead from it to other networks of Azure, too. */
  joinsNetworks: boolean;
  /** It teaches a default route to one of its tunnels. */
  takesAll?: boolean;
  /** Its BGP sessions were read, and none of them teaches it a route. */
  isUntaught?: boolean;
}>;

/** Marks what is said of a gateway, or of what it joins, as of ExpressRoute. */
export const overOf = ({ gatewayType }: Pick<Gateway, "gatewayType">): Readonly<{ over?: "circuit" }> =>
  /^expressroute$/i.test(gatewayType) ? { over: "circuit" } : {};

/** The ranges behind a way, as far as Azure was told them. */
export function rangesOf(way: GatewayPath): readonly string[] {
  if (way.kind === "pool") return withoutIpv6(way.ranges);
  return way.kind === "tunnel" && way.far.status === "collected"
    ? withoutIpv6(way.far.data.addressPrefixes)
    : [];
}

export const holdsBehind = (way: GatewayPath, address: string): boolean =>
  coverage(rangesOf(way), address) === "yes";

// What a network learns from gateways: the ranges that Azure was told, and whether there may be others.
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#lng

/** Nothing but what stands in Azure comes in over it. */
const isTold = (way: GatewayPath): boolean =>
  way.kind === "pool" || (way.kind === "tunnel" && way.far.status === "collected" && !way.learns);

const hasSubnet = ({ subnets }: VirtualNetwork, named: RegExp): boolean =>
  subnets.some(({ name }) => named.test(name));

/**
 * Every range that the network learns; null where it may have learned others: by BGP, over ExpressRoute, from a route
 * server, from a gateway that was not read or sends all to one side, or from another network behind it.
 */
export function learnedBy(
  network: VirtualNetwork,
  networks: readonly VirtualNetwork[],
  gateways: readonly Gateway[],
): readonly string[] | null {
  const hubs = network.peerings.flatMap((peering) =>
    peering.useRemoteGateways ? [peering.remoteVirtualNetworkId] : [],
  );
  const taught = [...(hasSubnet(network, /^GatewaySubnet$/i) ? [network.id] : []), ...hubs];
  const all = taught.map((id) => gateways.filter(({ networkId }) => sameId(networkId, id)));
  const readHubs = networks.filter(({ id }) => hubs.some((hub) => sameId(hub, id)));
  const isRead = readHubs.length === hubs.length && all.every((own) => own.length > 0);
  const served = [network, ...readHubs].some((each) => hasSubnet(each, /^RouteServerSubnet$/i));
  const isClosed = all
    .flat()
    .every(({ ways, joinsNetworks, takesAll }) => !joinsNetworks && takesAll !== true && ways.every(isTold));
  return isRead && isClosed && !served ? all.flat().flatMap(({ ways }) => ways.flatMap(rangesOf)) : null;
}

// What a gateway can have learned by BGP from the other sides of its tunnels, by the state of its sessions with them.
// https://learn.microsoft.com/azure/vpn-gateway/bgp-diagnostics

type SessionEnd = "teaches" | "silent" | "down" | "unsure";

export function sessionEnd({ state, routes }: BgpPeer): SessionEnd {
  if (/^(idle|connecting|stopped)$/i.test(state)) return "down";
  if (!/^connected$/i.test(state)) return "unsure";
  return routes === 0 ? "silent" : "teaches";
}

/**
 * Undefined where they were not asked for. Those with the other sides of its tunnels where each of these is known and met,
 * since the two instances of a gateway may speak BGP with each other as well; else all: one that nobody can place may
 * teach what the others do not.
 */
export function bgpSessionsOf(
  gateway: VirtualNetworkGateway,
  parts: Parts,
): Section<readonly BgpPeer[]> | undefined {
  const peers = parts.bgpPeers[idKey(gateway.id)];
  if (peers?.status !== "collected") return peers;
  const farSides = farSidesOf(gateway, parts);
  const met = (side: string | undefined) => peers.data.some(({ address }) => address === side);
  return farSides.length > 0 && farSides.every(met)
    ? collected(peers.data.filter(({ address }) => farSides.includes(address)))
    : peers;
}

type Parts = Pick<GatewayParts, "bgpPeers" | "gatewayConnections" | "localNetworkGateways">;

/** The address at which each other side speaks BGP; undefined for another gateway of Azure, and for what was not read. */
function farSidesOf(
  { id }: VirtualNetworkGateway,
  { gatewayConnections: { items, missing }, localNetworkGateways }: Parts,
): readonly (string | undefined)[] {
  const sides = items
    .filter(({ gatewayId, enableBgp }) => enableBgp && sameId(gatewayId, id))
    .map(({ localNetworkGatewayId = "" }) => localNetworkGateways[idKey(localNetworkGatewayId)])
    .map((side) => (side?.status === "collected" ? side.data.bgpAddress : undefined));
  return missing.length > 0 ? [...sides, undefined] : sides;
}

/** For sure: a state that nobody knows may be one that teaches. */
export const teachNothing = (sessions: readonly BgpPeer[]): boolean =>
  sessions.map(sessionEnd).every((end) => end === "down" || end === "silent");
