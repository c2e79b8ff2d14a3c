// Which subnets are the nodes', the pods' and the API server's, and how far one can grow.

import {
  apiSubnetOf,
  bySecurityGroup,
  nodeSubnetsOf,
  podSubnetsOf,
} from "../../../src/core/network/route/cluster-subnets.ts";
import type { ManagedCluster } from "../../../src/core/snapshot/cluster.ts";
import type { Subnet, VirtualNetwork } from "../../../src/core/snapshot/network.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { healthy, ids, spoke } from "../../fixtures/healthy-snapshot.ts";
import { changed, setAccess, setPools } from "../../fixtures/snapshot-changes.ts";
import { saidUnread } from "../../said.ts";

const aks = ["microsoft.containerservice/managedClusters"];
const subnet = (name: string, prefix: string, more: Partial<Subnet> = {}): Subnet => ({
  id: `${ids.spoke}/subnets/${name}`,
  name,
  addressPrefixes: [prefix],
  delegations: [],
  ...more,
});
const network: VirtualNetwork = {
  ...spoke,
  subnets: [
    subnet("nodes", "10.10.0.0/22", { networkSecurityGroupId: "/NSG" }),
    subnet("pods", "10.10.64.0/18", { networkSecurityGroupId: "/nsg/" }),
    subnet("api", "10.10.8.0/28", { delegations: aks }),
  ],
};
const clusterOf = ({ managedCluster }: ClusterSnapshot): ManagedCluster => {
  if (managedCluster.status === "unavailable") throw new Error(saidUnread(managedCluster));
  return managedCluster.data;
};
const cluster = clusterOf(healthy);
const names = (subnets: readonly Subnet[]) => subnets.map(({ name }) => name);

test("nodes are where pools say, pods where those say", () => {
  const pools = clusterOf(changed(setPools({ podSubnetId: `${ids.spoke}/subnets/PODS/` }, {})));
  expect([names(nodeSubnetsOf(pools, network)), names(podSubnetsOf(pools, network))]).toEqual([
    ["nodes"],
    ["pods"],
  ]);
});

test("in a network that AKS made, pools name no subnet: nodes are in all that are not delegated", () => {
  const agentPools = cluster.agentPools.map(({ vnetSubnetId: _gone, ...pool }) => pool);
  expect(names(nodeSubnetsOf({ ...cluster, agentPools }, network))).toEqual(["nodes", "pods"]);
});

test("the subnet with AKS's own name, where an add-on put another beside it", () => {
  const agentPools = cluster.agentPools.map(({ vnetSubnetId: _gone, ...pool }) => pool);
  const made = [subnet("aks-subnet", "10.224.0.0/16"), subnet("ingress-appgateway-subnet", "10.225.0.0/24")];
  expect(names(nodeSubnetsOf({ ...cluster, agentPools }, { ...network, subnets: made }))).toEqual([
    "aks-subnet",
  ]);
});

test.each([
  ["named", `${ids.spoke}/subnets/API`, "api"],
  ["named, but gone", `${ids.spoke}/subnets/other`, undefined],
  ["not named: the delegated one", undefined, "api"],
])("the API server's subnet, %s", (_case, subnetId, name) => {
  const access = clusterOf(
    changed(setAccess({ enableVnetIntegration: true, ...(subnetId && { subnetId }) })),
  );
  expect(apiSubnetOf(access, network)?.name).toBe(name);
});

test("a security group is judged once for all subnets behind it", () => {
  expect(bySecurityGroup(network.subnets).map(({ subnets }) => names(subnets))).toEqual([["nodes", "pods"]]);
});
