// vpn.route-to-spoke: both sides of a tunnel have to know each other's ranges.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const vpnRouteToSpoke = defineStep({
  id: "vpn.route-to-spoke",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",
  of: ["gateway.api"],
  after: ["vpn.connection-status"],
  skip: unlessPrivate,
});
