// er.circuit-provisioned: a circuit works once the provider, Azure and the private peering say so.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const erCircuitProvisioned = defineStep({
  id: "er.circuit-provisioned",
  title: "The ExpressRoute circuit is up",
  severity: "high",
  about: "people",
  why: "A circuit carries nothing before the provider has provisioned it and its private peering is on.",
  remediation: "Ask the provider where it is not provisioned; switch the private peering on where it is off.",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-workflows",
  of: ["gateway.api"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
});
