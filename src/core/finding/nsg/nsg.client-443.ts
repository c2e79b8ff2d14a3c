// nsg.client-443: the client's own security groups must let TCP 443 out to the API server.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const nsgClient443 = defineStep({
  id: "nsg.client-443",
  severity: "critical",
  scope: "people",
  impact: "degrades",
  pathPlace: { on: "own", thing: "rules" },
  source: "https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works",
  of: ["people.api"],
  after: ["vnet.cluster-subnet", "pe.ip", "api.vnetint-ilb"],
  skip: unlessPrivate,
});
