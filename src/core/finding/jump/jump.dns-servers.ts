// jump.dns-servers: a machine whose interface names DNS servers of its own asks them, whatever its network's know.
import { defineStep } from "../define-step.ts";
import { unlessPrivate } from "../skips.ts";

export const jumpDnsServers = defineStep({
  id: "jump.dns-servers",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-network-network-interface#change-dns-servers",
  of: ["people.api"],
  after: ["jump.power"],
  skip: unlessPrivate,
});
