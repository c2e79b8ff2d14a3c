// dns.link-cluster: nodes resolve the API server's name through this link.
import { defineStep } from "../define-step.ts";
import { unlessNodesUseZone } from "../skips.ts";

export const dnsLinkCluster = defineStep({
  id: "dns.link-cluster",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source:
    "https://learn.microsoft.com/azure/aks/private-clusters#hub-and-spoke-with-custom-dns-for-private-aks-clusters",
  of: ["nodes.api"],
  after: ["dns.zone-exists", "dns.link-resolver"],
  skip: unlessNodesUseZone,
});
