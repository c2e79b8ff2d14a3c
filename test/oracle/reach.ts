// What a network is connected with: peerings, and what lies behind gateways.
// https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit
import { isRange } from "./addresses.ts";
import { type Answer, broken, works } from "./answer.ts";
import {
  at,
  type Estate,
  listAt,
  type Network,
  nodesOf,
  type Peering,
  type Resource,
  type Subnet,
  same,
  textAt,
  textsAt,
} from "./estate.ts";

const halfTo = (network: Network, other: Network): Peering | undefined =>
  network.peerings.find(({ remote }) => same(remote, other.id));

/** Both halves must be there: one alone is `Initiated` or `Disconnected`, and carries nothing. */
export function peered(one: Network, other: Network): Answer {
  const halves = [halfTo(one, other), halfTo(other, one)];
  if (halves.every((half) => half === undefined))
    return broken("the networks are not peered", one.id, other.id);
  return halves.every((half) => half !== undefined && !half.disconnected)
    ? works
    : broken("the peering is not connected", one.id, other.id);
}

/** "Block all traffic" changes what `VirtualNetwork` means in that network, and nothing else. */
export const lets = (one: Network, other: Network): boolean => halfTo(one, other)?.access !== false;

export const peersOf = (estate: Estate, network: Network): readonly Network[] =>
  estate.networks.filter((other) => other !== network && peered(network, other).state === "works");

export const gatewayIn = (estate: Estate, network: Network): Resource | undefined =>
  estate
    .ofType("virtualNetworkGateways")
    .find((gateway) =>
      listAt(gateway, "properties.ipConfigurations").some((each) =>
        network.subnets.some(({ id }) => same(id, textAt(each, "properties.subnet.id"))),
      ),
    );

/** The network whose gateway this one uses: its own, or a peer's by transit, which both halves must want. */
export function gatewayNetworkOf(estate: Estate, network: Network): Network | undefined {
  if (gatewayIn(estate, network) !== undefined) return network;
  return peersOf(estate, network).find(
    (other) =>
      halfTo(network, other)?.usesGateway === true &&
      halfTo(other, network)?.transit === true &&
      gatewayIn(estate, other) !== undefined,
  );
}

export const connectionsOf = (estate: Estate, gateway: Resource): readonly Resource[] =>
  estate
    .ofType("connections")
    .filter((each) => same(textAt(each, "properties.virtualNetworkGateway1.id"), gateway.id));

/** What local network gateways and point-to-site pools name; what comes by BGP is not in the resources. */
export function rangesBehind(estate: Estate, gateway: Resource): readonly string[] {
  const sites = connectionsOf(estate, gateway).map((each) =>
    estate.get(textAt(each, "properties.localNetworkGateway2.id")),
  );
  return [
    ...sites.flatMap((site) => textsAt(site, "properties.localNetworkAddressSpace.addressPrefixes")),
    ...textsAt(gateway, "properties.vpnClientConfiguration.vpnClientAddressPool.addressPrefixes"),
  ];
}

/** Whether the other side tells ranges by BGP, which are in no resource: then a private address may be there. */
export function learns(estate: Estate, network: Network): boolean {
  const gateway = gatewayNetworkOf(estate, network);
  const site = gateway && gatewayIn(estate, gateway);
  if (site === undefined) return false;
  const types = connectionsOf(estate, site).map((each) => textAt(each, "properties.connectionType"));
  return (
    types.includes("ExpressRoute") ||
    connectionsOf(estate, site).some((each) => at(each, "properties.enableBgp") === true)
  );
}

/** Ranges that pods have beside their nodes' network, and that Azure routes for them. */
const podRanges = (estate: Estate, network: Network): readonly string[] =>
  estate
    .ofType("managedClusters")
    .filter((cluster) =>
      estate
        .ofType("virtualMachineScaleSets")
        .some(
          (each) =>
            same(each.id.split("/")[4], textAt(cluster, "properties.nodeResourceGroup")) &&
            same(nodesOf(estate, each)?.subnet.network, network.id),
        ),
    )
    .flatMap((cluster) => textsAt(cluster, "properties.networkProfile.podCidrs"));

export const routesOf = (estate: Estate, subnet: Subnet): readonly unknown[] =>
  listAt(estate.get(subnet.table), "properties.routes");

/**
 * What the tag `VirtualNetwork` holds: the network, its peers, what lies behind its gateway, and the prefixes of routes
 * of one's own. https://learn.microsoft.com/azure/virtual-network/service-tags-overview#available-service-tags
 */
export function connectedRanges(estate: Estate, subnet: Subnet): readonly string[] {
  const network = estate.network(subnet.network);
  if (network === undefined) return [];
  const gateway = gatewayNetworkOf(estate, network);
  const site = gateway === undefined ? undefined : gatewayIn(estate, gateway);
  return [
    ...network.ranges,
    ...peersOf(estate, network)
      .filter((other) => lets(network, other))
      .flatMap(({ ranges }) => ranges),
    ...(site === undefined ? [] : rangesBehind(estate, site)),
    ...routesOf(estate, subnet).map((route) => textAt(route, "properties.addressPrefix")),
    ...podRanges(estate, network),
  ].filter(isRange);
}
