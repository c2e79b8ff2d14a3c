// peering.forwarded-traffic: what an appliance passes on comes from a third network, and a peering drops that unless told.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const peeringForwardedTraffic = defineStep({
  id: "peering.forwarded-traffic",
  title: "Peering takes what an appliance passes on",
  severity: "high",
  why: "Traffic through an appliance arrives from a third network, and a peering drops it unless forwarded traffic is on.",
  remediation: "Allow forwarded traffic on the peerings with the appliance's network.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api"],
  after: ["peering.state"],
  skip: unlessPrivate,
});
