// dns.custom-servers: when a network's own DNS servers are down or cut off, nothing resolves there, whatever the zone says.
import { defineStep } from "../define-step.ts";

export const dnsCustomServers = defineStep({
  id: "dns.custom-servers",
  title: "DNS servers of your own answer",
  severity: "critical",
  why: "When a network's own DNS servers are down, nothing resolves: nodes fail, and so do all jump hosts in it.",
  remediation: "Start the DNS servers, let UDP 53 through to them, and have two of them.",
  source:
    "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances",
  of: ["nodes.api", "nodes.dns", "people.api"],
  after: ["vnet.cluster-subnet"],
});
