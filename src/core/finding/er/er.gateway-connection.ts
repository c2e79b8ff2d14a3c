// er.gateway-connection: a connection joins the gateway, and with it the networks, to the circuit.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const erGatewayConnection = defineStep({
  id: "er.gateway-connection",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-howto-linkvnet-arm",
  of: ["gateway.api"],
  after: ["er.private-peering"],
  skip: unlessPrivate,
});
