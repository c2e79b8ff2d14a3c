// P12: ExpressRoute, and from there straight to the API server.

import { traitsOf } from "../rank.ts";
import { gatewayPath } from "./gateway-path.ts";

export const p12 = gatewayPath({
  id: "P12",
  traits: traitsOf("network", 1, { from: ["er"] }),
  gatewayType: "ExpressRoute",
  check: [],
  unjudged: { is: "circuitUnjudged" },
  left: ["er.circuit-provisioned", "er.gateway-connection", "er.bgp-routes", "dns.onprem-forwarding"],
  connect: (gateway) => ({ is: "fromBehind", gateway }),
});
