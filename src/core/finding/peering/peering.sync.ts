// peering.sync: a range that was added to a network is routed only once its peerings were synced.
import { defineStep } from "../define-step.ts";

export const peeringSync = defineStep({
  id: "peering.sync",
  title: "Peering knows every range of both networks",
  severity: "high",
  why: "A range that was added to a network is not routed before its peerings are synced, so what lies in it is not reached.",
  remediation: "Sync the peering on both sides.",
  source: "https://learn.microsoft.com/azure/virtual-network/update-virtual-network-peering-address-space",
  of: ["people.api"],
  after: ["peering.state"],
});
