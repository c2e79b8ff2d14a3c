// nsg.intra-node: nodes and pods must reach each other on what AKS needs, and the load balancer must be able to probe them.
// What somebody denies between nodes besides is no fault. Whether any pod needs it, only its owner knows.

import { serviceTitle } from "../../network/address/packet.ts";
import { decideFlow } from "../../network/filter/nsg.ts";
import { type Denial, denialsTo, virtualNetworkTag } from "../../network/filter/security-rules.ts";
import { type GuardedSubnets, groupsBefore, nodeSubnetsOf } from "../../network/route/cluster-subnets.ts";
import { advise, type Outcome } from "../../outcome/check.ts";
import { isDocumented } from "../../requirement/documented-needs.ts";
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { VirtualNetwork } from "../../snapshot/network.ts";
import { idKey } from "../../snapshot/resource-id.ts";
import type { NetworkSecurityGroup } from "../../snapshot/security.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { defineStep } from "../kit/define-step.ts";

type BetweenNodesFact = Readonly<{
  is: "deniesOther";
  group: string;
  rule: string;
  priority: number;
  service: string;
}>;

/** SSH, Telnet, RDP and WinRM: nothing that runs on nodes signs in to others, and many owners deny it. */
const signInPorts = [22, 23, 3389, 5985, 5986];

const inside = ["nodes", "pods", "dnsPods"] as const;

const isOther = ({ service }: Denial, cluster: ManagedCluster): boolean =>
  !signInPorts.includes(service.port) && !isDocumented(service, inside, inside, cluster);

/** The rule comes before those that allow it. */
function decides(
  { rule, service }: Denial,
  group: NetworkSecurityGroup,
  subnets: GuardedSubnets["subnets"],
  virtualNetwork: ReturnType<typeof virtualNetworkTag>,
): boolean {
  const [address = ""] = subnets.flatMap(({ addressPrefixes }) => addressPrefixes);
  const ends = { source: address, destination: address, virtualNetwork } as const;
  return (["Inbound", "Outbound"] as const).some(
    (direction) => decideFlow(group, { direction, ...ends, ...service }).rule === rule,
  );
}

function deniedBesides(
  { scaleSets, nodeMachines, networkSecurityGroups, routeTables }: ClusterSnapshot,
  cluster: ManagedCluster,
  network: VirtualNetwork,
): readonly Outcome<BetweenNodesFact>[] {
  const tag = virtualNetworkTag(network, [], routeTables);
  return groupsBefore(nodeSubnetsOf(cluster, network), { scaleSets, nodeMachines }).flatMap(
    ({ groupId, subnets }) => {
      const group = networkSecurityGroups[idKey(groupId)];
      if (group?.status !== "collected") return [];
      const { id, name } = group.data;
      const addresses = subnets.flatMap(({ addressPrefixes }) => addressPrefixes);
      return denialsTo(group.data, addresses)
        .filter((denial) => isOther(denial, cluster) && decides(denial, group.data, subnets, tag))
        .map(({ rule, service }) =>
          advise(
            {
              ...{ is: "deniesOther", group: name, rule: rule.name, priority: rule.priority },
              service: serviceTitle(service),
            },
            { resourceId: id },
          ),
        );
    },
  );
}

export const nsgIntraNode = defineStep<"nsg.intra-node", BetweenNodesFact>({
  id: "nsg.intra-node",
  severity: "high",
  scope: "nodes",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/connectivity/tunnel-connectivity-issues",
  of: ["nodes.nodes", "pods.dns"],
  after: ["vnet.cluster-subnet"],
  besides: (snapshot) => {
    const { managedCluster, clusterNetwork } = snapshot;
    return managedCluster.status === "unavailable" || clusterNetwork.status === "unavailable"
      ? []
      : deniedBesides(snapshot, managedCluster.data, clusterNetwork.data);
  },
});
