// P11: a VPN, and from there straight to the API server.

import { traitsOf } from "../rank.ts";
import { gatewayPath } from "./gateway-path.ts";

export const p11 = gatewayPath({
  id: "P11",
  traits: traitsOf("network", 2, { from: ["internet", "vpn"] }),
  gatewayType: "Vpn",
  check: ["vpn.gateway-state"],
  unjudged: { is: "vpnUnjudged" },
  left: ["vpn.connection-status", "vpn.p2s-config", "vpn.route-to-spoke", "dns.onprem-forwarding"],
  connect: (gateway) => ({ is: "connectVpn", gateway }),
});
