// Security groups and rules: every check of it. A new one goes here or beside this, and into the list.
import { isRunning } from "../../client/client-networks.ts";
import { guardedHosts } from "../../client/likely-hosts.ts";
import { azIn, forResource } from "../../fix/write/az.ts";
import { type Guarded, internetDoor } from "../../network/filter/security-rules.ts";
import { nodeSubnetsOf, nodesIn } from "../../network/route/cluster-subnets.ts";
import {
  advise,
  combineAdvice,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
  unread,
} from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf } from "../../snapshot/resource-id.ts";
import { type ById, collected, type Unavailable } from "../../snapshot/section.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck, unlessPrivate, unlessPrivateLink } from "../kit/define-check.ts";
import { defineStep } from "../kit/define-step.ts";
import { nsgIntraNode } from "./nsg.intra-node.ts";

// nsg.ssh-internet: nobody on the Internet is let in to SSH or RDP, of jump hosts or of nodes. Advice.

/** `place`: a jump host, or a subnet of nodes. */
type SshFact = Readonly<
  | { is: "shut" }
  | { is: "open"; group: string; rule: string; priority: number; port: number; place: string }
  /** And the jump host has a public address. */
  | { is: "reached"; group: string; rule: string; priority: number; port: number; place: string }
>;

type Place = Readonly<{ name: string; guarded: Guarded; isPublic: boolean; unread?: Unavailable }>;

const nodePlaces = (
  cluster: ManagedCluster,
  network: VirtualNetwork,
  sources: Pick<ClusterSnapshot, "scaleSets" | "nodeMachines">,
): readonly Place[] =>
  nodeSubnetsOf(cluster, network).flatMap((subnet) =>
    nodesIn(subnet, sources).map(({ groupIds, groupsUnread }) => ({
      name: subnet.name,
      isPublic: false,
      guarded: {
        ...{ network, address: subnet.addressPrefixes[0] ?? "" },
        groupIds: [...groupIds, ...(subnet.networkSecurityGroupId ? [subnet.networkSecurityGroupId] : [])],
      },
      ...(groupsUnread === undefined ? {} : { unread: groupsUnread }),
    })),
  );

function judgePlace(
  { name: place, guarded, isPublic, unread: cause }: Place,
  groups: ById<NetworkSecurityGroup>,
): Outcome<SshFact | SharedFact> {
  const door = internetDoor(guarded, groups);
  if (door.status === "unavailable") return unread(door);
  if (door.data === null) return pass({ is: "shut" });
  // What else stands before it may shut it.
  if (cause !== undefined) return unread(cause);
  const { group, rule, port } = door.data;
  const { name, priority, access } = rule;
  return advise(
    { is: isPublic ? "reached" : "open", group: group.name, rule: name, priority, port, place },
    {
      resourceId: group.id,
      evidence: [columns(group.name, name, { is: "priority", priority }, access)],
    },
  );
}

const nsgSshInternet = defineCheck({
  id: "nsg.ssh-internet",
  severity: "medium",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/security/fundamentals/network-best-practices",
  needs: ["managedCluster", "clusterNetwork"],
  looksAt: ["peerNetworks", "jumpHosts", "networkSecurityGroups", "scaleSets", "nodeMachines"],
  after: ["vnet.cluster-subnet"],
  evaluate: ({ managedCluster, clusterNetwork, networkSecurityGroups, ...data }) => {
    const hosts = guardedHosts({ ...data, clusterNetwork }).map(
      ({ host, guarded }): Place => ({
        name: host.name,
        guarded,
        isPublic: host.hasPublicAddress === true,
      }),
    );
    const outcomes = [...hosts, ...nodePlaces(managedCluster, clusterNetwork, data)].map((place) =>
      judgePlace(place, networkSecurityGroups),
    );
    if (data.jumpHosts.status === "unavailable") outcomes.push(unread(data.jumpHosts));
    return outcomes.length === 0 ? pass({ is: "shut" }) : combineAdvice(outcomes);
  },
});

// nsg.effective: verdicts about groups come from their rules as they are written; Azure also tells which ones act on an
// interface, while its machine runs. That is not asked here: it is an operation of its own, and takes a right to act.
// https://learn.microsoft.com/azure/network-watcher/effective-security-rules-overview

type EffectiveFact = Readonly<
  | { is: "noHost" }
  /** `groups`: those whose rules were read as they are written. */
  | { is: "provable"; host: string; groups: readonly string[] }
  | { is: "hostOff"; host: string }
>;

const nsgEffective = defineCheck({
  id: "nsg.effective",
  severity: "info",
  scope: "people",
  impact: "advises",
  source: "https://learn.microsoft.com/azure/network-watcher/effective-security-rules-overview",
  needs: ["clusterNetwork", "jumpHosts"],
  looksAt: ["peerNetworks"],
  after: ["jump.discovered"],
  skip: unlessPrivate,
  evaluate: ({ jumpHosts, ...data }): Outcome<EffectiveFact | SharedFact> => {
    const guarded = guardedHosts({ ...data, jumpHosts: collected(jumpHosts) }).filter(
      ({ host, guarded: { groupIds } }) => groupIds.length > 0 && host.scaleSetId === undefined,
    );
    const [first] = guarded;
    if (first === undefined) return notApplicable({ is: "noHost" });
    const found = guarded.find(({ host }) => isRunning(host));
    const nic = found?.host.interfaces[0];
    const line = forResource(nic?.id, (parts) =>
      azIn(parts, "network nic list-effective-nsg", "--name", parts.name),
    );
    if (found === undefined || line === null) return notAssessed({ is: "hostOff", host: first.host.name });
    const groups = found.guarded.groupIds.map(nameOf);
    return pass({ is: "provable", host: found.host.name, groups }, [columns(line)]);
  },
});

export const nsgChecks = [
  // The client's own security groups must let TCP 443 out to the API server.
  defineStep({
    id: "nsg.client-443",
    severity: "critical",
    scope: "people",
    impact: "degrades",
    pathPlace: { on: "own", thing: "rules" },
    source: "https://learn.microsoft.com/azure/virtual-network/network-security-group-how-it-works",
    of: ["people.api"],
    after: ["vnet.cluster-subnet", "pe.ip", "api.vnetint-ilb"],
    skip: unlessPrivate,
  }),
  // A security group on the endpoint's subnet counts only while the subnet's policies say so.
  defineStep({
    id: "nsg.pe-inbound",
    severity: "critical",
    scope: "cluster",
    impact: "degrades",
    pathPlace: { on: "own", thing: "rules" },
    source: "https://learn.microsoft.com/azure/private-link/disable-private-endpoint-network-policy",
    of: ["nodes.api", "people.api"],
    after: ["vnet.cluster-subnet", "pe.ip", "pe.subnet-policy"],
    skip: unlessPrivateLink,
  }),
  // Nodes need the API server, and public addresses on TCP 443.
  defineStep({
    id: "nsg.node-egress",
    severity: "critical",
    scope: "nodes",
    impact: "cuts",
    pathPlace: { on: "out", thing: "rules" },
    source: "https://learn.microsoft.com/azure/aks/outbound-rules-control-egress",
    of: ["nodes.api", "nodes.egress"],
    after: ["vnet.cluster-subnet", "pe.ip"],
  }),
  nsgIntraNode,
  // Whoever comes through Bastion, or some other way, must be let in to the jump host, over SSH or RDP.
  defineStep({
    id: "nsg.jump-inbound",
    severity: "high",
    scope: "people",
    impact: "degrades",
    pathPlace: { on: "entry", thing: "rules" },
    source: "https://learn.microsoft.com/azure/bastion/bastion-nsg",
    of: ["bastion.jump", "jump.entry"],
    after: ["jump.discovered"],
    skip: unlessPrivate,
  }),
  // A network manager's rules come before every security group.
  defineStep({
    id: "nsg.avnm-admin-rules",
    severity: "critical",
    scope: "cluster",
    impact: "degrades",
    source: "https://learn.microsoft.com/azure/virtual-network-manager/concept-security-admins",
    of: ["nodes.api", "people.api"],
    after: ["vnet.cluster-subnet"],
  }),
  nsgSshInternet,
  nsgEffective,
] as const;
