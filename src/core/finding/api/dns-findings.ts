// The API server's name: every check of it. A new one goes here or beside this, and into the list.

import { forResource, target } from "../../fix/write/az.ts";
import { type Fix, fixOf } from "../../fix/write/fix.ts";
import { recordFix } from "../../fix/zone.ts";
import { apiAddressOf } from "../../network/address/api-server.ts";
import {
  advise,
  notApplicable,
  type Outcome,
  pass,
  type SharedFact,
  unread,
  warn,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { PrivateDnsZone, VirtualNetworkLink } from "../../snapshot/network.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { defineCheck, unlessNodesUseZone, unlessPrivateZone } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { dnsOnpremForwarding } from "./dns.onprem-forwarding.ts";
import { dnsZoneExists } from "./dns.zone-exists.ts";
import { dnsZoneName, type GoneZone } from "./dns.zone-name.ts";

// dns.a-record-extra: a record that also holds addresses where no API server is fails for some of those who ask.

type ExtraAddressFact =
  | GoneZone
  | Readonly<
      | { is: "noRecord" }
      | { is: "ofMachine"; record: string }
      | { is: "oneAddress" }
      | { is: "noneRight" }
      /** `ip`: of the API server. */
      | { is: "deadBeside"; ip: string }
    >;

const dnsARecordExtra = defineCheck({
  id: "dns.a-record-extra",
  severity: "medium",
  scope: "cluster",
  impact: "cuts",
  source: "https://learn.microsoft.com/azure/aks/start-stop-cluster#about-the-cluster-stopstart-feature",
  needs: ["managedCluster", "privateDnsZone", "apiServerRecord"],
  looksAt: ["privateEndpoint", "privateEndpointNic", "loadBalancers"],
  after: ["dns.a-record-present"],
  skip: unlessPrivateZone,
  evaluate: ({
    managedCluster: cluster,
    privateDnsZone: zone,
    apiServerRecord: record,
    ...sources
  }): Outcome<ExtraAddressFact | SharedFact> => {
    if (zone === null) return notApplicable({ is: "zoneGone" });
    if (record === null) return notApplicable({ is: "noRecord" });
    const { addresses: held, name: label, isAutoRegistered } = record;
    const evidence = [columns(label, "A", held.join(", "))];
    if (isAutoRegistered)
      return warn({ is: "ofMachine", record: label }, { resourceId: record.id, evidence });
    const apiServerRecord = { status: "collected", data: record } as const;
    const address = apiAddressOf(cluster, { ...sources, apiServerRecord });
    if (held.length < 2) return pass({ is: "oneAddress" }, evidence);
    if (address.status === "unknown") return unread(address);
    if (!held.includes(address.ip)) return notApplicable({ is: "noneRight" });
    return warn(
      { is: "deadBeside", ip: address.ip },
      { resourceId: record.id, evidence, fix: recordFix({ zone, label, held, wanted: address.ip }) },
    );
  },
});

// dns.link-registration: registration writes machines' names beside the API server's, and a network has it for one zone alone.

type RegistrationFact =
  | GoneZone
  | Readonly<{ is: "noneRegisters" } | { is: "registers"; links: readonly string[] }>;

const turnOff = (zone: PrivateDnsZone, links: readonly VirtualNetworkLink[]): Fix | null =>
  forResource(zone.id, (parts) =>
    fixOf(
      links.map(({ name }) => ({ kind: "endRegistration", at: target(parts, zone.name, name) })),
      { is: "registeredNamesGone" },
      { role: "Private DNS Zone Contributor", on: [zone.name] },
    ),
  );

const dnsLinkRegistration = defineCheck({
  id: "dns.link-registration",
  severity: "low",
  scope: "cluster",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/dns/private-dns-autoregistration",
  needs: ["managedCluster", "privateDnsZone", "privateDnsLinks"],
  after: ["dns.zone-exists"],
  skip: unlessPrivateZone,
  evaluate: ({ privateDnsZone: zone, privateDnsLinks: links }): Outcome<RegistrationFact | SharedFact> => {
    if (zone === null) return notApplicable({ is: "zoneGone" });
    const registering = links.filter(({ registrationEnabled }) => registrationEnabled);
    const evidence = registering.map(({ name, virtualNetworkId }) => columns(name, nameOf(virtualNetworkId)));
    return registering.length === 0
      ? pass({ is: "noneRegisters" })
      : advise(
          { is: "registers", links: registering.map(({ name }) => name) },
          { resourceId: zone.id, evidence, fix: turnOff(zone, registering) },
        );
  },
});

export const dnsChecks = [
  dnsZoneExists,
  dnsZoneName,
  // Without the record, every linked network answers "no such host".
  defineStep({
    id: "dns.a-record-present",
    severity: "critical",
    scope: "cluster",
    impact: "cuts",
    source: "https://learn.microsoft.com/azure/aks/private-cluster-connect",
    of: ["nodes.api", "people.api"],
    after: ["dns.zone-exists", "dns.zone-name"],
    skip: unlessPrivateZone,
  }),
  // After a restart or a new endpoint, the record may lead to an address where nobody is.
  defineStep({
    id: "dns.a-record-match",
    severity: "critical",
    scope: "cluster",
    impact: "cuts",
    source: "https://learn.microsoft.com/azure/aks/start-stop-cluster#about-the-cluster-stopstart-feature",
    of: ["nodes.api", "people.api"],
    after: ["pe.ip", "api.vnetint-ilb", "dns.a-record-present", "identity.dns-role"],
    skip: unlessPrivateZone,
  }),
  dnsARecordExtra,
  // Nodes resolve the API server's name through this link.
  defineStep({
    id: "dns.link-cluster",
    severity: "critical",
    scope: "cluster",
    impact: "cuts",
    source:
      "https://learn.microsoft.com/azure/aks/private-clusters#hub-and-spoke-with-custom-dns-for-private-aks-clusters",
    of: ["nodes.api"],
    after: ["dns.zone-exists", "dns.link-resolver"],
    skip: unlessNodesUseZone,
  }),
  // By default only the cluster's network is linked, so the hub answers "no such host".
  defineStep({
    id: "dns.link-client",
    severity: "high",
    scope: "people",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
    of: ["people.api"],
    after: ["dns.zone-exists", "dns.zone-name"],
    skip: unlessPrivateZone,
  }),
  // With DNS servers of one's own, the name is resolved from where the servers stand.
  defineStep({
    id: "dns.link-resolver",
    severity: "critical",
    scope: "cluster",
    impact: "cuts",
    source: "https://learn.microsoft.com/azure/aks/private-clusters#prerequisites-for-private-aks-clusters",
    of: ["nodes.api", "people.api"],
    after: ["dns.zone-exists"],
    skip: unlessPrivateZone,
  }),
  // A link works only when its state is Completed.
  defineStep({
    id: "dns.link-state",
    severity: "high",
    scope: "cluster",
    impact: "cuts",
    source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
    of: ["nodes.api", "people.api"],
    after: ["dns.zone-exists"],
    skip: unlessPrivateZone,
  }),
  dnsLinkRegistration,
  // A network that is linked to another zone of the same name hears what that one says.
  defineStep({
    id: "dns.duplicate-zone",
    severity: "high",
    scope: "cluster",
    impact: "cuts",
    source: "https://learn.microsoft.com/azure/dns/private-dns-virtual-network-links",
    of: ["nodes.api", "people.api"],
    after: ["dns.zone-exists", "dns.zone-name"],
    skip: unlessPrivateZone,
  }),
  // A ruleset passes the API server's name on, to servers that have to know it.
  defineStep({
    id: "dns.private-resolver",
    severity: "high",
    scope: "cluster",
    impact: "cuts",
    source: "https://learn.microsoft.com/azure/dns/private-resolver-endpoints-rulesets",
    of: ["nodes.api", "people.api"],
    after: ["dns.zone-exists"],
    skip: unlessPrivateZone,
  }),
  // When a network's own DNS servers are down or cut off, nothing resolves there, whatever the zone says.
  defineStep({
    id: "dns.custom-servers",
    severity: "critical",
    scope: "cluster",
    impact: "cuts",
    unjudged: "ownServers",
    source:
      "https://learn.microsoft.com/azure/virtual-network/virtual-networks-name-resolution-for-vms-and-role-instances",
    of: ["nodes.api", "nodes.dns", "people.api"],
    after: ["vnet.cluster-subnet"],
  }),
  dnsOnpremForwarding,
] as const;
