// The nodes' way out: every check of it. A new one is a file beside this and a line here.

import { defineStep } from "../kit/define-step.ts";
import { egressLbOutbound } from "./egress.lb-outbound.ts";
import { egressNatGateway } from "./egress.nat-gateway.ts";
import { egressOutboundConsistent } from "./egress.outbound-consistent.ts";

// egress.http-proxy: what nodes send through a proxy ends there, as far as Azure shows.

const egressHttpProxy = defineStep({
  id: "egress.http-proxy",
  severity: "medium",
  scope: "nodes",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/aks/http-proxy",
  of: ["nodes.egress"],
  after: ["nsg.node-egress"],
});

export const egressChecks = [
  egressOutboundConsistent,
  egressNatGateway,
  egressLbOutbound,
  egressHttpProxy,
] as const;
