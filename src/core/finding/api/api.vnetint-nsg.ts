// api.vnetint-nsg: with VNet integration, nodes and the load balancer's probes reach the API server inside the network.
import { defineStep } from "../define-step.ts";
import { unlessVnetIntegration } from "../skips.ts";

export const apiVnetintNsg = defineStep({
  id: "api.vnetint-nsg",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
  of: ["nodes.api", "api.nodes", "people.api"],
  after: ["api.vnetint-subnet"],
  skip: unlessVnetIntegration,
});
