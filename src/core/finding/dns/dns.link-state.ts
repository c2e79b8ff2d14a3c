// dns.link-state: a link works only when its state is Completed.
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsLinkState = defineStep({
  id: "dns.link-state",
  title: "Links of the zone are complete",
  severity: "high",
  why: "A link works only when its state is Completed.",
  remediation: "Wait while it is in progress; delete and make again a link that failed.",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
});
