// peering.both-sides: a peering that one network lacks carries nothing.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const peeringBothSides = defineStep({
  id: "peering.both-sides",
  title: "Peering exists on both sides",
  severity: "critical",
  why: "A peering that one side lacks carries nothing.",
  remediation: "Remove what is left of it and make the peering on both sides.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api", "bastion.jump"],
  after: ["vnet.cluster-subnet"],
  skip: unlessPrivate,
});
