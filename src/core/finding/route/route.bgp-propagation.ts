// route.bgp-propagation: a table that takes no routes from gateways keeps its subnets from what is behind them.
import { defineStep } from "../define-step.ts";

export const routeBgpPropagation = defineStep({
  id: "route.bgp-propagation",
  title: "Route tables take the gateway's routes",
  severity: "high",
  about: "people",
  why: "With propagation off, answers to what is behind a gateway find no route, so whoever comes that way hears nothing.",
  remediation:
    "Add a route to that range with the gateway as next hop, or let the table take the gateway's routes.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#border-gateway-protocol",
  of: ["gateway.api"],
  after: ["vnet.cluster-subnet"],
});
