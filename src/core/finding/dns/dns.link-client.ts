// dns.link-client: by default only the cluster's network is linked, so the hub answers "no such host".
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsLinkClient = defineStep({
  id: "dns.link-client",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  of: ["people.api"],
  after: ["dns.zone-exists", "dns.zone-name"],
  skip: unlessPrivateZone,
});
