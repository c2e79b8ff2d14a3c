// bastion.reach: Bastion reaches machines in its own and directly peered networks, and no further.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const bastionReach = defineStep({
  id: "bastion.reach",
  title: "Bastion reaches the jump host",
  severity: "high",
  about: "people",
  why: "Bastion reaches machines in its own network and in directly peered ones, never over two hops.",
  remediation: "Peer the two networks, or make a Bastion host in the one of the jump host.",
  source: "https://learn.microsoft.com/azure/bastion/vnet-peering",
  of: ["bastion.jump"],
  after: ["bastion.exists", "peering.both-sides", "peering.state", "peering.vnet-access"],
  skip: unlessPrivate,
});
