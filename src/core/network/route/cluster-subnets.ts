// The subnets of the cluster's network that its nodes, its pods and, with VNet integration, its API server stand in.
import type { ManagedCluster } from "../../snapshot/cluster.ts";
import type { NetworkInterface, Subnet, VirtualNetwork } from "../../snapshot/network.ts";
import type { NodeInterface, ScaleSet } from "../../snapshot/nodes.ts";
import { idKey, idsOnce, isWithin, nameOf, sameId } from "../../snapshot/resource-id.ts";
import { type Unavailable, unavailable } from "../../snapshot/section.ts";
import type { ClusterSnapshot } from "../../snapshot/snapshot.ts";
import { isPrivate, zoneModeOf } from "../address/api-server.ts";
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

// What an owner brought for a cluster, and what the cluster's identity has to change there.

/** Subnets that pools, pods and the API server were given; none where AKS made the network itself. */
export const givenSubnetIds = (cluster: ManagedCluster): readonly string[] =>
  idsOnce([
    ...namedNodeSubnetIds(cluster),
    ...cluster.agentPools.flatMap(({ podSubnetId }) => podSubnetId ?? []),
    ...[cluster.apiServerAccess.subnetId].flatMap((id) => id ?? []),
  ]);

/** The zone of the owner's own that names the API server. */
export const givenZoneIds = (cluster: ManagedCluster): readonly string[] => {
  const { privateDnsZone } = cluster.apiServerAccess;
  return isPrivate(cluster) && zoneModeOf(cluster) === "own" && privateDnsZone !== undefined
    ? [privateDnsZone]
    : [];
};

/** With kubenet AKS writes each node's route into the table of its subnet. */
export const writesRoutes = ({ network }: ManagedCluster): boolean =>
  network.plugin?.toLowerCase() === "kubenet";

/** In the node resource group it is AKS's own. */
export const isAksOwn = ({ subscriptionId, nodeResourceGroup }: ManagedCluster, id: string): boolean =>
  isWithin(id, `/subscriptions/${subscriptionId}/resourceGroups/${nodeResourceGroup}`);

// Which security groups stand on the interfaces of nodes. AKS puts one of its own there, beside those of the subnets.

const interfaceSections = ["scaleSets", "nodeMachines"] as const;
type InterfaceSources = Pick<ClusterSnapshot, (typeof interfaceSections)[number]>;

/** Nodes in one subnet that have the same group on their interfaces, or of which nobody knows which one. */
export type NodesAlike = Readonly<{
  /** Whose nodes they are; empty where that is not known. */
  pools: readonly string[];
  groupIds: readonly string[];
  groupsUnread?: Unavailable;
}>;

type Standing = NodeInterface & Readonly<{ pool: string }>;

const ofScaleSet = ({ name, pool = name, interfaces = [] }: ScaleSet): readonly Standing[] =>
  interfaces.map((each) => ({ ...each, pool }));

const ofMachine = ({ ipConfigurations, networkSecurityGroupId, id, virtualMachineId }: NetworkInterface) => ({
  pool: nameOf(virtualMachineId ?? id),
  subnetIds: ipConfigurations.flatMap(({ subnetId }) => subnetId ?? []),
  ...(networkSecurityGroupId === undefined ? {} : { networkSecurityGroupId }),
});

const withoutInterfaces = ({ name }: ScaleSet): Unavailable =>
  unavailable("failed", { is: "scaleSetCutShort", scaleSet: name });

/** Why not every interface is known; empty where all are. */
const unreadInterfaces = ({ scaleSets, nodeMachines }: InterfaceSources): readonly Unavailable[] => [
  ...scaleSets.missing,
  ...scaleSets.items.filter(({ interfaces }) => interfaces === undefined).map(withoutInterfaces),
  ...nodeMachines.missing,
];

/** A group that stands before the subnet as well need not be asked twice. */
const onlyOwn = (groupId: string | undefined, subnet: Subnet): readonly string[] =>
  groupId === undefined || sameId(groupId, subnet.networkSecurityGroupId) ? [] : [groupId];

/** One entry where all nodes are alike; one without a group where no node stands. */
export function nodesIn(subnet: Subnet, sources: InterfaceSources): readonly NodesAlike[] {
  const { scaleSets, nodeMachines } = sources;
  const standing = [...scaleSets.items.flatMap(ofScaleSet), ...nodeMachines.items.map(ofMachine)].filter(
    ({ subnetIds }) => subnetIds.some((id) => sameId(id, subnet.id)),
  );
  const alike = Map.groupBy(standing, ({ networkSecurityGroupId: id }) => idKey(id ?? ""));
  const known = [...alike.values()].map((same) => ({
    pools: [...new Set(same.map(({ pool }) => pool))],
    groupIds: onlyOwn(same[0]?.networkSecurityGroupId, subnet),
  }));
  const [groupsUnread] = unreadInterfaces(sources);
  if (groupsUnread !== undefined) return [...known, { pools: [], groupIds: [], groupsUnread }];
  return known.length === 0 ? [{ pools: [], groupIds: [] }] : known;
}

/** Each group that stands before nodes, on their subnet or their interfaces, with the subnets of those nodes. */
export const groupsBefore = (
  subnets: readonly Subnet[],
  sources: InterfaceSources,
): readonly GuardedSubnets[] =>
  bySecurityGroup(subnets, (subnet) => [
    ...(subnet.networkSecurityGroupId === undefined ? [] : [subnet.networkSecurityGroupId]),
    ...nodesIn(subnet, sources).flatMap(({ groupIds }) => groupIds),
  ]);
