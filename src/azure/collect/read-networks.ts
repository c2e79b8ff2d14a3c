// The cluster's network, its peers, and everything near them that packets go through or people come in by.

import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { VirtualNetworkLink } from "../../core/snapshot/network.ts";
import { networkIdOf } from "../../core/snapshot/resource-id.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { findJumpHosts } from "./access/jump-hosts.ts";
import { readJumpScaleSets, withInstances } from "./access/jump-scale-sets.ts";
import {
  type ArmReads,
  type KnownGroup,
  type KnownGroups,
  knownGroups,
  listIn,
  startClusterGroup,
  startNodeGroup,
} from "./kit/arm-reads.ts";
import { blockedBy, type Read } from "./kit/read.ts";
import { readVirtualHubs } from "./network/gateway-routes.ts";
import { readGateways, startConnections } from "./network/gateways.ts";
import {
  eachOnce,
  groupsFor,
  type NetworkReads,
  networkSection,
  readAskersNetwork,
  readClusterNetwork,
  readLinkedNetworks,
} from "./network/networks.ts";
import {
  dnsServersOf,
  nextHopsOf,
  readNodeInterfaces,
  resolveRouteTables,
  subnetReferences,
} from "./network/references.ts";
import { deepestOf, type NetworkSections, networkSections } from "./network-sections.ts";
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
  const linkedIds =
    section.status === "collected" ? section.data.map(({ virtualNetworkId }) => virtualNetworkId) : [];
  return { client, linkedIds, addresses: [...dnsServersOf([own]), ...nextHopsOf(tables)] };
};

/** The cluster's own network, and those that lead there or that the asker or the zone names. */
const readAllNetworks = async (
  reads: ArmReads,
  cluster: Read<ManagedCluster>,
  data: ManagedCluster,
  links: Promise<Read<readonly VirtualNetworkLink[]>>,
  client: Client,
): Promise<Readonly<{ own: NetworkReads; peers: readonly NetworkReads[] }>> => {
  const own = await readClusterNetwork(reads, cluster.level, data);
  startConnections(reads, networkSection(own.network));
  const [peered, askers, linksRead] = await Promise.all([
    readPeerNetworks(reads, own, () => whatIsOnTheWay(reads, own, links, client)),
    readAskersNetwork(reads, own, client.virtualNetwork),
    links,
  ]);
  const linked = await readLinkedNetworks(reads, own, peered, linksRead);
  return { own, peers: eachOnce([...peered, ...linked, ...askers]) };
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
  const ids = linked.status === "collected" ? linked.data.map((each) => each.virtualNetworkId) : [];
  return readVirtualHubs(arm, Math.max(level, after), section.data, [virtualNetwork, ...ids]);
};

/** Sections together with the deepest round trip among them. `links` are the private zone's. */
export const readNetworks = async (
  arm: ArmSession,
  reads: ArmReads,
  cluster: Read<ManagedCluster>,
  data: ManagedCluster,
  links: Promise<Read<readonly VirtualNetworkLink[]>>,
  client: Client,
): Promise<Readonly<{ sections: NetworkSections; level: number }>> => {
  const nodeGroup = {
    group: { subscriptionId: data.subscriptionId, resourceGroup: data.nodeResourceGroup },
    after: cluster.level,
  };
  const clusterGroup = { group: data, after: cluster.level };
  // First the network: most waits for it.
  const reading = readAllNetworks(reads, cluster, data, links, client);
  startUsages(reads, cluster.level, data);
  startNodeGroup(reads, nodeGroup);
  startClusterGroup(reads, clusterGroup);
  const [{ own, peers }, nodes] = await Promise.all([reading, readNodeInterfaces(reads, data, nodeGroup)]);
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
  const { gaps: hostGaps } = machines;
  const parts = { own, peers, nodes, jumpHosts, hostGaps, jumpSets, gateways, changes, hubs, ...around };
  return { sections: networkSections(parts), level: deepestOf(parts) };
};
