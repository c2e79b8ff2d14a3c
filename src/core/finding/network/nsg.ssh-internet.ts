// nsg.ssh-internet: nobody on the Internet is let in to SSH or RDP, of jump hosts or of nodes. Advice.

import { guardedHosts } from "../../client/likely-hosts.ts";
import { type Guarded, internetDoor } from "../../network/filter/security-rules.ts";
import { nodeSubnetsOf, nodesIn } from "../../network/route/cluster-subnets.ts";
import { advise, combineAdvice, type Outcome, pass, type SharedFact, unread } from "../../outcome/check.ts";
import { columns } from "../../outcome/columns.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import type { ById, Unavailable } from "../../snapshot/section.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineCheck } from "../kit/define-check.ts";

/** `place`: a jump host, or a subnet of nodes. */
export type SshFact = Readonly<
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

export const nsgSshInternet = defineCheck({
  id: "nsg.ssh-internet",
  severity: "medium",
  scope: "people",
  impact: "advises",
  shownBy: "azure",
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
