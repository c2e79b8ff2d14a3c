// The cluster's virtual network, the networks peered with it, and the rules and routes that their subnets name.

import { isVirtualHub } from "../../core/network/gateway/gateways.ts";
import type { ManagedCluster } from "../../core/snapshot/cluster.ts";
import type {
  NetworkInterface,
  PeerNetwork,
  VirtualNetwork,
  VirtualNetworkLink,
} from "../../core/snapshot/network.ts";
import { idKey, networkIdOf } from "../../core/snapshot/resource-id.ts";
import { collected, unavailable } from "../../core/snapshot/section.ts";
import { type ResourceGroupRef, resourceGroupOf } from "../arm/resource-id.ts";
import type { ArmReads, NetworkAndInterfaces } from "./arm-reads.ts";
import { type Part, partsIn, startParts } from "./parts.ts";
import { mapRead, notReached, type Read } from "./read.ts";
import { type ListRead, pickFrom } from "./read-list.ts";
import { type KnownGroup, startNetworkGroup } from "./surroundings.ts";

/** A network with the interfaces of its own resource group, all asked for in the same round trip. */
export type NetworkReads = Readonly<{
  id: string;
  network: Read<NetworkAndInterfaces>;
  interfaces: ListRead<NetworkInterface>;
  group: KnownGroup | null;
}>;

/** What is left out would be taken for a fault, so such a network counts as not read. */
const onlyWhole = (read: Read<NetworkAndInterfaces>): Read<NetworkAndInterfaces> =>
  mapRead(read, (data) =>
    data.whole
      ? collected(data)
      : unavailable("failed", { is: "networkCutShort", network: data.network.name }),
  );

const managedNetworkName = /^aks-vnet-/i;

/** `expected`: lists of its group that are likely to be asked for. */
export const readNetwork = async (
  reads: ArmReads,
  after: number,
  id: string,
  expected: readonly Part[] = [],
): Promise<NetworkReads> => {
  if (isVirtualHub(id)) {
    const none = notReached({ is: "overVirtualHub" });
    return { id, network: none, interfaces: none, group: null };
  }
  const group = resourceGroupOf(id);
  if (group === null) {
    const none = notReached({ is: "notAnId", of: "virtualNetwork", id });
    return { id, network: none, interfaces: none, group: null };
  }
  // First of all that goes out now: most waits for it.
  const sent = reads.virtualNetwork(after, id);
  startNetworkGroup(reads, { group, after });
  startParts(reads, expected, { group, after });
  reads.networkManagers(after, group.subscriptionId).catch(() => undefined);
  const network = onlyWhole(await sent);
  if (network.section.status === "collected")
    startParts(reads, partsIn(network.section.data.network), { group, after: network.level });
  const interfaces = await reads.networkInterfaces(after, group);
  return { id, network, interfaces, group: { group, after } };
};

/** Without a subnet of one's own, AKS makes a network in the node resource group. */
const readManagedNetwork = async (
  reads: ArmReads,
  after: number,
  group: ResourceGroupRef,
): Promise<NetworkReads> => {
  startNetworkGroup(reads, { group, after });
  const [networks, interfaces] = await Promise.all([
    reads.virtualNetworks(after, group),
    reads.networkInterfaces(after, group),
  ]);
  const pick = (list: readonly NetworkAndInterfaces[]) =>
    list.find((each) => managedNetworkName.test(each.network.name)) ?? list[0];
  const section = pickFrom<NetworkAndInterfaces, NetworkAndInterfaces>(networks, pick, () =>
    unavailable("notVisible", { is: "noNetworkInGroup", group: group.resourceGroup }),
  );
  const network = { section, level: networks.level };
  const id = network.section.status === "collected" ? network.section.data.network.id : "";
  return { id, network: onlyWhole(network), interfaces, group: { group, after } };
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

/** The network that the asker named by its id: the cluster's network may not lead to it. */
export const readAskersNetwork = async (
  reads: ArmReads,
  own: NetworkReads,
  id: string | undefined,
): Promise<readonly NetworkReads[]> =>
  id === undefined || resourceGroupOf(id) === null || idKey(own.id) === idKey(id)
    ? []
    : [await readNetwork(reads, own.network.level, id)];

export const eachOnce = (networks: readonly NetworkReads[]): readonly NetworkReads[] =>
  [...new Map(networks.toReversed().map((each) => [idKey(each.id), each])).values()].toReversed();

/** A zone of one's own may be linked to every network of a company. */
const maximumLinkedNetworks = 3;

/**
 * Networks that only the zone's links name: where a peering was deleted at the cluster's side, nothing else tells where
 * people come from. Not read while a peered network is linked, or may lead on to the linked ones and is out of sight.
 */
export const readLinkedNetworks = async (
  reads: ArmReads,
  own: NetworkReads,
  peers: readonly NetworkReads[],
  { section, level }: Read<readonly VirtualNetworkLink[]>,
): Promise<readonly NetworkReads[]> => {
  if (section.status === "unavailable" || own.network.section.status === "unavailable") return [];
  const linked = new Map(section.data.map(({ virtualNetworkId: id }) => [idKey(id), id]));
  const isHidden = ({ network }: NetworkReads): boolean => network.section.status === "unavailable";
  if (peers.some((peer) => isHidden(peer) || linked.has(idKey(peer.id)))) return [];
  linked.delete(idKey(own.id));
  const chosen = [...linked.values()].slice(0, maximumLinkedNetworks);
  return Promise.all(chosen.map((id) => readNetwork(reads, level, id)));
};

export const networkSection = (read: Read<NetworkAndInterfaces>): Read<VirtualNetwork> =>
  mapRead(read, ({ network }) => collected(network));

export const peerSection = (peer: NetworkReads): PeerNetwork => ({
  id: peer.id,
  network: networkSection(peer.network).section,
});
