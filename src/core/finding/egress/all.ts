// The nodes' way out: every check of it. A new one is a file beside this and a line here.
import { egressHttpProxy } from "./egress.http-proxy.ts";
import { egressLbOutbound } from "./egress.lb-outbound.ts";
import { egressNatGateway } from "./egress.nat-gateway.ts";
import { egressOutboundConsistent } from "./egress.outbound-consistent.ts";

export const egressChecks = [
  egressOutboundConsistent,
  egressNatGateway,
  egressLbOutbound,
  egressHttpProxy,
] as const;
