// Which networks learn the ranges behind a gateway, and over which gateway an address is reached.
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit
import {
  type PeerNetwork,
  peeringTo,
  type RouteTable,
  type Subnet,
  type VirtualNetwork,
} from "../../snapshot/network.ts";
import { nameOf, networkIdOf, sameId } from "../../snapshot/resource-id.ts";
import { type Unavailable, unavailable } from "../../snapshot/section.ts";
import { subject } from "../../snapshot/subject.ts";
import { learnsRoutes } from "../filter/security-rules.ts";
import { component, type NetworkModel, networkIn, readNetworksOf } from "../model/model.ts";
import { isStopped, open, type Step, stops, unread, untilStop } from "../model/step.ts";
import {
  type Gateway,
  type GatewayPath,
  holdsBehind,
  learnedBy,
  rangesOf,
} from "../route/gateway-connection.ts";
import { type EffectiveRoute, effectiveRoutes, selectRoute, subnetById } from "../route/route.ts";
import { gatewayStep, upSteps } from "./gateway-entry.ts";
import { cross } from "./peering.ts";

export const gatewaySubnetOf = ({ subnets }: VirtualNetwork): Subnet | undefined =>
  subnets.find(({ name }) => /^GatewaySubnet$/i.test(name));

/** Those that teach a network the ranges behind them: its own, and the one of a peer that offers it to this network. */
export function gatewaysFor(model: NetworkModel, network: VirtualNetwork): readonly Gateway[] {
  const used = network.peerings.filter(({ useRemoteGateways, remoteVirtualNetworkId }) => {
    const remote = networkIn(model, remoteVirtualNetworkId);
    return useRemoteGateways && remote.status === "collected" && offersTo(remote.data, network);
  });
  return model.gateways.filter(
    ({ networkId }) =>
      sameId(networkId, network.id) ||
      used.some(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, networkId)),
  );
}

const offersTo = ({ peerings }: VirtualNetwork, { id }: VirtualNetwork): boolean =>
  peerings.some(
    ({ remoteVirtualNetworkId, allowGatewayTransit }) =>
      allowGatewayTransit && sameId(remoteVirtualNetworkId, id),
  );

export const rangesLearnedBy = (model: NetworkModel, network: VirtualNetwork): readonly string[] =>
  gatewaysFor(model, network).flatMap(({ ways }) => ways.flatMap(rangesOf));

/** What was not read of that from which it would be known which ranges gateways taught the network. */
export function unreadTeachers(model: NetworkModel, network: VirtualNetwork): readonly Unavailable[] {
  const hubs = network.peerings.flatMap(({ useRemoteGateways, remoteVirtualNetworkId }) =>
    useRemoteGateways ? [networkIn(model, remoteVirtualNetworkId)] : [],
  );
  return [
    ...hubs.flatMap((hub) => (hub.status === "unavailable" ? [hub] : [])),
    ...model.hiddenGateways,
    ...gatewaysFor(model, network).flatMap(({ ways }) =>
      ways.flatMap((way) => {
        if (way.kind === "unlisted") return [way.why];
        return way.kind === "tunnel" && way.far.status === "unavailable" ? [way.far] : [];
      }),
    ),
  ];
}

/** The gateway that leads on to an address; where none is told to hold it, any may have learned it. */
export function gatewayTo(
  model: NetworkModel,
  network: VirtualNetwork,
  address: string,
): Gateway | undefined {
  const all = gatewaysFor(model, network);
  return all.find(({ ways }) => ways.some((way) => holdsBehind(way, address))) ?? all[0];
}

// Hubs of Virtual WAN. The cluster's network is peered with a network that Microsoft keeps in a subscription of its own,
// so nobody can be given the right to read it, and its hub leads on from one network to the next.
// https://learn.microsoft.com/azure/virtual-wan/virtual-wan-about

/** Microsoft's own names: `RG_<hub>_<id>` for the group, `HV_<hub>_<id>` for the network. */
export const isVirtualHub = (networkId: string): boolean =>
  /\/resourceGroups\/RG_[^/]+\/providers\/Microsoft\.Network\/virtualNetworks\/HV_[^/]+\/?$/i.test(networkId);

/** As its owner calls it, without what Microsoft puts around it: `HV_<hub>_<id>`. Undefined of any other network. */
export const hubNameOf = (networkId: string): string | undefined =>
  isVirtualHub(networkId) ? /^HV_(.+)_[^_]+$/i.exec(nameOf(networkId))?.[1] : undefined;

/** Names of the hubs that a network joins, in lower case. */
export const hubNamesOf = ({ peerings }: VirtualNetwork): readonly string[] =>
  peerings.flatMap(({ remoteVirtualNetworkId: id }) => hubNameOf(id)?.toLowerCase() ?? []);

export const joinsVirtualHub = ({ peerings }: VirtualNetwork): boolean =>
  peerings.some(({ remoteVirtualNetworkId }) => isVirtualHub(remoteVirtualNetworkId));

/** Whether the way from a network to the cluster's leads over Virtual WAN, as far as was read. */
export function isOverVirtualHub({ id, network }: PeerNetwork, cluster: VirtualNetwork): boolean {
  if (isVirtualHub(id)) return true;
  if (network.status === "unavailable" || !joinsVirtualHub(cluster)) return false;
  return peeringTo(network.data, cluster.id) === undefined && joinsVirtualHub(network.data);
}

// Which route a packet takes out of a subnet: the longest prefix wins, and a route of one's own wins a tie.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview

export type Hop = Readonly<{
  kind: "direct" | "appliance" | "gateway" | "dropped" | "open";
  route: EffectiveRoute | null;
}>;

/** The private endpoint that stands at the address and gives the subnets around it a route of its own. */
function endpointAt(model: NetworkModel, address: string) {
  const holder = model.holders.find(
    ({ kind, addresses }) => kind === "privateEndpoint" && addresses.includes(address),
  );
  const id = networkIdOf(holder?.subnetId ?? "");
  const network = id === null ? undefined : networkIn(model, id);
  if (network?.status !== "collected") return null;
  const policies = subnetById(network.data, holder?.subnetId)?.privateEndpointNetworkPolicies;
  return { address, network: network.data, policies };
}

/** Nothing stands there: it adds no route to anybody. */
const noEndpoint = (network: VirtualNetwork) => ({
  address: "255.255.255.255",
  network: { ...network, id: "", peerings: [] },
  policies: undefined,
});

const kinds: Readonly<Record<string, Hop["kind"]>> = {
  vnetlocal: "direct",
  vnetpeering: "direct",
  interfaceendpoint: "direct",
  virtualappliance: "appliance",
  virtualnetworkgateway: "gateway",
  none: "dropped",
  internet: "dropped",
};

/** A gateway, route server or virtual hub may teach routes that no table shows, unless the subnet's table refuses them. */
export const mayLearn = (model: NetworkModel, network: VirtualNetwork, table: RouteTable | null): boolean =>
  table?.disableBgpRoutePropagation !== true &&
  (joinsVirtualHub(network) ||
    (learnsRoutes(network) && learnedBy(network, readNetworksOf(model), model.gateways) === null));

/** Those that Azure was told of, so that they need not be looked up in a gateway. */
const learnedRoutes = (
  model: NetworkModel,
  network: VirtualNetwork,
  table: RouteTable | null,
): readonly EffectiveRoute[] =>
  table?.disableBgpRoutePropagation === true
    ? []
    : rangesLearnedBy(model, network).map((prefix) => ({ prefix, nextHopType: "VirtualNetworkGateway" }));

/** The way out of a subnet to a private address. */
export function hopTo(
  model: NetworkModel,
  network: VirtualNetwork,
  table: RouteTable | null,
  address: string,
): Hop {
  const endpoint = endpointAt(model, address) ?? noEndpoint(network);
  const routes = [...learnedRoutes(model, network, table), ...effectiveRoutes(network, table, endpoint)];
  const route = selectRoute(routes, address);
  const kind = kinds[route?.nextHopType.toLowerCase() ?? ""] ?? "open";
  const isSystem = route?.userRoute === undefined;
  return { kind: kind === "dropped" && isSystem && mayLearn(model, network, table) ? "open" : kind, route };
}

export const isSameNetwork = (one: VirtualNetwork, other: VirtualNetwork): boolean =>
  sameId(one.id, other.id);

// What lies behind a virtual network gateway is reached only while the gateway, and something that it joins, is up.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview

const isProved = (steps: readonly Step[]): boolean => steps.every(({ state }) => state === "passes");

/** One that works is enough; else one that may. */
const bestOf = (all: readonly (readonly Step[])[]): readonly Step[] =>
  all.find(isProved) ?? all.find((steps) => !isStopped(steps)) ?? all[0] ?? [];

/** Point-to-site clients are nobody's way out. */
const carries = ({ kind }: GatewayPath): boolean => kind !== "pool";

/** What stands behind it decides what goes on from there, which Azure does not show. */
function through(gateway: Gateway): readonly Step[] {
  const at = component("gateway", gateway.id, gateway.name);
  const beyond = open(at, "notShown", { is: "beyondGateway" });
  const ways = gateway.ways.filter(carries);
  const found = bestOf(ways.map(upSteps));
  // A tunnel to another network of Azure may carry it as well.
  if (gateway.joinsNetworks && (ways.length === 0 || isStopped(found))) return [gatewayStep(gateway), beyond];
  if (ways.length === 0) return [gatewayStep(gateway), stops(at, { is: "gatewayUnjoined" })];
  return untilStop([gatewayStep(gateway), ...found, ...(isProved(found) ? [beyond] : [])]);
}

/** Something stands in its subnet that was not listed: it may be a gateway of another resource group. */
const holdsStranger = (network: VirtualNetwork): boolean =>
  (gatewaySubnetOf(network)?.occupantIds ?? []).length > 0;

function missing(model: NetworkModel, network: VirtualNetwork): Step {
  const at = component("network", network.id);
  const [cause] = [
    ...(joinsVirtualHub(network) ? [unavailable("notReached", { is: "overVirtualHub" })] : []),
    ...model.hiddenGateways,
    ...(holdsStranger(network)
      ? [unavailable("notReached", { is: "notAsked", what: subject("gatewayIn", network.name) })]
      : []),
  ];
  return cause === undefined ? stops(at, { is: "gatewayMissing", network: network.name }) : unread(at, cause);
}

const standingIn = ({ gateways }: NetworkModel, id: string): readonly Gateway[] =>
  gateways.filter(({ networkId }) => sameId(networkId, id));

/** Over the peering by which the network uses a hub's gateway, or, while it uses none, by which it could. */
function overPeering(model: NetworkModel, network: VirtualNetwork): readonly Step[] {
  const { peerings } = network;
  const peering =
    peerings.find(({ useRemoteGateways }) => useRemoteGateways) ??
    peerings.find(({ remoteVirtualNetworkId: id }) => standingIn(model, id).length > 0);
  if (peering === undefined) return [missing(model, network)];
  const { remoteVirtualNetworkId } = peering;
  const hub = networkIn(model, remoteVirtualNetworkId);
  if (hub.status === "unavailable") return [unread(component("network", remoteVirtualNetworkId), hub)];
  const inHub = standingIn(model, hub.data.id);
  return [
    ...cross(network, hub.data, "toGateway"),
    ...(inHub.length === 0 ? [missing(model, hub.data)] : bestOf(inHub.map(through))),
  ];
}

/** Whether it may hold ranges that nobody told Azure. */
const mayHoldMore = (way: GatewayPath): boolean => carries(way) && !(way.kind === "tunnel" && !way.learns);

const upOver = (
  gateways: readonly Gateway[],
  counts: (way: GatewayPath) => boolean,
): readonly (readonly Step[])[] =>
  gateways.flatMap((gateway) =>
    gateway.ways.filter(counts).map((way) => untilStop([gatewayStep(gateway), ...upSteps(way)])),
  );

/** On from gateways to an address behind them; nothing where what holds it is not known, and may be up. */
export function onTo(gateways: readonly Gateway[], address: string): readonly Step[] {
  const told = upOver(gateways, (way) => holdsBehind(way, address));
  const found = bestOf(told);
  if (told.length > 0 && !isStopped(found)) return found;
  const others = upOver(gateways, mayHoldMore);
  const isShut = others.every(isStopped) && !gateways.some(({ joinsNetworks }) => joinsNetworks);
  return isShut ? bestOf([...told, ...others]) : [];
}

const hasRouteServer = ({ subnets }: VirtualNetwork): boolean =>
  subnets.some(({ name }) => /^RouteServerSubnet$/i.test(name));

/** Why a network learns nothing although gateways are there to teach it: all that they join is down. */
export function whyNothingLearned(model: NetworkModel, network: VirtualNetwork): readonly Step[] {
  const gateways = gatewaysFor(model, network);
  const around = gateways.map(({ networkId }) => networkIn(model, networkId));
  const isOpen =
    gateways.length === 0 ||
    model.hiddenGateways.length > 0 ||
    joinsVirtualHub(network) ||
    hasRouteServer(network) ||
    around.some((each) => each.status === "unavailable" || hasRouteServer(each.data));
  return isOpen ? [] : onTo(gateways, "").filter(({ state }) => state === "stops");
}

/** From a network whose route says "to the gateway". */
export function beyondGateway(model: NetworkModel, network: VirtualNetwork): readonly Step[] {
  const own = standingIn(model, network.id);
  if (own.length > 0) return bestOf(own.map(through));
  return gatewaySubnetOf(network) === undefined ? overPeering(model, network) : [missing(model, network)];
}
