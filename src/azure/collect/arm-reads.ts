// Every typed read of ARM that a snapshot is made of. A list that several sections need is sent once.

import type {
  NetworkInterface,
  PrivateDnsZone,
  PrivateEndpoint,
  SubnetUsage,
  VirtualNetwork,
} from "../../core/snapshot/network.ts";
import type { ScaleSet } from "../../core/snapshot/nodes.ts";
import { idKey } from "../../core/snapshot/resource-id.ts";
import type { ResourceChange } from "../../core/snapshot/snapshot.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { ResourceGroupRef } from "../arm/resource-id.ts";
import { mapNetworkInterface } from "../map/interfaces.ts";
import {
  interfaceIdsOf,
  isWholeNetwork,
  mapPrivateDnsZone,
  mapPrivateEndpoint,
  mapVirtualNetwork,
} from "../map/networks.ts";
import { type FoundScaleSet, mapJumpScaleSet, mapScaleSet } from "../map/scale-sets.ts";
import {
  type RuleReads,
  ruleReads,
  type WayInReads,
  type WayOutReads,
  wayInReads,
  wayOutReads,
} from "./arm-reads-gateways.ts";
import { type DnsResolver, type Ruleset, readDnsResolvers, readRulesets } from "./dns-resolvers.ts";
import { once, type Read } from "./read.ts";
import { type ById, byId, type GroupList, groupList, groupRead } from "./read-list.ts";
import { readRecentChanges } from "./recent-changes.ts";
import { readSubnetUsages } from "./subnet-usages.ts";

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
