// route.api-path: packets to the API server must not be dropped, or go one way through an appliance.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const routeApiPath = defineStep({
  id: "route.api-path",
  title: "Routes lead to the API server and back",
  severity: "critical",
  why: "A route of one's own may drop packets, or send them one way through a firewall that then drops the answers.",
  remediation: "Remove the route, or give both directions the same one.",
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  of: ["nodes.api", "people.api"],
  after: ["pe.ip", "api.vnetint-ilb", "peering.vnet-access", "peering.sync"],
  skip: unlessPrivate,
});
