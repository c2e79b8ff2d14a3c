// route.bgp-propagation: a table that takes no routes from gateways keeps its subnets from what is behind them.
import { defineStep } from "../define-step.ts";

export const routeBgpPropagation = defineStep({
  id: "route.bgp-propagation",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-networks-udr-overview#border-gateway-protocol",
  of: ["gateway.api"],
  after: ["vnet.cluster-subnet"],
});
