// api.vnetint-nsg: with VNet integration, nodes and the load balancer's probes reach the API server inside the network.
import { defineStep } from "../define-step.ts";
import { unlessVnetIntegration } from "../skips.ts";

export const apiVnetintNsg = defineStep({
  id: "api.vnetint-nsg",
  title: "Security groups let nodes reach the API server",
  severity: "critical",
  why: "With VNet integration nodes need TCP 443 and 4443 to the API server's subnet, and the load balancer TCP 9988.",
  remediation: "Allow these ports before the rule that denies them.",
  source: "https://learn.microsoft.com/azure/aks/api-server-vnet-integration",
  of: ["nodes.api", "api.nodes", "people.api"],
  after: ["api.vnetint-subnet"],
  skip: unlessVnetIntegration,
});
