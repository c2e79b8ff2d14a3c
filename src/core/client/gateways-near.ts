// Virtual network gateways in the cluster's network or one peered with it: a VPN or ExpressRoute ends there.

import { coverage } from "../network/address/cidr.ts";
import { joinsVirtualHub } from "../network/gateway/gateways.ts";
import type { GatewayParts, VirtualNetworkGateway } from "../snapshot/gateways.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import { idKey, sameId } from "../snapshot/resource-id.ts";
import { type Listing, type Unavailable, unavailable } from "../snapshot/section.ts";

// What does not stand near the cluster, so that nothing leads over it. Said alike by findings and by access paths.
export type Absence = Readonly<
  | { is: "noBastion" }
  /** `network`: null where Azure does not say in which it stands. A Developer host serves no other. */
  | { is: "bastionElsewhere"; bastion: string; network: string | null; developer: boolean }
  | { is: "noGateway"; type: "Vpn" | "ExpressRoute" }
>;

export type GatewaysNear = Readonly<
  | { status: "found"; gateways: readonly VirtualNetworkGateway[] }
  | { status: "absent"; absence: Absence }
  | { status: "unknown"; cause: Unavailable }
>;

/** It may be of the wanted type. */
const strangeType = ({ name, gatewayType }: VirtualNetworkGateway): readonly Unavailable[] =>
  /^(vpn|expressroute|localgateway)$/i.test(gatewayType)
    ? []
    : [unavailable("failed", { is: "gatewayOfType", gateway: name, type: gatewayType })];

export function gatewaysNear(
  type: Extract<Absence, Readonly<{ is: "noGateway" }>>["type"],
  network: VirtualNetwork,
  { items, missing }: Listing<VirtualNetworkGateway>,
): GatewaysNear {
  const near = [network.id, ...network.peerings.map(({ remoteVirtualNetworkId }) => remoteVirtualNetworkId)];
  const all = items.filter(
    ({ virtualNetworkId }) =>
      virtualNetworkId === undefined || near.some((id) => sameId(id, virtualNetworkId)),
  );
  const gateways = all.filter(({ gatewayType }) => gatewayType.toLowerCase() === type.toLowerCase());
  if (gateways.length > 0) return { status: "found", gateways };
  const [cause] = joinsVirtualHub(network)
    ? [unavailable("notReached", { is: "overVirtualHub" })]
    : [...missing, ...all.flatMap(strangeType)];
  return cause === undefined
    ? { status: "absent", absence: { is: "noGateway", type } }
    : { status: "unknown", cause };
}

// Whether an address lies behind a gateway near the cluster: in a range that Azure was told, or among its clients.

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
