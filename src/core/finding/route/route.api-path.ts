// route.api-path: packets to the API server must not be dropped, or go one way through an appliance.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const routeApiPath = defineStep({
  id: "route.api-path",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  pathPlace: { on: "own", thing: "route" },
  source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
  of: ["nodes.api", "people.api"],
  after: ["pe.ip", "api.vnetint-ilb", "peering.vnet-access", "peering.sync"],
  skip: unlessPrivate,
});
