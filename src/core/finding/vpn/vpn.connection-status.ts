// vpn.connection-status: a gateway without a tunnel that is up leads nowhere.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const vpnConnectionStatus = defineStep({
  id: "vpn.connection-status",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-troubleshoot-site-to-site-cannot-connect",
  of: ["gateway.api"],
  after: ["vpn.gateway-state"],
  skip: unlessPrivate,
});
