// ExpressRoute: every check of it. A new one is a file beside this and a line here.

import { defineStep } from "../kit/define-step.ts";
import { unlessPrivate } from "../kit/skips.ts";
import { erBgpRoutes } from "./er.bgp-routes.ts";
import { erEncryption } from "./er.encryption.ts";
import { erFastpath } from "./er.fastpath.ts";

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
