// P11: a VPN, and from there straight to the API server.

import { traitsOf } from "../rank.ts";
import { remark } from "../steps.ts";
import { gatewayPath } from "./gateway-path.ts";

export const p11 = gatewayPath({
  id: "P11",
  title: "VPN",
  traits: traitsOf(2, { from: ["internet", "vpn"] }),
  gatewayType: "Vpn",
  check: ["vpn.gateway-state"],
  unjudged: {
    checks: ["vpn.connection-status", "vpn.p2s-config", "vpn.route-to-spoke", "dns.onprem-forwarding"],
    reason:
      "Whether the VPN is up on your side, and leads and resolves names up to the API server, is not judged yet.",
  },
  connect: (gateway) => remark(`connect to the VPN of ${gateway}; then:`),
});
