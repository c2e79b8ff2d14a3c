// nsg.intra-node: nodes and pods must reach each other, and the load balancer must be able to probe them.
import { defineStep } from "../define-step.ts";

export const nsgIntraNode = defineStep({
  id: "nsg.intra-node",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues",
  of: ["nodes.nodes", "pods.dns"],
  after: ["vnet.cluster-subnet"],
});
