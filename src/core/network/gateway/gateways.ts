// Which networks learn the ranges behind a gateway, and over which gateway an address is reached.
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit
import type { PeerNetwork, RouteTable, Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf, networkIdOf, sameId } from "../../snapshot/resource-id.ts";
import { learnsRoutes } from "../filter/security-rules.ts";
import { type NetworkModel, networkIn, readNetworksOf } from "../model/model.ts";
import { type Gateway, holdsBehind, rangesOf } from "../route/gateway-connection.ts";
import { learnedBy } from "../route/learned-routes.ts";
import { type EffectiveRoute, effectiveRoutes, selectRoute, subnetById } from "../route/route.ts";

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
  const isPeered = network.data.peerings.some(({ remoteVirtualNetworkId }) =>
    sameId(remoteVirtualNetworkId, cluster.id),
  );
  return !isPeered && joinsVirtualHub(network.data);
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
