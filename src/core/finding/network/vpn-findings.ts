// VPN gateways: every check of it. A new one is a file beside this and a line here.

import { defineStep } from "../kit/define-step.ts";
import { unlessPrivate } from "../kit/skips.ts";
import { vpnBgpPeers } from "./vpn.bgp-peers.ts";
import { vpnGatewayState } from "./vpn.gateway-state.ts";
import { vpnP2sConfig } from "./vpn.p2s-config.ts";
import { vpnRedundancy } from "./vpn.redundancy.ts";

// vpn.connection-status: a gateway without a tunnel that is up leads nowhere.

const vpnConnectionStatus = defineStep({
  id: "vpn.connection-status",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-troubleshoot-site-to-site-cannot-connect",
  of: ["gateway.api"],
  after: ["vpn.gateway-state"],
  skip: unlessPrivate,
});

// vpn.route-to-spoke: both sides of a tunnel have to know each other's ranges.

const vpnRouteToSpoke = defineStep({
  id: "vpn.route-to-spoke",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",
  of: ["gateway.api"],
  after: ["vpn.connection-status"],
  skip: unlessPrivate,
});

export const vpnChecks = [
  vpnGatewayState,
  vpnConnectionStatus,
  vpnBgpPeers,
  vpnRouteToSpoke,
  vpnP2sConfig,
  vpnRedundancy,
] as const;
