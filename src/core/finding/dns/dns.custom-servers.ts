// dns.custom-servers: when a network's own DNS servers are down or cut off, nothing resolves there, whatever the zone says.
import { defineStep } from "../define-step.ts";

export const dnsCustomServers = defineStep({
  id: "dns.custom-servers",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  unjudged: "ownServers",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances",
  of: ["nodes.api", "nodes.dns", "people.api"],
  after: ["vnet.cluster-subnet"],
});
