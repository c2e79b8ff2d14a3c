// vpn.connection-status: a gateway without a tunnel that is up leads nowhere.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const vpnConnectionStatus = defineStep({
  id: "vpn.connection-status",
  title: "The VPN's connections are up",
  severity: "high",
  about: "people",
  why: "While a tunnel is down, nothing behind it gets here.",
  remediation: "See the other side's device, the shared key and the addresses of both gateways.",
  source:
    "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-troubleshoot-site-to-site-cannot-connect",
  of: ["gateway.api"],
  after: ["vpn.gateway-state"],
  skip: unlessPrivate,
});
