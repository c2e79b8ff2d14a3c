// peering.forwarded-traffic: what an appliance passes on comes from a third network, and a peering drops that unless told.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const peeringForwardedTraffic = defineStep({
  id: "peering.forwarded-traffic",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api"],
  after: ["peering.state"],
  skip: unlessPrivate,
});
