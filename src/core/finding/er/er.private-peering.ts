// er.private-peering: of a circuit's peerings, only the private one carries networks.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const erPrivatePeering = defineStep({
  id: "er.private-peering",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-circuit-peerings",
  of: ["gateway.api"],
  after: ["er.circuit-provisioned"],
  skip: unlessPrivate,
});
