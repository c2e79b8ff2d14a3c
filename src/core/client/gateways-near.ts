// Virtual network gateways in the cluster's network or one peered with it: a VPN or ExpressRoute ends there.

import { joinsVirtualHub } from "../network/virtual-hub.ts";
import type { VirtualNetworkGateway } from "../snapshot/gateway-parts.ts";
import type { Listing } from "../snapshot/listing.ts";
import type { VirtualNetwork } from "../snapshot/network.ts";
import { sameId } from "../snapshot/resource-id.ts";
import { type Unavailable, unavailable } from "../snapshot/section.ts";
import type { Absence } from "./absence.ts";

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
