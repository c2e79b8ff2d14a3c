// nsg.node-egress: nodes need the API server, and public addresses on TCP 443.
import { defineStep } from "../define-step.ts";

export const nsgNodeEgress = defineStep({
  id: "nsg.node-egress",
  severity: "critical",
  scope: "nodes",
  impact: "cuts",
  pathPlace: { on: "out", thing: "rules" },
  source: "https://learn.microsoft.com/azure/aks/outbound-rules-control-egress",
  of: ["nodes.api", "nodes.egress"],
  after: ["vnet.cluster-subnet", "pe.ip"],
});
