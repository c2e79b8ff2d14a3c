// VPN gateways: every check of it. A new one is a file beside this and a line here.
import { vpnBgpPeers } from "./vpn.bgp-peers.ts";
import { vpnConnectionStatus } from "./vpn.connection-status.ts";
import { vpnGatewayState } from "./vpn.gateway-state.ts";
import { vpnP2sConfig } from "./vpn.p2s-config.ts";
import { vpnRedundancy } from "./vpn.redundancy.ts";
import { vpnRouteToSpoke } from "./vpn.route-to-spoke.ts";

export const vpnChecks = [
  vpnGatewayState,
  vpnConnectionStatus,
  vpnBgpPeers,
  vpnRouteToSpoke,
  vpnP2sConfig,
  vpnRedundancy,
] as const;
