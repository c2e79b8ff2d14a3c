// Which route a packet takes out of a subnet: the longest prefix wins, and a route of one's own wins a tie.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview

import type { RouteTable, VirtualNetwork } from "../snapshot/network.ts";
import { networkIdOf, sameId } from "../snapshot/resource-id.ts";
import { rangesLearnedBy } from "./gateways.ts";
import { learnedBy } from "./learned.ts";
import { type NetworkModel, networkIn, readNetworksOf } from "./model.ts";
import { type EffectiveRoute, effectiveRoutes, selectRoute, subnetById } from "./route.ts";
import { joinsVirtualHub } from "./virtual-hub.ts";
import { learnsRoutes } from "./virtual-network-tag.ts";

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
