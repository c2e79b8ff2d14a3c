// egress.http-proxy: what nodes send through a proxy ends there, as far as Azure shows.
import { defineStep } from "../define-step.ts";

export const egressHttpProxy = defineStep({
  id: "egress.http-proxy",
  severity: "medium",
  scope: "nodes",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/http-proxy",
  of: ["nodes.egress"],
  after: ["nsg.node-egress"],
});
