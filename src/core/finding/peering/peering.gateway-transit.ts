// peering.gateway-transit: a network uses its peer's gateway only where both halves say so.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const peeringGatewayTransit = defineStep({
  id: "peering.gateway-transit",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",
  of: ["gateway.api"],
  after: ["peering.state"],
  skip: unlessPrivate,
});
