// dns.link-resolver: with DNS servers of one's own, the name is resolved from where the servers stand.
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsLinkResolver = defineStep({
  id: "dns.link-resolver",
  title: "Zone is linked where the DNS servers stand",
  severity: "critical",
  why: "With DNS servers of one's own, the name is resolved from the servers' network, not from the client's.",
  remediation: "Link the zone to the servers' network and let them forward it to 168.63.129.16.",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#prerequisites-for-private-aks-clusters",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
});
