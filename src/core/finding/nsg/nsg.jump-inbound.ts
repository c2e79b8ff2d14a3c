// nsg.jump-inbound: whoever comes through Bastion, or some other way, must be let in to the jump host, over SSH or RDP.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const nsgJumpInbound = defineStep({
  id: "nsg.jump-inbound",
  severity: "high",
  scope: "people",
  impact: "degrades",
  pathPlace: { on: "entry", thing: "rules" },
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  of: ["bastion.jump", "jump.entry"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
});
