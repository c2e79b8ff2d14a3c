// peering.vnet-access: with access off, a Connected peering still lets nothing through.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const peeringVnetAccess = defineStep({
  id: "peering.vnet-access",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api", "bastion.jump"],
  after: ["peering.state"],
  skip: unlessPrivate,
});
