// dns.link-state: a link works only when its state is Completed.
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsLinkState = defineStep({
  id: "dns.link-state",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
});
