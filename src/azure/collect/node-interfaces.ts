// The interfaces of nodes, for the security groups on them: of scale sets, and of machines that stand in none.

import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type { NetworkInterface } from "../../core/snapshot/network.ts";
import { mayHaveLoneNodes } from "../../core/snapshot/node-provisioning.ts";
import type { ScaleSet } from "../../core/snapshot/nodes.ts";
import type { ArmReads } from "./arm-reads.ts";
import type { Reference } from "./references.ts";
import { type KnownGroup, type ListingRead, listIn } from "./surroundings.ts";

export type NodeInterfaceReads = Readonly<{
  scaleSets: ListingRead<ScaleSet>;
  machines: ListingRead<NetworkInterface>;
  /** The security groups that they name. */
  references: readonly Reference[];
}>;

const none: ListingRead<never> = { listing: { items: [], missing: [] }, level: 0 };

/** Where a private endpoint or AKS's own network stands in the group, its interfaces were listed anyway. */
async function readMachines(
  reads: ArmReads,
  cluster: ManagedCluster,
  nodeGroup: KnownGroup,
): Promise<ListingRead<NetworkInterface>> {
  if (!mayHaveLoneNodes(cluster)) return none;
  const { listing, level } = await listIn(reads.networkInterfaces, { groups: [nodeGroup], missing: [] });
  const items = listing.items.filter(({ virtualMachineId }) => virtualMachineId !== undefined);
  return { listing: { ...listing, items }, level };
}

const toReferences = (ids: readonly (string | undefined)[], level: number): readonly Reference[] =>
  ids.flatMap((id) => (id === undefined ? [] : [{ id, level }]));

export async function readNodeInterfaces(
  reads: ArmReads,
  cluster: ManagedCluster,
  nodeGroup: KnownGroup,
): Promise<NodeInterfaceReads> {
  const [scaleSets, machines] = await Promise.all([
    listIn(reads.scaleSets, { groups: [nodeGroup], missing: [] }),
    readMachines(reads, cluster, nodeGroup),
  ]);
  const ofSets = scaleSets.listing.items.flatMap(({ interfaces = [] }) => interfaces);
  const groupIds = (all: readonly Readonly<{ networkSecurityGroupId?: string }>[]) =>
    all.map(({ networkSecurityGroupId }) => networkSecurityGroupId);
  const references = [
    ...toReferences(groupIds(ofSets), scaleSets.level),
    ...toReferences(groupIds(machines.listing.items), machines.level),
  ];
  return { scaleSets, machines, references };
}
