// The API server's name: every check of it. A new one is a file beside this and a line here.

import { unlessNodesUseZone, unlessPrivateZone } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { dnsARecordExtra } from "./dns.a-record-extra.ts";
import { dnsLinkRegistration } from "./dns.link-registration.ts";
import { dnsOnpremForwarding } from "./dns.onprem-forwarding.ts";
import { dnsZoneExists } from "./dns.zone-exists.ts";
import { dnsZoneName } from "./dns.zone-name.ts";

// dns.a-record-match: after a restart or a new endpoint, the record may lead to an address where nobody is.

const dnsARecordMatch = defineStep({
  id: "dns.a-record-match",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/start-stop-cluster#about-the-cluster-stopstart-feature",
  of: ["nodes.api", "people.api"],
  after: ["pe.ip", "api.vnetint-ilb", "dns.a-record-present", "identity.dns-role"],
  skip: unlessPrivateZone,
});

// dns.a-record-present: without the record, every linked network answers "no such host".

const dnsARecordPresent = defineStep({
  id: "dns.a-record-present",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists", "dns.zone-name"],
  skip: unlessPrivateZone,
});

// dns.custom-servers: when a network's own DNS servers are down or cut off, nothing resolves there, whatever the zone says.

const dnsCustomServers = defineStep({
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

// dns.duplicate-zone: a network that is linked to another zone of the same name hears what that one says.

const dnsDuplicateZone = defineStep({
  id: "dns.duplicate-zone",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists", "dns.zone-name"],
  skip: unlessPrivateZone,
});

// dns.link-client: by default only the cluster's network is linked, so the hub answers "no such host".

const dnsLinkClient = defineStep({
  id: "dns.link-client",
  severity: "high",
  scope: "people",
  impact: "degrades",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  of: ["people.api"],
  after: ["dns.zone-exists", "dns.zone-name"],
  skip: unlessPrivateZone,
});

// dns.link-cluster: nodes resolve the API server's name through this link.

const dnsLinkCluster = defineStep({
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

// dns.link-resolver: with DNS servers of one's own, the name is resolved from where the servers stand.

const dnsLinkResolver = defineStep({
  id: "dns.link-resolver",
  severity: "critical",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/private-clusters#prerequisites-for-private-aks-clusters",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
});

// dns.link-state: a link works only when its state is Completed.

const dnsLinkState = defineStep({
  id: "dns.link-state",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
});

// dns.private-resolver: a ruleset passes the API server's name on, to servers that have to know it.

const dnsPrivateResolver = defineStep({
  id: "dns.private-resolver",
  severity: "high",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets",
  of: ["nodes.api", "people.api"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
});

export const dnsChecks = [
  dnsZoneExists,
  dnsZoneName,
  dnsARecordPresent,
  dnsARecordMatch,
  dnsARecordExtra,
  dnsLinkCluster,
  dnsLinkClient,
  dnsLinkResolver,
  dnsLinkState,
  dnsLinkRegistration,
  dnsDuplicateZone,
  dnsPrivateResolver,
  dnsCustomServers,
  dnsOnpremForwarding,
] as const;
