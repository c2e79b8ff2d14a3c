// peering.both-sides: a peering that one network lacks carries nothing.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const peeringBothSides = defineStep({
  id: "peering.both-sides",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api", "bastion.jump"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
});
