// dns.link-client: by default only the cluster's network is linked, so the hub answers "no such host".
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsLinkClient = defineStep({
  id: "dns.link-client",
  title: "Zone is linked to the network you come from",
  severity: "high",
  about: "people",
  why: "Without a link the API server's name does not resolve there, although the peering works.",
  remediation: "Link the zone to the network that you come from.",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  of: ["people.api"],
  after: ["dns.zone-exists", "dns.zone-name"],
  skip: unlessPrivateZone,
});
