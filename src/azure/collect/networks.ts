// The cluster's virtual network, the networks peered with it, and the rules and routes that their subnets name.

import { idKey, networkIdOf } from "../../core/diagnosis/resource-id.ts";
import { collected, unavailable } from "../../core/diagnosis/section.ts";
import type {
  ById,
  ManagedCluster,
  NetworkInterface,
  NetworkSecurityGroup,
  PeerNetwork,
  RouteTable,
  VirtualNetwork,
} from "../../core/diagnosis/snapshot.ts";
import { groupKey, type ResourceGroupRef, resourceGroupOf } from "../resource-id.ts";
import type { ArmReads, NetworkAndInterfaces } from "./arm-reads.ts";
import { mapRead, notReached, type Read } from "./read.ts";

/** A network with the interfaces of its own resource group, all asked for in the same round trip. */
export type NetworkReads = Readonly<{
  id: string;
  network: Read<NetworkAndInterfaces>;
  interfaces: Read<readonly NetworkInterface[]>;
}>;

const managedNetworkName = /^aks-vnet-/i;

/** Everything of a network's resource group that may matter, at once: that saves a round trip for each type. */
const readNetwork = async (reads: ArmReads, after: number, id: string): Promise<NetworkReads> => {
  const group = resourceGroupOf(id);
  if (group === null) {
    const none = notReached(`"${id}" is not the id of a virtual network.`);
    return { id, network: none, interfaces: none };
  }
  const [network, interfaces] = await Promise.all([
    reads.virtualNetwork(after, id),
    reads.networkInterfaces(after, group),
    reads.networkSecurityGroups(after, group),
    reads.routeTables(after, group),
  ]);
  return { id, network, interfaces };
};

/** Without a subnet of one's own, AKS makes a network in the node resource group. */
const readManagedNetwork = async (
  reads: ArmReads,
  after: number,
  group: ResourceGroupRef,
): Promise<NetworkReads> => {
  const [networks, interfaces] = await Promise.all([
    reads.virtualNetworks(after, group),
    reads.networkInterfaces(after, group),
    reads.networkSecurityGroups(after, group),
    reads.routeTables(after, group),
  ]);
  const network = mapRead(networks, (list) => {
    const found = list.find((each) => managedNetworkName.test(each.network.name)) ?? list[0];
    return found === undefined
      ? unavailable("notVisible", `Resource group ${group.resourceGroup} holds no virtual network.`)
      : collected(found);
  });
  const id = network.section.status === "collected" ? network.section.data.network.id : "";
  return { id, network, interfaces };
};

export const readClusterNetwork = (
  reads: ArmReads,
  after: number,
  cluster: ManagedCluster,
): Promise<NetworkReads> => {
  const subnetId =
    cluster.agentPools.find((pool) => pool.vnetSubnetId !== undefined)?.vnetSubnetId ??
    cluster.apiServerAccess.subnetId;
  if (subnetId === undefined)
    return readManagedNetwork(reads, after, {
      subscriptionId: cluster.subscriptionId,
      resourceGroup: cluster.nodeResourceGroup,
    });
  return readNetwork(reads, after, networkIdOf(subnetId) ?? subnetId);
};

/** Each network that the cluster's network names in a peering, once. */
export const readPeerNetworks = (
  reads: ArmReads,
  cluster: Read<NetworkAndInterfaces>,
): Promise<readonly NetworkReads[]> => {
  if (cluster.section.status === "unavailable") return Promise.resolve([]);
  const remotes = cluster.section.data.network.peerings.map((peering) => peering.remoteVirtualNetworkId);
  const unique = new Map(remotes.filter((id) => id !== "").map((id) => [idKey(id), id]));
  return Promise.all([...unique.values()].map((id) => readNetwork(reads, cluster.level, id)));
};

export const networkSection = (read: Read<NetworkAndInterfaces>): Read<VirtualNetwork> =>
  mapRead(read, ({ network }) => collected(network));

export const peerSection = (peer: NetworkReads): PeerNetwork => ({
  id: peer.id,
  network: networkSection(peer.network).section,
});

/** An id that some subnet or interface names, and the level at which it became known. */
export type Reference = Readonly<{ id: string; level: number }>;

const subnetReferences = (
  networks: readonly NetworkReads[],
  pick: (subnet: VirtualNetwork["subnets"][number]) => string | undefined,
): readonly Reference[] =>
  networks.flatMap(({ network }) =>
    network.section.status === "collected"
      ? network.section.data.network.subnets.flatMap((subnet) => {
          const id = pick(subnet);
          return id === undefined ? [] : [{ id, level: network.level }];
        })
      : [],
  );

export const securityGroupReferences = (networks: readonly NetworkReads[]): readonly Reference[] =>
  subnetReferences(networks, (subnet) => subnet.networkSecurityGroupId);

export const routeTableReferences = (networks: readonly NetworkReads[]): readonly Reference[] =>
  subnetReferences(networks, (subnet) => subnet.routeTableId);

type Lookup<T> = Readonly<{
  what: string;
  list: (after: number, group: ResourceGroupRef) => Promise<Read<readonly T[]>>;
  get: (after: number, id: string) => Promise<Read<T>>;
}>;

/** From the group's list where that was read; else (another group, or no right to list) the resource itself. */
const lookUp = async <T extends Readonly<{ id: string }>>(
  lookup: Lookup<T>,
  listed: ReadonlySet<string>,
  reference: Reference,
): Promise<Read<T>> => {
  const group = resourceGroupOf(reference.id);
  if (group === null || !listed.has(groupKey(group))) return lookup.get(reference.level, reference.id);
  const list = await lookup.list(reference.level, group);
  if (list.section.status === "unavailable")
    return list.section.reason === "denied"
      ? lookup.get(list.level, reference.id)
      : { section: list.section, level: list.level };
  const found = list.section.data.find((each) => idKey(each.id) === idKey(reference.id));
  const gone = `The ${lookup.what} ${reference.id} is referenced, but resource group ${group.resourceGroup} does not hold it.`;
  return {
    section: found === undefined ? unavailable("notVisible", gone) : collected(found),
    level: list.level,
  };
};

/** Groups whose rules and routes were listed together with a network. */
const listedGroups = (networks: readonly NetworkReads[]): ReadonlySet<string> =>
  new Set(networks.flatMap(({ id }) => resourceGroupOf(id) ?? []).map(groupKey));

const resolve = async <T extends Readonly<{ id: string }>>(
  lookup: Lookup<T>,
  networks: readonly NetworkReads[],
  references: readonly Reference[],
): Promise<Readonly<{ sections: ById<T>; level: number }>> => {
  const listed = listedGroups(networks);
  const unique = new Map(references.map((reference) => [idKey(reference.id), reference]));
  const found = await Promise.all(
    [...unique].map(async ([key, reference]) => [key, await lookUp(lookup, listed, reference)] as const),
  );
  return {
    sections: Object.fromEntries(found.map(([key, read]) => [key, read.section])),
    level: Math.max(0, ...found.map(([, read]) => read.level)),
  };
};

export const resolveSecurityGroups = (
  reads: ArmReads,
  networks: readonly NetworkReads[],
  references: readonly Reference[],
): Promise<Readonly<{ sections: ById<NetworkSecurityGroup>; level: number }>> =>
  resolve(
    {
      what: "network security group",
      list: reads.networkSecurityGroups,
      get: reads.networkSecurityGroup,
    },
    networks,
    references,
  );

export const resolveRouteTables = (
  reads: ArmReads,
  networks: readonly NetworkReads[],
  references: readonly Reference[],
): Promise<Readonly<{ sections: ById<RouteTable>; level: number }>> =>
  resolve({ what: "route table", list: reads.routeTables, get: reads.routeTable }, networks, references);
