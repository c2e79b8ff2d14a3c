// dns.duplicate-zone: a network that is linked to another zone of the same name hears what that one says.
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsDuplicateZone = defineStep({
  id: "dns.duplicate-zone",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists", "dns.zone-name"],
  skip: unlessPrivateZone,
});
