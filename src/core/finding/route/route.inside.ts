// route.inside: routes between nodes, to DNS servers and to jump hosts.
import { defineStep } from "../define-step.ts";

export const routeInside = defineStep({
  id: "route.inside",
  title: "Routes lead between nodes, and to DNS servers and jump hosts",
  severity: "critical",
  why: "A route of one's own may drop packets, or send them one way through a firewall that then drops the answers.",
  remediation: "Remove the route, or give both directions the same one.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
  of: ["nodes.nodes", "nodes.dns"],
  after: ["vnet.cluster-subnet"],
});
