// nsg.jump-inbound: whoever comes through Bastion must be let in to the jump host, over SSH or RDP.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const nsgJumpInbound = defineStep({
  id: "nsg.jump-inbound",
  title: "Jump host lets Bastion in",
  severity: "high",
  about: "people",
  why: "Bastion opens SSH or RDP to the jump host from its own subnet; a rule that denies it cuts that way in.",
  remediation: "Allow SSH or RDP from the Bastion's subnet before the rule that denies it.",
  source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
  of: ["bastion.jump"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
});
