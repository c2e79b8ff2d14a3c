// Every typed read of ARM that a snapshot is made of. A list that several sections need is sent once.
import type {
  NetworkInterface,
  PrivateDnsZone,
  PrivateEndpoint,
  SubnetUsage,
  VirtualNetwork,
} from "../../../core/snapshot/network.ts";
import type { ScaleSet } from "../../../core/snapshot/nodes.ts";
import { idKey } from "../../../core/snapshot/resource-id.ts";
import type { Listing, Unavailable } from "../../../core/snapshot/section.ts";
import type { ResourceChange } from "../../../core/snapshot/snapshot.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import { groupKey, parseResourceId, type ResourceGroupRef } from "../../arm/resource-id.ts";
import { mapNetworkInterface } from "../../map/interfaces.ts";
import {
  interfaceIdsOf,
  isWholeNetwork,
  mapPrivateDnsZone,
  mapPrivateEndpoint,
  mapVirtualNetwork,
} from "../../map/networks.ts";
import { type FoundScaleSet, mapJumpScaleSet, mapScaleSet } from "../../map/scale-sets.ts";
import {
  type RuleReads,
  ruleReads,
  type WayInReads,
  type WayOutReads,
  wayInReads,
  wayOutReads,
} from "./arm-reads-gateways.ts";
import { type DnsResolver, type Ruleset, readDnsResolvers, readRulesets } from "./dns-resolvers.ts";
import { notReached, once, type Read } from "./read.ts";
import {
  type ById,
  byId,
  type GroupList,
  gapsOf,
  groupList,
  groupRead,
  itemsOf,
  type ListRead,
  readAll,
} from "./read-list.ts";
import { readRecentChanges } from "./recent-changes.ts";

// How many addresses of each subnet are in use.

const networkType = "Microsoft.Network/virtualNetworks";

/** https://learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/list-usage */
export const readSubnetUsages = (
  arm: ArmSession,
  after: number,
  networkId: string,
): Promise<Read<readonly SubnetUsage[]>> => {
  const ref = parseResourceId(networkId, networkType);
  if (ref === null)
    return Promise.resolve(notReached({ is: "notAnId", of: "virtualNetwork", id: networkId }));
  return readAll(
    after,
    {
      what: subject("addressesInUse", ref.name),
      needs: { action: `${networkType}/usages/read`, scope: networkId },
    },
    (options) =>
      arm.networks(ref.subscriptionId).virtualNetworks.listUsage(ref.resourceGroup, ref.name, options),
    ({ id = "", currentValue = 0, limit = 0 }) => ({ subnetId: id, used: currentValue, limit }),
  );
};

// Reads of what has an address in a network: interfaces, those of nodes in their scale sets, private endpoints.

type InterfaceReads = Readonly<{
  privateEndpoints: GroupList<PrivateEndpoint>;
  networkInterfaces: GroupList<NetworkInterface>;
  scaleSets: GroupList<ScaleSet>;
  /** Of groups other than the nodes'. */
  jumpScaleSets: GroupList<FoundScaleSet>;
}>;

const interfaceReads = (arm: ArmSession): InterfaceReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  return {
    privateEndpoints: groupList(
      "Microsoft.Network/privateEndpoints",
      "privateEndpoints",
      (group, options) => networks(group).privateEndpoints.list(group.resourceGroup, options),
      mapPrivateEndpoint,
    ),
    networkInterfaces: groupList(
      "Microsoft.Network/networkInterfaces",
      "networkInterfaces",
      (group, options) => networks(group).networkInterfaces.list(group.resourceGroup, options),
      mapNetworkInterface,
    ),
    scaleSets: groupList(
      "Microsoft.Compute/virtualMachineScaleSets",
      "scaleSets",
      (group, options) =>
        arm.machines(group.subscriptionId).virtualMachineScaleSets.list(group.resourceGroup, options),
      mapScaleSet,
    ),
    jumpScaleSets: groupList(
      "Microsoft.Compute/virtualMachineScaleSets",
      "scaleSets",
      (group, options) =>
        arm.machines(group.subscriptionId).virtualMachineScaleSets.list(group.resourceGroup, options),
      mapJumpScaleSet,
    ),
  };
};

// Reads of what names are resolved by.

type NameReads = Readonly<{
  privateDnsZones: GroupList<PrivateDnsZone>;
  dnsResolvers: GroupList<DnsResolver>;
  dnsRulesets: GroupList<Ruleset>;
}>;

const nameReads = (arm: ArmSession): NameReads => {
  return {
    privateDnsZones: groupList(
      "Microsoft.Network/privateDnsZones",
      "privateDnsZones",
      (group, options) =>
        arm.privateDns(group.subscriptionId).privateZones.listByResourceGroup(group.resourceGroup, options),
      mapPrivateDnsZone,
    ),
    dnsResolvers: groupRead((after, group) => readDnsResolvers(arm, after, group)),
    dnsRulesets: groupRead((after, group) => readRulesets(arm, after, group)),
  };
};

// Reads of the networks themselves.

/** `interfaceIds`: interfaces that the subnets name, wherever they lie. `whole`: Azure left nothing out. */
export type NetworkAndInterfaces = Readonly<{
  network: VirtualNetwork;
  interfaceIds: readonly string[];
  whole: boolean;
}>;

type VirtualNetworkReads = Readonly<{
  virtualNetworks: GroupList<NetworkAndInterfaces>;
  virtualNetwork: ById<NetworkAndInterfaces>;
  /** By the id of a network: how full its subnets are. */
  subnetUsages: ById<readonly SubnetUsage[]>;
}>;

const virtualNetworkReads = (arm: ArmSession): VirtualNetworkReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  const withInterfaces = (network: Parameters<typeof mapVirtualNetwork>[0]): NetworkAndInterfaces => ({
    network: mapVirtualNetwork(network),
    interfaceIds: interfaceIdsOf(network),
    whole: isWholeNetwork(network),
  });
  const usages = once<Read<readonly SubnetUsage[]>>();
  return {
    subnetUsages: (after, id) => usages(idKey(id), () => readSubnetUsages(arm, after, id)),
    virtualNetworks: groupList(
      "Microsoft.Network/virtualNetworks",
      "virtualNetworks",
      (group, options) => networks(group).virtualNetworks.list(group.resourceGroup, options),
      withInterfaces,
    ),
    virtualNetwork: byId(
      "Microsoft.Network/virtualNetworks",
      "virtualNetwork",
      (group, name) => networks(group).virtualNetworks.get(group.resourceGroup, name),
      withInterfaces,
    ),
  };
};

export type ArmReads = VirtualNetworkReads &
  RuleReads &
  InterfaceReads &
  WayOutReads &
  WayInReads &
  NameReads &
  Readonly<{ recentChanges: GroupList<ResourceChange> }>;

/** `now` is in milliseconds. */
export const createArmReads = (arm: ArmSession, now: number): ArmReads => ({
  ...virtualNetworkReads(arm),
  ...ruleReads(arm),
  ...interfaceReads(arm),
  ...wayOutReads(arm),
  ...wayInReads(arm),
  ...nameReads(arm),
  recentChanges: groupRead((after, group) => readRecentChanges(arm, after, group, now)),
});

// The resource groups around a cluster: every type that matters is listed in each, all at once, since waiting for an
// id that names one costs a round trip.

/** A resource group, and the round trip after which its name was known. */
export type KnownGroup = Readonly<{ group: ResourceGroupRef; after: number }>;

/** `missing` also says which groups could not be named at all. */
export type KnownGroups = Readonly<{ groups: readonly KnownGroup[]; missing: readonly Unavailable[] }>;

export type ListingRead<T> = Readonly<{ listing: Listing<T>; level: number }>;

/** Each group once, as early as it was known. */
export const knownGroups = (
  groups: readonly KnownGroup[],
  missing: readonly Unavailable[] = [],
): KnownGroups => {
  const earliestFirst = groups.toSorted((left, right) => right.after - left.after);
  return {
    groups: [...new Map(earliestFirst.map((each) => [groupKey(each.group), each])).values()],
    missing,
  };
};

export const listingOf = <T>(
  reads: readonly ListRead<T>[],
  missing: readonly Unavailable[],
): ListingRead<T> => ({
  listing: {
    items: reads.flatMap(itemsOf),
    missing: [...missing, ...reads.flatMap(gapsOf)],
  },
  level: Math.max(0, ...reads.map((read) => read.level)),
});

export const listIn = async <T>(
  list: GroupList<T>,
  { groups, missing }: KnownGroups,
): Promise<ListingRead<T>> =>
  listingOf(await Promise.all(groups.map(({ group, after }) => list(after, group))), missing);

/** Sent now, awaited by whoever asks for the same list by name: nothing waits for a list that it does not need. */
const startLists = (lists: readonly GroupList<unknown>[], { group, after }: KnownGroup): void => {
  for (const list of lists) list(after, group).catch(() => undefined);
};

/** What any network's resource group may hold; the rest is asked for where a network shows it (`parts.ts`). */
export const startNetworkGroup = (reads: ArmReads, known: KnownGroup): void =>
  startLists(
    [
      reads.networkInterfaces,
      reads.networkSecurityGroups,
      reads.routeTables,
      reads.bastionHosts,
      reads.recentChanges,
    ],
    known,
  );

/** The group on the nodes' interfaces is AKS's own and stands there too: to wait for its id would cost a round trip. */
export const startNodeGroup = (reads: ArmReads, known: KnownGroup): void =>
  startLists(
    [
      reads.loadBalancers,
      reads.publicIpAddresses,
      reads.recentChanges,
      reads.scaleSets,
      reads.networkSecurityGroups,
    ],
    known,
  );

export const startClusterGroup = (reads: ArmReads, known: KnownGroup): void =>
  startLists([reads.recentChanges], known);
