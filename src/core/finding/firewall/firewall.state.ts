// firewall.state: a firewall that was deallocated to save money leaves the nodes without a way out.
import { defineStep } from "../define-step.ts";

export const firewallState = defineStep({
  id: "firewall.state",
  title: "Firewall on the nodes' way out is running",
  severity: "critical",
  why: "When the default route leads to a firewall that failed or was deallocated, nodes reach nothing outside.",
  remediation: "Allocate the firewall again, and compare its private address with the routes.",
  source: "https://learn.microsoft.com/azure/firewall/overview",
  of: ["nodes.egress"],
  after: ["route.default"],
});
