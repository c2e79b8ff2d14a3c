// route.inside: routes between nodes, to DNS servers and to jump hosts.
import { defineStep } from "../define-step.ts";

export const routeInside = defineStep({
  id: "route.inside",
  severity: "critical",
  scope: "nodes",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
  of: ["nodes.nodes", "nodes.dns"],
  after: ["vnet.cluster-subnet"],
});
