// firewall.aks-fqdns: nodes that leave by a firewall need its rules for what AKS needs.
import { defineStep } from "../define-step.ts";

export const firewallAksFqdns = defineStep({
  id: "firewall.aks-fqdns",
  severity: "critical",
  scope: "nodes",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/outbound-rules-control-egress",
  of: ["nodes.egress"],
  after: ["firewall.state"],
});
