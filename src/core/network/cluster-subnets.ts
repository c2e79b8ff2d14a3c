// The subnets of the cluster's network that its nodes, its pods and, with VNet integration, its API server stand in.

import type { ManagedCluster } from "../snapshot/cluster.ts";
import type { Subnet, VirtualNetwork } from "../snapshot/network.ts";
import { idsOnce, sameId } from "../snapshot/resource-id.ts";
import { subnetById } from "./route.ts";

const apiService = "microsoft.containerservice/managedclusters";

/** Delegated to AKS, as the API server's subnet has to be. */
export const isDelegatedToAks = ({ delegations }: Subnet): boolean =>
  delegations.some((service) => service.toLowerCase() === apiService);

/** Ids of the subnets that pools and hosted nodes name, each once. */
export const namedNodeSubnetIds = ({ agentPools, hostedSystem }: ManagedCluster): readonly string[] =>
  idsOnce([
    ...agentPools.flatMap(({ vnetSubnetId }) => vnetSubnetId ?? []),
    ...(hostedSystem?.nodeSubnetIds ?? []),
  ]);

const byIds = (ids: readonly string[], network: VirtualNetwork): readonly Subnet[] =>
  idsOnce(ids).flatMap((id) => subnetById(network, id) ?? []);

/** What AKS calls the nodes' subnet in a network that it made itself; add-ons put subnets of their own beside it. */
const managedSubnetName = /^aks-subnet$/i;

/** Those that pools name; in a network that AKS made itself they name none: the one of its name, or all not delegated. */
export function nodeSubnetsOf(cluster: ManagedCluster, network: VirtualNetwork): readonly Subnet[] {
  const named = namedNodeSubnetIds(cluster);
  if (named.length > 0) return byIds(named, network);
  const own = network.subnets.filter(({ name }) => managedSubnetName.test(name));
  return own.length > 0 ? own : network.subnets.filter(({ delegations }) => delegations.length === 0);
}

/** Subnets of pods that have addresses of their own in the network. */
export const podSubnetsOf = ({ agentPools }: ManagedCluster, network: VirtualNetwork): readonly Subnet[] =>
  byIds(
    agentPools.flatMap(({ podSubnetId }) => podSubnetId ?? []),
    network,
  );

/** With VNet integration; undefined where it is gone, or where none is delegated in a network that AKS made. */
export const apiSubnetOf = (
  { apiServerAccess: { subnetId } }: ManagedCluster,
  network: VirtualNetwork,
): Subnet | undefined =>
  subnetId === undefined ? network.subnets.find(isDelegatedToAks) : subnetById(network, subnetId);

export type GuardedSubnets = Readonly<{ groupId: string; subnets: readonly Subnet[] }>;

const ownGroup = ({ networkSecurityGroupId: id }: Subnet): readonly string[] =>
  id === undefined ? [] : [id];

/** Each security group once, with those of the subnets that it guards; a subnet without a group is left out. */
export const bySecurityGroup = (
  subnets: readonly Subnet[],
  groupsOf: (subnet: Subnet) => readonly string[] = ownGroup,
): readonly GuardedSubnets[] =>
  idsOnce(subnets.flatMap(groupsOf)).map((groupId) => ({
    groupId,
    subnets: subnets.filter((subnet) => groupsOf(subnet).some((id) => sameId(id, groupId))),
  }));
