// bastion.reach: Bastion reaches machines in its own and directly peered networks, and no further.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const bastionReach = defineStep({
  id: "bastion.reach",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/bastion/vnet-peering",
  of: ["bastion.jump"],
  after: ["bastion.exists", "peering.both-sides", "peering.state", "peering.vnet-access"],
  skip: unlessPrivate,
});
