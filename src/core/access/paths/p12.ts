// P12: ExpressRoute, and from there straight to the API server.

import { traitsOf } from "../rank.ts";
import { remark } from "../steps.ts";
import { gatewayPath } from "./gateway-path.ts";

export const p12 = gatewayPath({
  id: "P12",
  title: "ExpressRoute",
  traits: traitsOf(1, { from: ["er"] }),
  gatewayType: "ExpressRoute",
  check: [],
  unjudged: {
    checks: ["er.circuit-provisioned", "er.gateway-connection", "er.bgp-routes", "dns.onprem-forwarding"],
    reason:
      "Whether the circuit is up, and leads and resolves names up to the API server, is not judged yet.",
  },
  connect: (gateway) => remark(`from the network that ${gateway} connects:`),
});
