// The cluster's virtual network, the networks peered with it, and the rules and routes that their subnets name.

import { showsContainers } from "../../../core/client/likely-hosts.ts";
import { isVirtualHub } from "../../../core/network/gateway/gateways.ts";
import type { ManagedCluster } from "../../../core/snapshot/cluster.ts";
import type { JumpHost } from "../../../core/snapshot/hosts.ts";
import {
  type NetworkInterface,
  peeringTo,
  type VirtualNetwork,
  type VirtualNetworkLink,
} from "../../../core/snapshot/network.ts";
import { idKey, networkIdOf, sameId } from "../../../core/snapshot/resource-id.ts";
import { collected, type Unavailable, unavailable } from "../../../core/snapshot/section.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { groupKey, type ResourceGroupRef, resourceGroupOf } from "../../arm/resource-id.ts";
import { mapVirtualNetwork } from "../../map/networks.ts";
import type { ArmReads, NetworkAndInterfaces } from "../kit/arm-reads.ts";
import { readSubscriptions, type Subscription } from "../kit/cluster.ts";
import { type KnownGroup, type KnownGroups, startNetworkGroup } from "../kit/group-reads.ts";
import { dataOf, mapRead, notReached, type Read } from "../kit/read.ts";
import { gapsOf, itemsOf, type ListRead, pickFrom, readAll } from "../kit/read-list.ts";

// What a resource group is asked for only where a network shows that it may hold one: a firewall has a subnet of its
// own, and nobody asks whose address it is where no route and no DNS setting names one.

const parts = [
  "firewalls",
  "virtualNetworkGateways",
  "dnsResolvers",
  "dnsRulesets",
  "loadBalancers",
  "publicIpAddresses",
  "containerGroups",
  "networkProfiles",
] as const;
export type NetworkPart = (typeof parts)[number];

type NearNetwork = Readonly<{
  network: Read<Readonly<{ network: VirtualNetwork }>>;
  group: KnownGroup | null;
}>;

const hasSubnet =
  (name: RegExp) =>
  ({ subnets }: VirtualNetwork): boolean =>
    subnets.some((subnet) => name.test(subnet.name));

const hasFirewall = hasSubnet(/^AzureFirewallSubnet$/i);
const hasGateway = hasSubnet(/^GatewaySubnet$/i);
const hasServers = ({ dnsServers }: VirtualNetwork): boolean => dnsServers.length > 0;
const hasRoutes = ({ subnets }: VirtualNetwork): boolean =>
  subnets.some(({ routeTableId }) => routeTableId !== undefined);
/** A resolver's subnet is delegated to it; its rulesets stand beside it. */
const hasResolver = ({ subnets }: VirtualNetwork): boolean =>
  subnets.some(({ delegations }) =>
    delegations.some((each) => /^Microsoft\.Network\/dnsResolvers$/i.test(each)),
  );
const hasNat = ({ subnets }: VirtualNetwork): boolean =>
  subnets.some(({ natGatewayId }) => natGatewayId !== undefined);

const shows: Readonly<Record<NetworkPart, (network: VirtualNetwork) => boolean>> = {
  firewalls: hasFirewall,
  virtualNetworkGateways: hasGateway,
  dnsResolvers: (network) => hasServers(network) || hasResolver(network),
  dnsRulesets: hasResolver,
  loadBalancers: (network) => hasServers(network) || hasRoutes(network),
  publicIpAddresses: (network) => hasFirewall(network) || hasNat(network),
  containerGroups: showsContainers,
  // Cloud Shell gets its containers an address by one.
  networkProfiles: showsContainers,
};

/** What a network that leads to others makes likely there, a round trip before they are seen. */
const suggests: Readonly<Record<NetworkPart, (network: VirtualNetwork) => boolean>> = {
  firewalls: hasRoutes,
  // Also where no peering says so yet: that may be the fault, and what a gateway joins takes two more.
  virtualNetworkGateways: ({ peerings }) => peerings.length > 0,
  dnsResolvers: hasServers,
  dnsRulesets: () => false,
  loadBalancers: (network) => hasServers(network) || hasRoutes(network),
  publicIpAddresses: hasRoutes,
  containerGroups: () => false,
  networkProfiles: () => false,
};

/** What may stand in another network's group, wherever an address leads there. */
const everywhere: readonly NetworkPart[] = ["dnsResolvers", "loadBalancers"];

export const partsIn = (network: VirtualNetwork): readonly NetworkPart[] =>
  parts.filter((part) => shows[part](network));
export const partsBehind = (network: VirtualNetwork): readonly NetworkPart[] =>
  parts.filter((part) => suggests[part](network));

/** Sent now, awaited by whoever asks for the same list by name. */
const startParts = (reads: ArmReads, wanted: readonly NetworkPart[], { group, after }: KnownGroup): void => {
  for (const part of wanted) reads[part](after, group).catch(() => undefined);
};

/** A network that was not read may hold anything. */
const mayShow =
  (part: NetworkPart) =>
  ({ network: { section } }: NearNetwork): boolean =>
    section.status === "unavailable" || shows[part](section.data.network);

/** Of groups near the cluster, those in which such a part is asked for; groups of no network stay. */
export const groupsFor = (
  part: NetworkPart,
  { groups, missing }: KnownGroups,
  networks: readonly NearNetwork[],
): KnownGroups => {
  if (everywhere.includes(part) && networks.some(mayShow(part))) return { groups, missing };
  const without = new Set(networks.flatMap(({ group }) => (group === null ? [] : [groupKey(group.group)])));
  const withIt = new Set(
    networks.filter(mayShow(part)).flatMap(({ group }) => (group === null ? [] : [groupKey(group.group)])),
  );
  const isWanted = ({ group }: KnownGroup): boolean =>
    withIt.has(groupKey(group)) || !without.has(groupKey(group));
  return { groups: groups.filter(isWanted), missing };
};

/** A network with the interfaces of its own resource group, all asked for in the same round trip. */
export type NetworkReads = Readonly<{
  id: string;
  network: Read<NetworkAndInterfaces>;
  interfaces: ListRead<NetworkInterface>;
  group: KnownGroup | null;
}>;

/** Those that were read, each with the round trip that it came in. */
export const networksIn = (networks: readonly NetworkReads[]) =>
  networks.flatMap(({ network: { section, level }, group }) =>
    section.status === "collected" ? [{ ...section.data, group, level }] : [],
  );

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
  expected: readonly NetworkPart[] = [],
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
  const network = pickFrom<NetworkAndInterfaces, NetworkAndInterfaces>(
    networks,
    (list) => list.find((each) => managedNetworkName.test(each.network.name)) ?? list[0],
    unavailable("notVisible", { is: "noNetworkInGroup", group: group.resourceGroup }),
  );
  const id = dataOf(network.section)?.network.id ?? "";
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

/** The network that the requester named by its id: the cluster's network may not lead to it. */
export const readRequestersNetwork = async (
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
 * people come from. Not read while a peered network that may lead on to the linked ones is out of sight, nor, beside one that is
 * peered and linked, those of a zone that many networks share.
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
  if (peers.some(isHidden)) return [];
  const isLinked = peers.some(({ id }) => linked.has(idKey(id)));
  for (const { id } of [own, ...peers]) linked.delete(idKey(id));
  if (isLinked && linked.size > maximumLinkedNetworks) return [];
  const chosen = [...linked.values()].slice(0, maximumLinkedNetworks);
  return Promise.all(chosen.map((id) => readNetwork(reads, level, id)));
};

/** A machine or a gateway beside the nodes: then no path of people's depends on a peering that may be lost. */
export const hasWayInside = (network: VirtualNetwork, hosts: readonly JumpHost[]): boolean =>
  hasGateway(network) || hosts.some(({ virtualNetworkId }) => sameId(virtualNetworkId, network.id));

/** A company may have hundreds of subscriptions, each a request, and few networks have such a half. */
const maximumSubscriptions = 8;
const maximumHalves = 3;

const readNetworksOf = (
  arm: ArmSession,
  after: number,
  { id, name }: Subscription,
): Promise<ListRead<VirtualNetwork>> =>
  readAll(
    after,
    {
      what: subject("virtualNetworks", name),
      needs: { action: "Microsoft.Network/virtualNetworks/read", scope: `/subscriptions/${id}` },
    },
    (options) => arm.networks(id).virtualNetworks.listAll(options),
    mapVirtualNetwork,
  );

/** `gaps`: where one could not look for them, while none was found. */
type HalfPeered = Readonly<{ halves: readonly NetworkReads[]; gaps: readonly Unavailable[] }>;

const leftOut = (subscriptions: number): readonly Unavailable[] =>
  subscriptions <= maximumSubscriptions
    ? []
    : [notReached({ is: "subscriptionsSkipped", subscriptions, read: maximumSubscriptions }).section];

/**
 * Networks that still have their half of a peering with the cluster's, which has no peering itself: somebody deleted the
 * other half, and nothing else tells where people come from. Azure lists only what the person may read.
 */
export const readHalfPeered = async (
  arm: ArmSession,
  reads: ArmReads,
  { id, network: { section, level } }: NetworkReads,
): Promise<HalfPeered> => {
  if (section.status === "unavailable" || section.data.network.peerings.length > 0)
    return { halves: [], gaps: [] };
  const subscriptions = await readSubscriptions(arm, level);
  const seen = itemsOf(subscriptions);
  const lists = await Promise.all(
    seen.slice(0, maximumSubscriptions).map((each) => readNetworksOf(arm, subscriptions.level, each)),
  );
  const after = Math.max(level, ...lists.map((list) => list.level));
  const found = lists.flatMap(itemsOf).filter((each) => peeringTo(each, id) !== undefined);
  const halves = await Promise.all(
    found.slice(0, maximumHalves).map((each) => readNetwork(reads, after, each.id)),
  );
  const gaps = [...gapsOf(subscriptions), ...lists.flatMap(gapsOf), ...leftOut(seen.length)];
  return { halves, gaps: halves.length > 0 ? [] : gaps };
};

export const networkSection = (read: Read<NetworkAndInterfaces>): Read<VirtualNetwork> =>
  mapRead(read, ({ network }) => collected(network));
