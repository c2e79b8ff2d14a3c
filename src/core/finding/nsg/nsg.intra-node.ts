// nsg.intra-node: nodes and pods must reach each other, and the load balancer must be able to probe them.
import { defineStep } from "../define-step.ts";

export const nsgIntraNode = defineStep({
  id: "nsg.intra-node",
  title: "Security groups let nodes reach each other",
  severity: "high",
  why: "Without TCP 10250 between nodes, logs, exec and webhooks fail; blocking traffic in the subnet is not supported.",
  remediation: "Allow traffic inside the network before the rule that denies it.",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues",
  of: ["nodes.nodes", "pods.dns"],
  after: ["vnet.cluster-subnet"],
});
