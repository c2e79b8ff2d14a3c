// Between networks: every check of it. A new one is a file beside this and a line here.
import { peeringAddressOverlap } from "./peering.address-overlap.ts";
import { peeringBothSides } from "./peering.both-sides.ts";
import { peeringForwardedTraffic } from "./peering.forwarded-traffic.ts";
import { peeringGatewayTransit } from "./peering.gateway-transit.ts";
import { peeringState } from "./peering.state.ts";
import { peeringSync } from "./peering.sync.ts";
import { peeringVnetAccess } from "./peering.vnet-access.ts";
import { peeringVwanHub } from "./peering.vwan-hub.ts";

export const peeringChecks = [
  peeringBothSides,
  peeringState,
  peeringVnetAccess,
  peeringSync,
  peeringForwardedTraffic,
  peeringGatewayTransit,
  peeringAddressOverlap,
  peeringVwanHub,
] as const;
