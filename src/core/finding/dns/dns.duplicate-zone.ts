// dns.duplicate-zone: a network that is linked to another zone of the same name hears what that one says.
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsDuplicateZone = defineStep({
  id: "dns.duplicate-zone",
  title: "No other zone of that name answers",
  severity: "high",
  why: "Azure lets a network be linked to one zone of a name: whatever that says is the answer there, and AKS keeps up only its own.",
  remediation:
    "Link the network to the cluster's own zone instead, or put the record right in the other one.",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists", "dns.zone-name"],
  skip: unlessPrivateZone,
});
