// peering.state: only a peering that is Connected on both sides installs routes.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const peeringState = defineStep({
  id: "peering.state",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/virtual-network/virtual-network-manage-peering",
  of: ["people.api", "bastion.jump"],
  after: ["peering.both-sides"],
  skip: unlessPrivate,
});
