// Reads everything that a diagnosis looks at, as the requester, in as few round trips as the ids allow.
// 1: the cluster · 2: its node resource group, network and own zone · 3: peered networks, system zone's records
// · 4: power states, and whatever lies in yet another resource group.

import type { Requester } from "../../core/requester.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { Unavailable } from "../../core/snapshot/section.ts";
import type { Client, ClusterSnapshot } from "../../core/snapshot/snapshot.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { type ArmReads, createArmReads } from "./arm-reads.ts";
import { readCluster, readPermissions, readResourceHealth } from "./cluster.ts";
import { readOtherZones } from "./other-zones.ts";
import { type PrivateDnsReads, readPrivateDns } from "./private-dns.ts";
import { readPrivateEndpoint } from "./private-endpoint.ts";
import { blockedBy, type Read } from "./read.ts";
import { readNetworks } from "./read-networks.ts";

type Sections = Omit<
  ClusterSnapshot,
  "clusterId" | "takenAt" | "client" | "requesterObjectId" | "requesterTenantId" | "arm"
>;
type BeyondCluster = Omit<Sections, "managedCluster" | "permissions" | "resourceHealth">;

/** Sections together with the deepest round trip among them. */
type Part<T> = Readonly<{ sections: T; level: number }>;

const deepest = (...reads: readonly Readonly<{ level: number }>[]): number =>
  Math.max(0, ...reads.map((read) => read.level));

const readAccess = async (
  arm: ArmSession,
  reads: ArmReads,
  cluster: Read<ManagedCluster>,
  data: ManagedCluster,
  zone: Promise<PrivateDnsReads>,
) => {
  const [endpoint, dns] = await Promise.all([readPrivateEndpoint(arm, reads, cluster.level, data), zone]);
  const sections = {
    privateEndpointConnections: endpoint.connections.section,
    privateEndpoint: endpoint.endpoint.section,
    privateEndpointNic: endpoint.nic.section,
    privateDnsZone: dns.zone.section,
    privateDnsLinks: dns.links.section,
    apiServerRecord: dns.record.section,
  };
  return {
    sections,
    level: deepest(endpoint.connections, endpoint.endpoint, endpoint.nic, dns.zone, dns.links, dns.record),
  };
};

/** What cannot be looked for while the cluster itself is not readable. */
const behind = (cause: Unavailable): BeyondCluster => {
  const blocked = (what: string) => blockedBy(cause, what).section;
  const unlisted = (what: string) => ({ items: [], missing: [blocked(what)] });
  return {
    privateEndpointConnections: blocked("Private endpoint connections"),
    privateEndpoint: blocked("The API server's private endpoint"),
    privateEndpointNic: blocked("The private endpoint's network interface"),
    privateDnsZone: blocked("The private DNS zone"),
    privateDnsLinks: blocked("The links of the private DNS zone"),
    apiServerRecord: blocked("The A record of the API server"),
    otherZones: unlisted("Other private DNS zones"),
    clusterNetwork: blocked("The cluster's virtual network"),
    peerNetworks: blocked("Peered networks"),
    jumpHosts: blocked("Virtual machines to go through"),
    scaleSets: unlisted("The nodes' scale sets"),
    nodeMachines: unlisted("The nodes' network interfaces"),
    networkSecurityGroups: {},
    adminRules: {},
    adminRulesRefused: [],
    routeTables: {},
    natGateways: {},
    publicIpAddresses: {},
    firewallPolicies: {},
    loadBalancers: unlisted("Load balancers"),
    firewalls: unlisted("Firewalls"),
    bastionHosts: unlisted("Bastion hosts"),
    containerGroups: unlisted("Containers"),
    networkProfiles: unlisted("Network profiles"),
    sessionHosts: unlisted("Session hosts"),
    jitPolicies: unlisted("Policies of just-in-time access"),
    virtualNetworkGateways: unlisted("Virtual network gateways"),
    gatewayConnections: unlisted("Gateway connections"),
    localNetworkGateways: {},
    expressRouteCircuits: {},
    dnsInboundEndpoints: unlisted("DNS resolvers"),
    dnsRulesets: unlisted("DNS forwarding rulesets"),
    subnetUsages: blocked("The addresses in use"),
    recentChanges: unlisted("Recent changes"),
  };
};

const readBeyond = async (
  arm: ArmSession,
  cluster: Read<ManagedCluster>,
  client: Client,
  now: number,
): Promise<Part<BeyondCluster>> => {
  if (cluster.section.status === "unavailable") return { sections: behind(cluster.section), level: 0 };
  const reads = createArmReads(arm, now);
  const { data } = cluster.section;
  const zone = readPrivateDns(arm, reads, cluster.level, data);
  const links = zone.then((read) => read.links);
  const [access, others, networks] = await Promise.all([
    readAccess(arm, reads, cluster, data, zone),
    readOtherZones(arm, reads, cluster.level, data, zone),
    readNetworks(arm, reads, cluster, data, links, client),
  ]);
  return {
    sections: { ...access.sections, otherZones: others.listing, ...networks.sections },
    level: deepest(access, others, networks),
  };
};

/** Never throws for what Azure answers: each section says on its own what could not be read. `now` is in milliseconds. */
export const collectSnapshot = async (
  arm: ArmSession,
  clusterId: string,
  client: Client,
  requester: Pick<Requester, "objectId" | "tenantId">,
  now: () => number,
): Promise<ClusterSnapshot> => {
  const started = now();
  const clusterRead = readCluster(arm, clusterId);
  const [cluster, permissions, health, beyond] = await Promise.all([
    clusterRead,
    readPermissions(arm, clusterId),
    readResourceHealth(arm, clusterId),
    clusterRead.then((read) => readBeyond(arm, read, client, started)),
  ]);
  const requests = arm.requests();
  return {
    clusterId,
    takenAt: new Date(started).toISOString(),
    client,
    requesterObjectId: requester.objectId,
    requesterTenantId: requester.tenantId,
    managedCluster: cluster.section,
    permissions: permissions.section,
    resourceHealth: health.section,
    ...beyond.sections,
    arm: {
      requests,
      levels: requests === 0 ? 0 : deepest(cluster, permissions, health, beyond),
      ms: now() - started,
    },
  };
};
