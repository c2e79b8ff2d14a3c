// What a network learns from gateways: the ranges that Azure was told, and whether there may be others.
// https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings#lng

import type { VirtualNetwork } from "../snapshot/network.ts";
import { sameId } from "../snapshot/resource-id.ts";
import { type Gateway, rangesOf, type Way } from "./way.ts";

/** Nothing but what stands in Azure comes in over it. */
const isTold = (way: Way): boolean =>
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
