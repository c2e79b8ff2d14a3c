// The route that Azure chooses for a packet that leaves a subnet.
// https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#how-azure-selects-a-route
import { type Address, bitsOf, holds, isRange, reserved } from "./addresses.ts";
import { at, type Estate, type Holder, type Network, type Subnet, textAt } from "./estate.ts";
import { gatewayIn, gatewayNetworkOf, peersOf, rangesBehind, routesOf } from "./reach.ts";

export type Hop = Readonly<{
  type: "Here" | "Peer" | "Endpoint" | "Gateway" | "Internet" | "Nowhere" | "Appliance" | "Unsure";
  /** Of an appliance. */
  address: Address;
  /** The route table, or the subnet where no table names it. */
  by: string;
}>;
type Route = Hop & Readonly<{ range: string; rank: number }>;

const own = 0;
const learned = 1;
const system = 2;

const types: Readonly<Record<string, Hop["type"]>> = {
  VirtualAppliance: "Appliance",
  VirtualNetworkGateway: "Gateway",
  Internet: "Internet",
  None: "Nowhere",
  VnetLocal: "Here",
};

function ownRoutes(estate: Estate, subnet: Subnet): readonly Route[] {
  return routesOf(estate, subnet).map((route) => ({
    range: textAt(route, "properties.addressPrefix"),
    type: types[textAt(route, "properties.nextHopType")] ?? "Unsure",
    address: textAt(route, "properties.nextHopIpAddress"),
    by: subnet.table ?? subnet.id,
    rank: own,
  }));
}

function systemRoutes(estate: Estate, subnet: Subnet, network: Network): readonly Route[] {
  const to = (ranges: readonly string[], type: Hop["type"], rank = system): readonly Route[] =>
    ranges.map((range) => ({ range, type, address: "", by: subnet.id, rank }));
  const shut = at(estate.get(subnet.table), "properties.disableBgpRoutePropagation") === true;
  const gateway = gatewayNetworkOf(estate, network);
  const ownsDefault = routesOf(estate, subnet).some(
    (route) => textAt(route, "properties.addressPrefix") === "0.0.0.0/0",
  );
  const site = gateway === undefined || shut ? undefined : gatewayIn(estate, gateway);
  return [
    ...to(network.ranges, "Here"),
    ...peersOf(estate, network).flatMap(({ ranges }) => to(ranges, "Peer")),
    ...(site === undefined ? [] : to(rangesBehind(estate, site), "Gateway", learned)),
    // A default route of one's own leads private ranges too, as the spoke's of a hub with a firewall:
    // https://learn.microsoft.com/azure/firewall/tutorial-hybrid-portal
    ...(ownsDefault ? [] : to(reserved, "Nowhere")),
    ...to(["0.0.0.0/0"], "Internet"),
  ];
}

/** Whether a route of one's own is as narrow as the endpoint's network, and the endpoint's subnet lets routes count. */
const overridesEndpoint = (estate: Estate, endpoint: Holder, route: Route): boolean =>
  ["Enabled", "RouteTableEnabled"].includes(endpoint.subnet.endpointPolicies) &&
  (estate.network(endpoint.subnet.network)?.ranges ?? []).some(
    (range) => holds(range, endpoint.address) === true && bitsOf(route.range) >= bitsOf(range),
  );

const better = (left: Route, right: Route): number =>
  bitsOf(right.range) - bitsOf(left.range) || left.rank - right.rank;

/**
 * Longest prefix, then one's own before learned before system routes. A private endpoint is a /32 in its network and
 * in those that are peered with it: https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy
 */
export function routeOf(estate: Estate, subnet: Subnet, to: Address, target?: Holder): Hop {
  const network = estate.network(subnet.network);
  if (network === undefined) return { type: "Unsure", address: "", by: subnet.id };
  const routes = [...ownRoutes(estate, subnet), ...systemRoutes(estate, subnet, network)];
  const fitting = routes.filter(({ range }) => isRange(range) && holds(range, to) === true).toSorted(better);
  const [best] = fitting;
  if (best === undefined) return { type: "Unsure", address: "", by: subnet.id };
  if (
    target?.kind === "endpoint" &&
    ["Here", "Peer"].some((type) => fitting.some((each) => each.type === type))
  ) {
    const narrow = bitsOf(best.range) === 32 || overridesEndpoint(estate, target, best);
    return best.rank === own && narrow ? best : { type: "Endpoint", address: "", by: subnet.id };
  }
  // Tags, and public ranges, may hold the address.
  const perhaps = routes.some(
    ({ range, type }) => (!isRange(range) || holds(range, to) === null) && type !== best.type,
  );
  return perhaps ? { type: "Unsure", address: "", by: best.by } : best;
}
