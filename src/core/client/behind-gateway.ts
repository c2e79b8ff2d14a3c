// Whether an address lies behind a gateway near the cluster: in a range that Azure was told, or among its clients.
import { coverage } from "../network/cidr.ts";
import type { GatewayParts } from "../snapshot/gateway-parts.ts";
import { idKey } from "../snapshot/resource-id.ts";

/** The names of those parts, for what a check looks at. */
export const gatewaySections = [
  "virtualNetworkGateways",
  "gatewayConnections",
  "localNetworkGateways",
  "expressRouteCircuits",
  "expressRoutePorts",
  "bgpPeers",
  "circuitTraffic",
] as const satisfies readonly (keyof GatewayParts)[];

/** The name of what it comes in over; null where no range is known to hold it. */
export function behindGateway(ip: string, parts: GatewayParts): string | null {
  const { virtualNetworkGateways, gatewayConnections, localNetworkGateways } = parts;
  const gateway = virtualNetworkGateways.items.find(
    ({ clientAddressPools = [] }) => coverage(clientAddressPools, ip) === "yes",
  );
  const connection = gatewayConnections.items.find(({ localNetworkGatewayId: id = "" }) => {
    const far = localNetworkGateways[idKey(id)];
    return far?.status === "collected" && coverage(far.data.addressPrefixes, ip) === "yes";
  });
  return (connection ?? gateway)?.name ?? null;
}
