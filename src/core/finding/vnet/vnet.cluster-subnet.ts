// vnet.cluster-subnet: everything about the network starts from the nodes' subnets.

import { isIpv6 } from "../../network/cidr.ts";
import { namedNodeSubnetIds, nodeSubnetsOf } from "../../network/cluster-subnets.ts";
import { subnetById } from "../../network/route.ts";
import type { Outcome } from "../../outcome/check.ts";
import { combine, fail, notAssessed, pass } from "../../outcome/outcomes.ts";
import { stateWordOf, thing, unsettled } from "../../outcome/state-word.ts";
import type { Subnet } from "../../snapshot/network.ts";
import { nameOf, networkIdOf } from "../../snapshot/resource-id.ts";
import { defineCheck } from "../define-check.ts";

/** Azure leaves the state out of some answers; what stands in the subnet works on. */
function judgeSubnet(
  { id, name, provisioningState: state = "Succeeded" }: Subnet,
  evidence: readonly string[],
): Outcome {
  const more = { resourceId: id, evidence: [...evidence, `state    ${name}  ${state}`] };
  if (stateWordOf(state) === "failed") return fail(`The nodes' subnet ${name} is in state Failed.`, more);
  return (
    unsettled(thing("nodesSubnet", name), state, more) ??
    pass(`The network ${nameOf(networkIdOf(id) ?? "")} and the nodes' subnets exist.`, evidence)
  );
}

export const vnetClusterSubnet = defineCheck({
  id: "vnet.cluster-subnet",
  severity: "critical",
  source:
    "https://learn.microsoft.com/azure/aks/concepts-network-cni-overview#aks-cni-networking-prerequisites",
  needs: ["managedCluster", "clusterNetwork"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster, clusterNetwork: network }): Outcome => {
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
    return (
      unsettled(thing("clusterNetwork", network.name), network.provisioningState, more) ??
      combine(
        nodeSubnetsOf(managedCluster, network).map((subnet) => judgeSubnet(subnet, more.evidence)),
        true,
      )
    );
  },
});
