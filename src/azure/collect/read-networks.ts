// The cluster's network, its peers, and everything near them that packets go through or people come in by.

import { isPrivate } from "../../core/network/address/api-server.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { PeerNetwork, VirtualNetworkLink } from "../../core/snapshot/network.ts";
import { networkIdOf } from "../../core/snapshot/resource-id.ts";
import { collected, type Section, type Unavailable } from "../../core/snapshot/section.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { findJumpHosts } from "./access/jump-hosts.ts";
import { readJumpScaleSets, withInstances } from "./access/jump-scale-sets.ts";
import type { ArmReads } from "./kit/arm-reads.ts";
import {
  type KnownGroup,
  type KnownGroups,
  knownGroups,
  listIn,
  startClusterGroup,
  startNodeGroup,
} from "./kit/group-reads.ts";
import { blockedBy, dataOf, deepestIn, type Read } from "./kit/read.ts";
import { readVirtualHubs } from "./network/gateway-routes.ts";
import { readGateways, startConnections } from "./network/gateways.ts";
import {
  eachOnce,
  groupsFor,
  hasWayInside,
  type NetworkReads,
  networkSection,
  readClusterNetwork,
  readHalfPeered,
  readLinkedNetworks,
  readRequestersNetwork,
} from "./network/networks.ts";
import {
  dnsServersOf,
  nextHopsOf,
  readNodeInterfaces,
  resolveRouteTables,
  subnetReferences,
} from "./network/references.ts";
import { askHosts, type OnTheWay, readAround, readPeerNetworks } from "./peer-networks.ts";

/** Groups of the networks; which ones the peers are in is unknown while the cluster's network is. */
const groupsOf = (
  own: NetworkReads,
  peers: readonly NetworkReads[],
  further: readonly KnownGroup[] = [],
): KnownGroups => {
  const { section } = own.network;
  const missing = section.status === "unavailable" ? [blockedBy(section, "inPeeredNetworks").section] : [];
  return knownGroups([...[own, ...peers].flatMap(({ group }) => group ?? []), ...further], missing);
};

/** What the cluster's own network and the zone tell about the networks that lead there. */
const whatIsOnTheWay = async (
  reads: ArmReads,
  own: NetworkReads,
  links: Promise<Read<readonly VirtualNetworkLink[]>>,
  client: Client,
): Promise<OnTheWay> => {
  const [{ section }, tables] = await Promise.all([
    links,
    resolveRouteTables(
      reads,
      groupsOf(own, []),
      subnetReferences([own], (subnet) => subnet.routeTableId),
    ),
  ]);
  const linkedIds = (dataOf(section) ?? []).map(({ virtualNetworkId }) => virtualNetworkId);
  return { client, linkedIds, addresses: [...dnsServersOf([own]), ...nextHopsOf(tables)] };
};

/** The cluster's own network, and those that lead there or that the requester or the zone names. */
const readAllNetworks = async (
  arm: ArmSession,
  reads: ArmReads,
  cluster: Read<ManagedCluster>,
  data: ManagedCluster,
  links: Promise<Read<readonly VirtualNetworkLink[]>>,
  client: Client,
): Promise<Readonly<{ own: NetworkReads; peers: readonly NetworkReads[]; gaps: readonly Unavailable[] }>> => {
  const own = await readClusterNetwork(reads, cluster.level, data);
  startConnections(reads, networkSection(own.network));
  const [peered, named, linksRead] = await Promise.all([
    readPeerNetworks(reads, own, () => whatIsOnTheWay(reads, own, links, client)),
    readRequestersNetwork(reads, own, client.virtualNetwork),
    links,
  ]);
  const linked = await readLinkedNetworks(reads, own, peered, linksRead);
  const near = [...peered, ...linked, ...named];
  // People come to a public one from anywhere.
  const { halves, gaps } =
    isPrivate(data) && near.length === 0 ? await readHalfPeered(arm, reads, own) : { halves: [], gaps: [] };
  return { own, peers: eachOnce([...near, ...halves]), gaps };
};

/** How full the subnets are that pools name: asked together with their network, so that nothing waits for it. */
const startUsages = (reads: ArmReads, after: number, { agentPools }: ManagedCluster): void => {
  const id = networkIdOf(
    agentPools.find(({ vnetSubnetId }) => vnetSubnetId !== undefined)?.vnetSubnetId ?? "",
  );
  if (id !== null) reads.subnetUsages(after, id).catch(() => undefined);
};

const readHubs = async (
  arm: ArmSession,
  own: NetworkReads,
  links: Promise<Read<readonly VirtualNetworkLink[]>>,
  { virtualNetwork = "" }: Client,
) => {
  const { section, level } = networkSection(own.network);
  if (section.status === "unavailable") return readVirtualHubs(arm, level, null, []);
  const { section: linked, level: after } = await links;
  const ids = (dataOf(linked) ?? []).map((each) => each.virtualNetworkId);
  return readVirtualHubs(arm, Math.max(level, after), section.data, [virtualNetwork, ...ids]);
};

/** `links` are the private zone's. */
const readParts = async (
  arm: ArmSession,
  reads: ArmReads,
  cluster: Read<ManagedCluster>,
  data: ManagedCluster,
  links: Promise<Read<readonly VirtualNetworkLink[]>>,
  client: Client,
) => {
  const nodeGroup = {
    group: { subscriptionId: data.subscriptionId, resourceGroup: data.nodeResourceGroup },
    after: cluster.level,
  };
  const clusterGroup = { group: data, after: cluster.level };
  // First the network: most waits for it.
  const reading = readAllNetworks(arm, reads, cluster, data, links, client);
  startUsages(reads, cluster.level, data);
  startNodeGroup(reads, nodeGroup);
  startClusterGroup(reads, clusterGroup);
  const [{ own, peers, gaps }, nodes] = await Promise.all([
    reading,
    readNodeInterfaces(reads, data, nodeGroup),
  ]);
  const networks = [own, ...peers];
  const near = groupsOf(own, peers);
  const withNodes = groupsOf(own, peers, [nodeGroup]);
  const changed = groupsOf(own, peers, [nodeGroup, clusterGroup]);
  // Nothing of what follows waits for these.
  const beside = Promise.all([
    readGateways(arm, reads, groupsFor("virtualNetworkGateways", near, networks)),
    listIn(reads.recentChanges, changed),
    readHubs(arm, own, links, client),
  ]);
  const machines = await findJumpHosts(reads, data, networks);
  const jumpSets = await readJumpScaleSets(arm, reads, data, networks, machines);
  const hosts = { ...machines, references: [...machines.references, ...jumpSets.references] };
  const around = await readAround(arm, reads, cluster, data, {
    own,
    networks,
    near,
    nodeGroup,
    withNodes,
    hosts,
    nodes,
  });
  const jumpHosts = withInstances(await askHosts(arm, hosts, networks, around), jumpSets);
  const [gateways, changes, hubs] = await beside;
  return {
    ...{ own, peers, nodes, jumpHosts, jumpSets: jumpSets.sets, hostGaps: machines.gaps },
    peeringGaps: gaps,
    ...{ gateways, changes, hubs, ...around },
  };
};

/** All that was read, each part with the round trip that it came in. */
type NetworkParts = Awaited<ReturnType<typeof readParts>>;

const peersOf = (parts: NetworkParts): Section<readonly PeerNetwork[]> => {
  const { section } = parts.own.network;
  if (section.status === "unavailable") return blockedBy(section, "clusterPeers").section;
  const [gap] = parts.peeringGaps;
  if (gap !== undefined && !hasWayInside(section.data.network, dataOf(parts.jumpHosts.section) ?? []))
    return {
      ...gap,
      message: { is: "blocked", what: "halfPeerings", cause: gap.message },
      needs: parts.peeringGaps.flatMap(({ needs }) => needs),
    };
  return collected(parts.peers.map(({ id, network }) => ({ id, network: networkSection(network).section })));
};

const sectionsOf = (parts: NetworkParts) => ({
  clusterNetwork: networkSection(parts.own.network).section,
  peerNetworks: peersOf(parts),
  scaleSets: parts.nodes.scaleSets.listing,
  nodeInstances: parts.instances.listing,
  nodeMachines: parts.nodes.machines.listing,
  networkSecurityGroups: parts.groups.sections,
  adminRules: parts.admin.sections,
  adminRulesRefused: parts.admin.refused,
  routeTables: parts.tables.sections,
  jumpHosts: parts.jumpHosts.section,
  ...(parts.hostGaps.length === 0 ? {} : { jumpHostGaps: parts.hostGaps }),
  jumpScaleSets: parts.jumpSets.listing,
  natGateways: parts.outbound.gateways.sections,
  publicIpAddresses: parts.outbound.addresses.sections,
  loadBalancers: parts.balancers.listing,
  firewalls: parts.outbound.firewalls.listing,
  firewallPolicies: parts.outbound.policies.sections,
  ipGroups: parts.outbound.ipGroups.sections,
  policyAssignments: parts.assigned.section,
  bastionHosts: parts.bastions.listing,
  containerGroups: parts.containers.listing,
  networkProfiles: parts.profiles.listing,
  shellProviders: parts.shell.providers.listing,
  relays: parts.shell.relays.listing,
  relayZones: parts.shell.relayZones.listing,
  shellStorage: parts.shell.accounts.listing,
  serviceRoles: parts.shell.roles.sections,
  sessionHosts: parts.desktops.hosts.listing,
  desktopGroups: parts.desktops.groups.listing,
  jitPolicies: parts.jit.listing,
  ...parts.gateways.parts,
  virtualHubs: parts.hubs.listing,
  dnsInboundEndpoints: parts.endpoints.listing,
  dnsRulesets: parts.rulesets.listing,
  subnetUsages: parts.usages.section,
  recentChanges: parts.changes.listing,
});

/** Sections together with the deepest round trip among them. */
export const readNetworks = async (...around: Parameters<typeof readParts>) => {
  const parts = await readParts(...around);
  return { sections: sectionsOf(parts), level: deepestIn(parts) };
};
