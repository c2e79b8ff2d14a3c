// nsg.node-egress: nodes need the API server, and public addresses on TCP 443.
import { defineStep } from "../define-step.ts";

export const nsgNodeEgress = defineStep({
  id: "nsg.node-egress",
  title: "Security groups let nodes out",
  severity: "critical",
  why: "Nodes that cannot reach the API server or Azure do not start, and those that run lose their pods' images.",
  remediation:
    "Remove the rule that denies it, or allow what nodes need before it; filter names in a firewall.",
  source: "https://learn.microsoft.com/azure/aks/outbound-rules-control-egress",
  of: ["nodes.api", "nodes.egress"],
  after: ["vnet.cluster-subnet", "pe.ip"],
});
