// er.circuit-provisioned: a circuit works once the provider and Azure both say so.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const erCircuitProvisioned = defineStep({
  id: "er.circuit-provisioned",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/expressroute/expressroute-workflows",
  of: ["gateway.api"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
});
