// firewall.network-rules: a firewall between networks drops what no rule allows.
import { defineStep } from "../define-step.ts";

export const firewallNetworkRules = defineStep({
  id: "firewall.network-rules",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/firewall/rule-processing",
  of: ["nodes.api", "people.api"],
  after: ["firewall.state"],
});
