// What stands in the networks and around them, once it is known which networks these are.
import { isRoomProved } from "../../core/pool/address-need.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { SubnetUsage } from "../../core/snapshot/network.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import { backendsAt, dnsServersOf, nextHopsOf } from "./addresses.ts";
import type { ArmReads } from "./arm-reads.ts";
import { readInboundEndpoints } from "./dns-endpoints.ts";
import { readForwardingRulesets } from "./forwarding-rulesets.ts";
import { readJitPolicies } from "./jit-policies.ts";
import { askMachines, type findJumpHosts } from "./jump-hosts.ts";
import { readLoadBalancers } from "./load-balancers.ts";
import { readAdminRules } from "./managed-networks.ts";
import type { NetworkReads } from "./networks.ts";
import { readNodeInstances } from "./node-instances.ts";
import type { readNodeInterfaces } from "./node-interfaces.ts";
import { readOutbound } from "./outbound.ts";
import { groupsFor } from "./parts.ts";
import { readPolicyAssignments } from "./policy-assignments.ts";
import { blockedBy, notReached, type Read } from "./read.ts";
import { resolveRouteTables, resolveSecurityGroups, subnetReferences } from "./references.ts";
import type { KnownGroup, KnownGroups } from "./surroundings.ts";
import { readWaysIn } from "./ways-in.ts";

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

export type ReadAround = Awaited<ReturnType<typeof readAround>>;

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
