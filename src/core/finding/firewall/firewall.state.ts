// firewall.state: a firewall that was deallocated to save money leaves the nodes without a way out.
import { defineStep } from "../define-step.ts";

export const firewallState = defineStep({
  id: "firewall.state",
  severity: "critical",
  scope: "nodes",
  impact: "cuts",
  unjudged: "firewallRules",
  pathPlace: { on: "out", thing: "firewall" },
  source: "https://learn.microsoft.com/azure/firewall/overview",
  of: ["nodes.egress"],
  after: ["route.default"],
});
