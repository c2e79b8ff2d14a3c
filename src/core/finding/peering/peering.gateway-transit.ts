// peering.gateway-transit: a network uses its peer's gateway only where both halves say so.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const peeringGatewayTransit = defineStep({
  id: "peering.gateway-transit",
  title: "The hub's gateway is shared",
  severity: "high",
  about: "people",
  why: "Without gateway transit on one half and its use on the other, what is behind the gateway learns no route.",
  remediation: "Offer the gateway on the hub's half, then use it on the other.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-peering-gateway-transit",
  of: ["gateway.api"],
  after: ["peering.state"],
  skip: unlessPrivate,
});
