// Virtual networks: every check of it. A new one goes here or beside this, and into the list.
import { isIpv6 } from "../../network/address/cidr.ts";
import { namedNodeSubnetIds, nodeSubnetsOf } from "../../network/route/cluster-subnets.ts";
import { subnetById } from "../../network/route/route.ts";
import {
  combine,
  type Evidence,
  fail,
  notApplicable,
  notAssessed,
  type Outcome,
  pass,
  type SharedFact,
} from "../../outcome/check.ts";
import { labelled } from "../../outcome/columns.ts";
import { thing, unsettled } from "../../outcome/state-word.ts";
import type { Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import { nameOf, networkIdOf } from "../../snapshot/resource-id.ts";
import { dataOf } from "../../snapshot/section.ts";
import { defineCheck } from "../kit/define-check.ts";

// vnet.cluster-subnet: everything about the network starts from the nodes' subnets.

type ClusterNetworkFact = Readonly<
  | { is: "allThere"; network: string }
  | { is: "subnetsGone"; network: string; subnets: readonly string[] }
  | { is: "noSubnet"; network: string }
>;

type NetworkOutcome = Outcome<ClusterNetworkFact | SharedFact>;

/** Azure leaves the state out of some answers; what stands in the subnet works on. */
function judgeSubnet(
  { id, name, provisioningState: state = "Succeeded" }: Subnet,
  evidence: readonly Evidence[],
): NetworkOutcome {
  const more = { resourceId: id, evidence: [...evidence, labelled("state", name, state)] };
  return (
    unsettled(thing("nodesSubnet", name), state, more) ??
    pass({ is: "allThere", network: nameOf(networkIdOf(id) ?? "") }, evidence)
  );
}

const vnetClusterSubnet = defineCheck({
  id: "vnet.cluster-subnet",
  severity: "critical",
  scope: "cluster",
  impact: "degrades",
  source:
    "https://learn.microsoft.com/azure/aks/concepts-network-cni-overview#aks-cni-networking-prerequisites",
  needs: ["managedCluster", "clusterNetwork"],
  after: ["cluster.exists"],
  evaluate: ({ managedCluster, clusterNetwork: network }): NetworkOutcome => {
    const subnetIds = namedNodeSubnetIds(managedCluster);
    const more = {
      resourceId: network.id,
      evidence: [
        labelled("network", network.id),
        ...subnetIds.map((id) => labelled("subnet", nameOf(id))),
        ...network.addressPrefixes
          .filter(isIpv6)
          .map((range) => labelled("IPv6", { is: "notJudged", range })),
      ],
    };
    const subnets = subnetIds.filter((id) => subnetById(network, id) === undefined).map(nameOf);
    if (subnets.length > 0) return fail({ is: "subnetsGone", network: network.name, subnets }, more);
    if (nodeSubnetsOf(managedCluster, network).length === 0)
      return notAssessed({ is: "noSubnet", network: network.name });
    return (
      unsettled(thing("clusterNetwork", network.name), network.provisioningState, more) ??
      combine(
        nodeSubnetsOf(managedCluster, network).map((subnet) => judgeSubnet(subnet, more.evidence)),
        true,
      )
    );
  },
});

// vnet.peer-state: what was changed last in a network that people come from may have been applied by half.

type OtherNetworksFact = Readonly<{ is: "setUp" } | { is: "noneRead" }>;

type NetworksOutcome = Outcome<OtherNetworksFact | SharedFact>;

function networkState({ id, name, provisioningState: state }: VirtualNetwork): NetworksOutcome {
  const more = { resourceId: id, evidence: [labelled("network", name, state)] };
  return unsettled(thing("network", name), state, more) ?? pass({ is: "setUp" }, more.evidence);
}

const vnetPeerState = defineCheck({
  id: "vnet.peer-state",
  severity: "high",
  scope: "cluster",
  impact: "degrades",
  source: "https://learn.microsoft.com/troubleshoot/azure/virtual-network/troubleshoot-failed-state",
  needs: ["peerNetworks"],
  after: ["vnet.cluster-subnet"],
  evaluate: ({ peerNetworks }): NetworksOutcome => {
    const read = peerNetworks.flatMap(({ network }) => dataOf(network) ?? []);
    return read.length === 0 ? notApplicable({ is: "noneRead" }) : combine(read.map(networkState), true);
  },
});

export const vnetChecks = [vnetClusterSubnet, vnetPeerState] as const;
