// dns.link-resolver: with DNS servers of one's own, the name is resolved from where the servers stand.
import { defineStep } from "../define-step.ts";
import { unlessPrivateZone } from "../skips.ts";

export const dnsLinkResolver = defineStep({
  id: "dns.link-resolver",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#prerequisites-for-private-aks-clusters",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
});
