// route.next-hop-alive: a default route to an appliance that is off or gone is a black hole.
import { defineStep } from "../define-step.ts";

export const routeNextHopAlive = defineStep({
  id: "route.next-hop-alive",
  severity: "critical",
  scope: "nodes",
  impact: "cuts",
  pathPlace: { on: "out", thing: "appliance" },
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
  of: ["nodes.egress"],
  after: ["route.default", "peering.state", "firewall.state"],
});
