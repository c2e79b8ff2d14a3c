// vnet.cluster-subnet: everything about the network starts from the nodes' subnets.
import { isIpv6 } from "../../cidr.ts";
import { namedNodeSubnetIds, nodeSubnetsOf } from "../../cluster-subnets.ts";
import { defineCheck } from "../../define-check.ts";
import { fail, notAssessed, pass, warn } from "../../outcomes.ts";
import { nameOf } from "../../resource-id.ts";
import { subnetById } from "../../route.ts";

export const vnetClusterSubnet = defineCheck({
  id: "vnet.cluster-subnet",
  title: "Cluster's network and subnets exist",
  severity: "critical",
  why: "Everything about the network starts here, and AKS cannot run without its subnets.",
  remediation: "Restore the subnet with its old address range.",
  source:
    "https://learn.microsoft.com/azure/aks/concepts-network-cni-overview#aks-cni-networking-prerequisites",
  needs: ["managedCluster", "clusterNetwork"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster, clusterNetwork: network }) => {
    const subnetIds = namedNodeSubnetIds(managedCluster);
    const more = {
      resourceId: network.id,
      evidence: [
        `network  ${network.id}`,
        ...subnetIds.map((id) => `subnet   ${nameOf(id)}`),
        ...network.addressPrefixes.filter(isIpv6).map((prefix) => `IPv6     ${prefix}, not judged`),
      ],
    };
    const gone = subnetIds.filter((id) => subnetById(network, id) === undefined).map(nameOf);
    if (gone.length > 0)
      return fail(`The cluster's network ${network.name} no longer has the subnet ${gone.join(", ")}.`, more);
    if (nodeSubnetsOf(managedCluster, network).length === 0)
      return notAssessed(`Azure lists no subnet of nodes in ${network.name}.`);
    if (/^failed$/i.test(network.provisioningState))
      return fail(`The cluster's network ${network.name} is in state Failed.`, more);
    return /^succeeded$/i.test(network.provisioningState)
      ? pass(`The network ${network.name} and the nodes' subnets exist.`, more.evidence)
      : warn(`The cluster's network ${network.name} is in state "${network.provisioningState}".`, more);
  },
});
