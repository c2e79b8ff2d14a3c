// peering.sync: a range that was added to a network is routed only once its peerings were synced.
import { defineStep } from "../define-step.ts";

export const peeringSync = defineStep({
  id: "peering.sync",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/update-virtual-network-peering-address-space",
  of: ["people.api"],
  after: ["peering.state"],
});
