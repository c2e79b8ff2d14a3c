// What was read of networks, as the sections of a snapshot that it fills.
import type { GatewayParts, VirtualHub } from "../../core/snapshot/gateways.ts";
import type { PeerNetwork } from "../../core/snapshot/network.ts";
import { collected, type Section, type Unavailable } from "../../core/snapshot/section.ts";
import type { ClusterSnapshot, ResourceChange } from "../../core/snapshot/snapshot.ts";
import type { askMachines } from "./access/jump-hosts.ts";
import type { JumpSetReads } from "./access/jump-scale-sets.ts";
import type { ListingRead, NetworkAndInterfaces } from "./kit/arm-reads.ts";
import { blockedBy, type Read } from "./kit/read.ts";
import type { readGateways } from "./network/gateways.ts";
import { type NetworkReads, networkSection, peerSection } from "./network/networks.ts";
import type { readNodeInterfaces } from "./network/references.ts";
import type { ReadAround } from "./peer-networks.ts";

export type NetworkSections = GatewayParts &
  Pick<
    ClusterSnapshot,
    | "clusterNetwork"
    | "peerNetworks"
    | "scaleSets"
    | "nodeInstances"
    | "nodeMachines"
    | "networkSecurityGroups"
    | "adminRules"
    | "adminRulesRefused"
    | "routeTables"
    | "jumpHosts"
    | "jumpHostGaps"
    | "jumpScaleSets"
    | "natGateways"
    | "publicIpAddresses"
    | "loadBalancers"
    | "firewalls"
    | "firewallPolicies"
    | "ipGroups"
    | "policyAssignments"
    | "bastionHosts"
    | "containerGroups"
    | "networkProfiles"
    | "shellProviders"
    | "relays"
    | "relayZones"
    | "shellStorage"
    | "serviceRoles"
    | "sessionHosts"
    | "desktopGroups"
    | "jitPolicies"
    | "virtualHubs"
    | "dnsInboundEndpoints"
    | "dnsRulesets"
    | "subnetUsages"
    | "recentChanges"
  >;

type Answer<Reading extends (...args: never[]) => unknown> = Awaited<ReturnType<Reading>>;

/** All that was read, each part with the round trip that it came in. */
type NetworkParts = ReadAround &
  Readonly<{
    own: NetworkReads;
    peers: readonly NetworkReads[];
    nodes: Answer<typeof readNodeInterfaces>;
    jumpHosts: Answer<typeof askMachines>;
    hostGaps: readonly Unavailable[];
    jumpSets: JumpSetReads;
    gateways: Answer<typeof readGateways>;
    changes: ListingRead<ResourceChange>;
    hubs: ListingRead<VirtualHub>;
  }>;

const peersOf = (
  own: Read<NetworkAndInterfaces>,
  peers: readonly NetworkReads[],
): Section<readonly PeerNetwork[]> =>
  own.section.status === "unavailable"
    ? blockedBy(own.section, "clusterPeers").section
    : collected(peers.map(peerSection));

export const networkSections = (parts: NetworkParts): NetworkSections => ({
  clusterNetwork: networkSection(parts.own.network).section,
  peerNetworks: peersOf(parts.own.network, parts.peers),
  scaleSets: parts.nodes.scaleSets.listing,
  nodeInstances: parts.instances.listing,
  nodeMachines: parts.nodes.machines.listing,
  networkSecurityGroups: parts.groups.sections,
  adminRules: parts.admin.sections,
  adminRulesRefused: parts.admin.refused,
  routeTables: parts.tables.sections,
  jumpHosts: parts.jumpHosts.section,
  ...(parts.hostGaps.length === 0 ? {} : { jumpHostGaps: parts.hostGaps }),
  jumpScaleSets: parts.jumpSets.sets.listing,
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

/** The deepest round trip among them. */
export function deepestOf(parts: NetworkParts): number {
  const { own, peers, nodes, outbound, tables, groups, balancers } = parts;
  const { bastions, endpoints, rulesets, usages, admin, jumpHosts, gateways, changes } = parts;
  const { containers, profiles, desktops, jit, instances, assigned, hubs, shell } = parts;
  return Math.max(
    ...[own, ...peers].flatMap(({ network, interfaces }) => [network.level, interfaces.level]),
    ...[nodes.scaleSets, nodes.machines].map(levelOf),
    ...[outbound.gateways, outbound.firewalls, outbound.addresses, outbound.policies].map(levelOf),
    ...[outbound.ipGroups, containers, profiles, desktops.hosts, desktops.groups, jit].map(levelOf),
    ...[instances, assigned, hubs, ...Object.values(shell)].map(levelOf),
    ...[
      tables,
      groups,
      balancers,
      bastions,
      endpoints,
      rulesets,
      usages,
      admin,
      jumpHosts,
      gateways,
      changes,
    ].map(levelOf),
  );
}

const levelOf = ({ level }: Readonly<{ level: number }>): number => level;
