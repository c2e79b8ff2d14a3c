// firewall.network-rules: a firewall between networks drops what no rule allows.
import { defineStep } from "../define-step.ts";

export const firewallNetworkRules = defineStep({
  id: "firewall.network-rules",
  title: "The firewall lets through the way to the API server",
  severity: "high",
  why: "A firewall drops whatever none of its rules allows.",
  remediation: "Allow this connection in a network rule.",
  source: "https://learn.microsoft.com/azure/firewall/rule-processing",
  of: ["nodes.api", "people.api"],
  after: ["firewall.state"],
});
