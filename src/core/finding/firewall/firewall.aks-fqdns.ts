// firewall.aks-fqdns: nodes that leave by a firewall need its rules for what AKS needs.
import { defineStep } from "../define-step.ts";

export const firewallAksFqdns = defineStep({
  id: "firewall.aks-fqdns",
  title: "The firewall lets through what nodes need",
  severity: "critical",
  why: "Without its own names and the registry's AKS can neither start nor upgrade nodes.",
  remediation: "Allow the FQDN tag AzureKubernetesService, or the names that AKS lists.",
  source: "https://learn.microsoft.com/azure/aks/outbound-rules-control-egress",
  of: ["nodes.egress"],
  after: ["firewall.state"],
});
