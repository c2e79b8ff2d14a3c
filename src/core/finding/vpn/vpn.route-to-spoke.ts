// vpn.route-to-spoke: both sides of a tunnel have to know each other's ranges.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const vpnRouteToSpoke = defineStep({
  id: "vpn.route-to-spoke",
  title: "Behind the VPN the ranges are known",
  severity: "high",
  about: "people",
  why: "Answers go to what the gateway knows to be behind a tunnel: a range that is missing there, or that a network here has as well, never gets an answer.",
  remediation: "Enter the range at the connection's other side, or give one of the two another range.",
  source: "https://learn.microsoft.com/azure/vpn-gateway/vpn-gateway-about-vpn-gateway-settings",
  of: ["gateway.api"],
  after: ["vpn.connection-status"],
  skip: unlessPrivate,
});
