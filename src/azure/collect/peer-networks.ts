// The networks that the cluster's is peered with. A hub may have hundreds: then those that ways lead over come first.
import { isRoomProved } from "../../core/finding/cluster/address-need.ts";
import { coverage } from "../../core/network/address/cidr.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { Peering, SubnetUsage } from "../../core/snapshot/network.ts";
import { idKey, nameOf } from "../../core/snapshot/resource-id.ts";
import type { Permission } from "../../core/snapshot/rights.ts";
import type { Section } from "../../core/snapshot/section.ts";
import type { AdminRule } from "../../core/snapshot/security.ts";
import type { Client } from "../../core/snapshot/snapshot.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { askMachines, type findJumpHosts } from "./access/jump-hosts.ts";
import { readJitPolicies, readPolicyAssignments } from "./access/policy-assignments.ts";
import { readWaysIn } from "./access/ways-in.ts";
import type { ArmReads } from "./kit/arm-reads.ts";
import type { KnownGroup, KnownGroups } from "./kit/group-reads.ts";
import { blockedBy, notReached, type Read, type ReferencesRead, readEach } from "./kit/read.ts";
import { readForwardingRulesets, readInboundEndpoints } from "./network/dns-endpoints.ts";
import { readLoadBalancers } from "./network/load-balancers.ts";
import { groupsFor, type NetworkReads, partsBehind, readNetwork } from "./network/networks.ts";
import { readOutbound } from "./network/outbound.ts";
import {
  backendsAt,
  dnsServersOf,
  nextHopsOf,
  readNodeInstances,
  type readNodeInterfaces,
  resolveRouteTables,
  resolveSecurityGroups,
  subnetReferences,
} from "./network/references.ts";

// A network manager's rules for each network that was read.

/** Most people may not ask, and some clouds do not know the question: that is no gap which another try would fill. */
const isRefused = (section: Section<unknown>): boolean =>
  section.status === "unavailable" && (section.reason === "denied" || section.reason === "notVisible");

/** The rights that it takes; none where the question itself is not known. */
const refusedIn = (sections: readonly Section<unknown>[]): readonly Permission[] => {
  const needs = sections.flatMap((section) =>
    section.status === "unavailable" && section.reason === "denied" ? section.needs : [],
  );
  return [...new Map(needs.map((need) => [`${need.action} ${need.scope}`, need])).values()];
};

type Managers = Readonly<{ any: boolean; level: number; refused: readonly Permission[] }>;

/** Where one stands that this person may not see, its rules are not known to them either. */
async function findManagers(reads: ArmReads, networks: readonly NetworkReads[]): Promise<Managers> {
  const found = await Promise.all(
    networks.flatMap(({ group, network }) =>
      group === null ? [] : [reads.networkManagers(group.after ?? network.level, group.group.subscriptionId)],
    ),
  );
  const sections = found.map(({ section }) => section);
  const any = sections.some((section) =>
    section.status === "collected" ? section.data.length > 0 : !isRefused(section),
  );
  return { any, level: Math.max(0, ...found.map(({ level }) => level)), refused: refusedIn(sections) };
}

const readAdminRules = async (
  reads: ArmReads,
  networks: readonly NetworkReads[],
): Promise<ReferencesRead<readonly AdminRule[]> & Pick<Managers, "refused">> => {
  const known = networks.filter(({ network }) => network.section.status === "collected");
  const managers = await findManagers(reads, networks);
  const { refused } = managers;
  if (!managers.any) return { sections: {}, level: managers.level, refused };
  const { sections, level } = await readEach(known, ({ id }) => reads.adminRules(managers.level, id));
  return {
    sections: Object.fromEntries(Object.entries(sections).filter(([, section]) => !isRefused(section))),
    level: Math.max(managers.level, level),
    refused: [...refused, ...refusedIn(Object.values(sections))],
  };
};

/** Each costs a dozen requests, unless its resource group is another's, too. */
const maximumPeerNetworks = 8;

/** What tells which networks are on the way. */
export type OnTheWay = Readonly<{
  client: Client;
  /** Of DNS servers and appliances. */
  addresses: readonly string[];
  /** Networks that the zone is linked to. */
  linkedIds: readonly string[];
}>;

const weightOf = (peering: Peering, { client, addresses, linkedIds }: OnTheWay): number => {
  const { remoteVirtualNetworkId: id, remoteAddressPrefixes: ranges } = peering;
  const holds = (ip: string): boolean => coverage(ranges, ip) === "yes";
  const called = client.virtualNetwork === undefined ? undefined : idKey(client.virtualNetwork);
  const isNamed = called !== undefined && [idKey(id), nameOf(id).toLowerCase()].includes(called);
  return (
    (isNamed || (client.ip !== undefined && holds(client.ip)) ? 16 : 0) +
    (addresses.some(holds) ? 8 : 0) +
    (peering.useRemoteGateways ? 4 : 0) +
    (linkedIds.some((each) => idKey(each) === idKey(id)) ? 2 : 0) +
    (peering.allowForwardedTraffic ? 1 : 0)
  );
};

/** Each network that the cluster's network names in a peering, once. `onTheWay` is asked only where there are too many. */
export const readPeerNetworks = async (
  reads: ArmReads,
  { network: { section, level } }: NetworkReads,
  onTheWay: () => Promise<OnTheWay>,
): Promise<readonly NetworkReads[]> => {
  if (section.status === "unavailable") return [];
  const expected = partsBehind(section.data.network);
  const named = section.data.network.peerings.filter(({ remoteVirtualNetworkId: id }) => id !== "");
  const peerings = [...new Map(named.map((each) => [idKey(each.remoteVirtualNetworkId), each])).values()];
  const read = ({ remoteVirtualNetworkId: id }: Peering) => readNetwork(reads, level, id, expected);
  if (peerings.length <= maximumPeerNetworks) return Promise.all(peerings.map(read));
  const way = await onTheWay();
  const likeliest = peerings.toSorted((left, right) => weightOf(right, way) - weightOf(left, way));
  const left = likeliest.slice(maximumPeerNetworks);
  const skipped = notReached({
    ...{ is: "peersSkipped", peers: peerings.length },
    ...{ read: maximumPeerNetworks, left: left.length },
  });
  return [
    ...(await Promise.all(likeliest.slice(0, maximumPeerNetworks).map(read))),
    ...left.map(({ remoteVirtualNetworkId: id }) => ({
      id,
      network: skipped,
      interfaces: skipped,
      group: null,
    })),
  ];
};

// What stands in the networks and around them, once it is known which networks these are.

/** The networks, and the resource groups to look in: of the networks, and with the nodes' own. */
type Ground = Readonly<{
  own: NetworkReads;
  networks: readonly NetworkReads[];
  near: KnownGroups;
  nodeGroup: KnownGroup;
  withNodes: KnownGroups;
  hosts: Awaited<ReturnType<typeof findJumpHosts>>;
  nodes: Awaited<ReturnType<typeof readNodeInterfaces>>;
}>;

type ReadAround = Awaited<ReturnType<typeof readAround>>;

/** All at once: none of it waits for another, but just-in-time access for the rules that show it. */
export const readAround = async (
  arm: ArmSession,
  reads: ArmReads,
  cluster: Read<ManagedCluster>,
  data: ManagedCluster,
  { own, networks, near, nodeGroup, withNodes, hosts, nodes }: Ground,
) => {
  const [tables, groups, outbound, balancers, waysIn, endpoints, rulesets, admin, ofNodes] =
    await Promise.all([
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
      readWaysIn(arm, reads, { networks, near, hosts }),
      readInboundEndpoints(arm, reads, groupsFor("dnsResolvers", near, networks)),
      readForwardingRulesets(arm, reads, groupsFor("dnsRulesets", near, networks)),
      readAdminRules(reads, networks),
      readOfNodes(arm, reads, cluster.level, data, { own, nodes }),
    ]);
  const jit = await readJitPolicies(arm, hosts, networks, groups);
  return { tables, groups, outbound, balancers, ...waysIn, jit, endpoints, rulesets, admin, ...ofNodes };
};

/** Room for nodes, the machines that they are, and what may keep pods from them. */
const readOfNodes = async (
  arm: ArmSession,
  reads: ArmReads,
  after: number,
  cluster: ManagedCluster,
  { own, nodes }: Pick<Ground, "own" | "nodes">,
) => {
  const [usages, instances, assigned] = await Promise.all([
    readUsages(reads, own, cluster),
    readNodeInstances(arm, cluster, nodes.scaleSets),
    readPolicyAssignments(arm, after, cluster),
  ]);
  return { usages, instances, assigned };
};

/** Not asked where counts alone prove that there is room. */
const readUsages = (
  reads: ArmReads,
  own: NetworkReads,
  cluster: ManagedCluster,
): Promise<Read<readonly SubnetUsage[]>> | Read<never> => {
  const { section, level } = own.network;
  if (section.status === "unavailable") return blockedBy(section, "usedAddresses");
  const { network } = section.data;
  return isRoomProved(cluster, network)
    ? notReached({ is: "addressesDoNotMatter" })
    : reads.subnetUsages(level, network.id);
};

/** The machines among the hosts that a packet may be sent to, or somebody may work on. */
export const askHosts = (
  arm: ArmSession,
  hosts: Ground["hosts"],
  networks: readonly NetworkReads[],
  { tables, balancers, bastions }: Pick<ReadAround, "tables" | "balancers" | "bastions">,
) => {
  const addresses = [...dnsServersOf(networks), ...nextHopsOf(tables)];
  const behind = backendsAt(addresses, balancers);
  return askMachines(arm, hosts, {
    addresses: [...addresses, ...behind.flatMap((each) => ("ipAddress" in each ? [each.ipAddress] : []))],
    interfaceIds: behind.flatMap((each) => ("interfaceId" in each ? [each.interfaceId] : [])),
    after: Math.max(tables.level, behind.length > 0 ? balancers.level : 0),
    withPermissions: bastions.listing.items.length > 0,
  });
};
