// route.next-hop-alive: a default route to an appliance that is off or gone is a black hole.
import { defineStep } from "../define-step.ts";

export const routeNextHopAlive = defineStep({
  id: "route.next-hop-alive",
  title: "What the default route leads to is running",
  severity: "critical",
  why: "A default route to an appliance that is off, gone or out of reach drops all that nodes send outside.",
  remediation: "Start the appliance, or lead the route to one that runs.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview",
  of: ["nodes.egress"],
  after: ["route.default", "peering.state", "firewall.state"],
});
