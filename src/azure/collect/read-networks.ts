// The cluster's network, its peers, and everything near them that packets go through or people come in by.

import type { GatewayParts } from "../../core/diagnosis/gateway-parts.ts";
import { collected, type Section } from "../../core/diagnosis/section.ts";
import type {
  Client,
  ClusterSnapshot,
  ManagedCluster,
  PeerNetwork,
  SubnetUsage,
  VirtualNetworkLink,
} from "../../core/diagnosis/snapshot.ts";
import type { ArmSession } from "../arm-client.ts";
import { backendsAt, dnsServersOf, nextHopsOf } from "./addresses.ts";
import type { ArmReads, NetworkAndInterfaces } from "./arm-reads.ts";
import { readInboundEndpoints } from "./dns-endpoints.ts";
import { readGateways, startConnections } from "./gateways.ts";
import { askMachines, findJumpHosts } from "./jump-hosts.ts";
import { readLoadBalancers } from "./load-balancers.ts";
import { readAdminRules } from "./managed-networks.ts";
import {
  eachOnce,
  type NetworkReads,
  networkSection,
  peerSection,
  readAskersNetwork,
  readClusterNetwork,
  readLinkedNetworks,
} from "./networks.ts";
import { readNodeInterfaces } from "./node-interfaces.ts";
import { readOutbound } from "./outbound.ts";
import { groupsFor } from "./parts.ts";
import { type OnTheWay, readPeerNetworks } from "./peer-networks.ts";
import { blockedBy, notReached, type Read } from "./read.ts";
import { resolveRouteTables, resolveSecurityGroups, subnetReferences } from "./references.ts";
import { readSubnetUsages } from "./subnet-usages.ts";
import {
  type KnownGroup,
  type KnownGroups,
  knownGroups,
  listIn,
  startClusterGroup,
  startNodeGroup,
} from "./surroundings.ts";

export type NetworkSections = GatewayParts &
  Pick<
    ClusterSnapshot,
    | "clusterNetwork"
    | "peerNetworks"
    | "scaleSets"
    | "nodeMachines"
    | "networkSecurityGroups"
    | "adminRules"
    | "adminRulesRefused"
    | "routeTables"
    | "jumpHosts"
    | "natGateways"
    | "publicIpAddresses"
    | "loadBalancers"
    | "firewalls"
    | "firewallPolicies"
    | "bastionHosts"
    | "dnsInboundEndpoints"
    | "subnetUsages"
    | "recentChanges"
  >;

const peersOf = (
  own: Read<NetworkAndInterfaces>,
  peers: readonly NetworkReads[],
): Section<readonly PeerNetwork[]> =>
  own.section.status === "unavailable"
    ? blockedBy(own.section, "Networks peered with the cluster's").section
    : collected(peers.map(peerSection));

/** Groups of the networks; which ones the peers are in is unknown while the cluster's network is. */
const groupsOf = (
  own: NetworkReads,
  peers: readonly NetworkReads[],
  further: readonly KnownGroup[] = [],
): KnownGroups => {
  const { section } = own.network;
  const missing =
    section.status === "unavailable" ? [blockedBy(section, "What lies in peered networks").section] : [];
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

const readUsages = (
  arm: ArmSession,
  own: NetworkReads,
  { apiServerAccess }: ManagedCluster,
): Promise<Read<readonly SubnetUsage[]>> | Read<never> => {
  if (!apiServerAccess.enableVnetIntegration)
    return notReached("Addresses are counted only where the API server stands in the network itself.");
  const { section, level } = own.network;
  return section.status === "unavailable"
    ? blockedBy(section, "The addresses in use")
    : readSubnetUsages(arm, level, section.data.network.id);
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
  startNodeGroup(reads, nodeGroup);
  startClusterGroup(reads, clusterGroup);
  const [{ own, peers }, nodes] = await Promise.all([reading, readNodeInterfaces(reads, data, nodeGroup)]);
  const networks = [own, ...peers];
  const near = groupsOf(own, peers);
  const withNodes = groupsOf(own, peers, [nodeGroup]);
  const changed = groupsOf(own, peers, [nodeGroup, clusterGroup]);
  // Nothing of what follows waits for these two.
  const beside = Promise.all([
    readGateways(arm, reads, groupsFor("virtualNetworkGateways", near, networks)),
    listIn(reads.recentChanges, changed),
  ]);
  const hosts = await findJumpHosts(reads, data, networks);
  const [tables, groups, outbound, balancers, bastions, endpoints, usages, admin] = await Promise.all([
    resolveRouteTables(
      reads,
      near,
      subnetReferences(networks, (subnet) => subnet.routeTableId),
    ),
    resolveSecurityGroups(reads, withNodes, [
      ...subnetReferences(networks, (subnet) => subnet.networkSecurityGroupId),
      ...hosts.references,
      ...nodes.references,
    ]),
    readOutbound(arm, reads, cluster, data, networks, { near, withNodes }),
    readLoadBalancers(reads, networks, near, nodeGroup),
    listIn(reads.bastionHosts, near),
    readInboundEndpoints(arm, reads, groupsFor("dnsResolvers", near, networks)),
    readUsages(arm, own, data),
    readAdminRules(reads, networks),
  ]);
  const addresses = [...dnsServersOf(networks), ...nextHopsOf(tables)];
  const behind = backendsAt(addresses, balancers);
  const jumpHosts = await askMachines(arm, hosts, {
    addresses: [...addresses, ...behind.flatMap((each) => ("ipAddress" in each ? [each.ipAddress] : []))],
    interfaceIds: behind.flatMap((each) => ("interfaceId" in each ? [each.interfaceId] : [])),
    after: Math.max(tables.level, behind.length > 0 ? balancers.level : 0),
    withPermissions: bastions.listing.items.length > 0,
  });
  const [gateways, changes] = await beside;
  return {
    sections: {
      clusterNetwork: networkSection(own.network).section,
      peerNetworks: peersOf(own.network, peers),
      scaleSets: nodes.scaleSets.listing,
      nodeMachines: nodes.machines.listing,
      networkSecurityGroups: groups.sections,
      adminRules: admin.sections,
      adminRulesRefused: admin.refused,
      routeTables: tables.sections,
      jumpHosts: jumpHosts.section,
      natGateways: outbound.gateways.sections,
      publicIpAddresses: outbound.addresses.sections,
      loadBalancers: balancers.listing,
      firewalls: outbound.firewalls.listing,
      firewallPolicies: outbound.policies.sections,
      bastionHosts: bastions.listing,
      ...gateways.parts,
      dnsInboundEndpoints: endpoints.listing,
      subnetUsages: usages.section,
      recentChanges: changes.listing,
    },
    level: Math.max(
      ...networks.flatMap(({ network, interfaces }) => [network.level, interfaces.level]),
      ...[jumpHosts, groups, tables, outbound.gateways, outbound.firewalls, outbound.addresses].map(levelOf),
      outbound.policies.level,
      ...[
        nodes.scaleSets,
        nodes.machines,
        balancers,
        bastions,
        gateways,
        endpoints,
        changes,
        usages,
        admin,
      ].map(levelOf),
    ),
  };
};

const levelOf = ({ level }: Readonly<{ level: number }>): number => level;
