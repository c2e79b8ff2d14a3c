// Which security groups stand on the interfaces of nodes. AKS puts one of its own there, beside those of the subnets.

import type { NetworkInterface, Subnet } from "../snapshot/network.ts";
import type { NodeInterface, ScaleSet } from "../snapshot/nodes.ts";
import { idKey, nameOf, sameId } from "../snapshot/resource-id.ts";
import { type Unavailable, unavailable } from "../snapshot/section.ts";
import type { ClusterSnapshot } from "../snapshot/snapshot.ts";
import { bySecurityGroup, type GuardedSubnets } from "./cluster-subnets.ts";

export const interfaceSections = ["scaleSets", "nodeMachines"] as const;
export type InterfaceSources = Pick<ClusterSnapshot, (typeof interfaceSections)[number]>;

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

const withoutInterfaces = ({ id, name }: ScaleSet): Unavailable =>
  unavailable("failed", { is: "scaleSetCutShort", scaleSet: name }, [
    { action: "Microsoft.Compute/virtualMachineScaleSets/read", scope: id },
  ]);

/** Why not every interface is known; empty where all are. */
export const unreadInterfaces = ({ scaleSets, nodeMachines }: InterfaceSources): readonly Unavailable[] => [
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
