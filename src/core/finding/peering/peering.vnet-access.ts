// peering.vnet-access: with access off, a Connected peering still lets nothing through.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const peeringVnetAccess = defineStep({
  id: "peering.vnet-access",
  title: "Peering lets traffic through",
  severity: "critical",
  why: "With access off the peering is Connected, but the other network's range is not trusted and default rules drop it.",
  remediation: "Allow virtual network access on both sides.",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api", "bastion.jump"],
  after: ["peering.state"],
  skip: unlessPrivate,
});
