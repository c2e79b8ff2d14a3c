// VPN gateways: every check of it. A new one is a file beside this and a line here.

import { unlessPrivate } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { egressLbOutbound } from "./egress.lb-outbound.ts";
import { egressNatGateway } from "./egress.nat-gateway.ts";
import { egressOutboundConsistent } from "./egress.outbound-consistent.ts";
import { erBgpRoutes } from "./er.bgp-routes.ts";
import { erEncryption } from "./er.encryption.ts";
import { erFastpath } from "./er.fastpath.ts";
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

// ExpressRoute: every check of it. A new one is a file beside this and a line here.

// er.circuit-provisioned: a circuit works once the provider and Azure both say so.

const erCircuitProvisioned = defineStep({
  id: "er.circuit-provisioned",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-workflows",
  of: ["gateway.api"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
});

// er.gateway-connection: a connection joins the gateway, and with it the networks, to the circuit.

const erGatewayConnection = defineStep({
  id: "er.gateway-connection",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-howto-linkvnet-arm",
  of: ["gateway.api"],
  after: ["er.private-peering"],
  skip: unlessPrivate,
});

// er.private-peering: of a circuit's peerings, only the private one carries networks.

const erPrivatePeering = defineStep({
  id: "er.private-peering",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-circuit-peerings",
  of: ["gateway.api"],
  after: ["er.circuit-provisioned"],
  skip: unlessPrivate,
});

export const erChecks = [
  erCircuitProvisioned,
  erPrivatePeering,
  erGatewayConnection,
  erBgpRoutes,
  erFastpath,
  erEncryption,
] as const;

// The nodes' way out: every check of it. A new one is a file beside this and a line here.

// egress.http-proxy: what nodes send through a proxy ends there, as far as Azure shows.

const egressHttpProxy = defineStep({
  id: "egress.http-proxy",
  severity: "medium",
  scope: "nodes",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/http-proxy",
  of: ["nodes.egress"],
  after: ["nsg.node-egress"],
});

export const egressChecks = [
  egressOutboundConsistent,
  egressNatGateway,
  egressLbOutbound,
  egressHttpProxy,
] as const;
