// Every typed read of ARM that a snapshot is made of. A list that several sections need is sent once.
import type { NetworkManagementClient } from "@azure/arm-network";
import { z } from "zod";
import type { SubnetUsage, VirtualNetwork } from "../../../core/snapshot/network.ts";
import { idKey, nameOf } from "../../../core/snapshot/resource-id.ts";
import type { AdminRule } from "../../../core/snapshot/security.ts";
import { type GroupListKind, type ResourceKind, subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import type { ListOptions } from "../../arm/request-policies.ts";
import { parseResourceId } from "../../arm/resource-id.ts";
import { mapBastionHost, mapNetworkProfile, mapVirtualNetworkGateway } from "../../map/fields.ts";
import { mapLoadBalancer, mapNetworkInterface } from "../../map/interfaces.ts";
import {
  interfaceIdsOf,
  isWholeNetwork,
  mapNetworkSecurityGroup,
  mapPrivateDnsZone,
  mapPrivateEndpoint,
  mapRouteTable,
  mapVirtualNetwork,
} from "../../map/networks.ts";
import { mapFirewall, mapNatGateway, mapPublicIpAddress, mapPublicIpPrefix } from "../../map/outbound.ts";
import { mapAdminRule } from "../../map/rules.ts";
import { mapJumpScaleSet, mapScaleSet } from "../../map/scale-sets.ts";
import { readConnections } from "./connection-list.ts";
import { readDnsResolvers, readRulesets } from "./dns-resolvers.ts";
import { notReached, once, type Read, readOne } from "./read.ts";
import {
  byId,
  flat,
  type GroupList,
  groupList,
  groupRead,
  type ListCall,
  listContainerGroups,
  readAll,
} from "./read-list.ts";
import { readRecentChanges } from "./recent-changes.ts";

/** `interfaceIds`: interfaces that the subnets name, wherever they lie. `whole`: Azure left nothing out. */
export type NetworkAndInterfaces = Readonly<{
  network: VirtualNetwork;
  interfaceIds: readonly string[];
  whole: boolean;
}>;

const withInterfaces = (network: Parameters<typeof mapVirtualNetwork>[0]): NetworkAndInterfaces => ({
  network: mapVirtualNetwork(network),
  interfaceIds: interfaceIdsOf(network),
  whole: isWholeNetwork(network),
});

type Listed<A> = Readonly<{ list(group: string, options: ListOptions): ReturnType<ListCall<A>> }>;
type Named<A> = Readonly<{ get(group: string, name: string): Promise<A> }>;

/** What the SDK lists, and reads by name, of `Microsoft.Network`; `type` is given where the kind is called otherwise. */
const networkReads = (arm: ArmSession) => ({
  list: <A, T>(
    kind: GroupListKind,
    of: (client: NetworkManagementClient) => Listed<A>,
    map: (item: A) => T,
    type: string = kind,
  ): GroupList<T> =>
    groupList(
      `Microsoft.Network/${type}`,
      kind,
      (group, options) => of(arm.networks(group.subscriptionId)).list(group.resourceGroup, options),
      map,
    ),
  get: <A extends Readonly<{ id?: string }>, T>(
    kind: ResourceKind,
    of: (client: NetworkManagementClient) => Named<A>,
    map: (item: A) => T,
    type = `${kind}s`,
  ) =>
    byId(
      `Microsoft.Network/${type}`,
      kind,
      (group, name) => of(arm.networks(group.subscriptionId)).get(group.resourceGroup, name),
      map,
    ),
});

/** What decides about a packet in a network. */
const ruleReads = (arm: ArmSession) => {
  const { list, get } = networkReads(arm);
  const adminRules = once<Read<readonly AdminRule[]>>();
  const managers = once<Read<readonly string[]>>();
  return {
    networkSecurityGroups: list(
      "networkSecurityGroups",
      (of) => of.networkSecurityGroups,
      mapNetworkSecurityGroup,
    ),
    networkSecurityGroup: get(
      "networkSecurityGroup",
      (of) => of.networkSecurityGroups,
      mapNetworkSecurityGroup,
    ),
    routeTables: list("routeTables", (of) => of.routeTables, mapRouteTable),
    routeTable: get("routeTable", (of) => of.routeTables, mapRouteTable),
    /** Ids of those in a subscription. */
    networkManagers: (after: number, subscriptionId: string) =>
      managers(subscriptionId, () => readManagersOf(arm, after, subscriptionId)),
    adminRules: (after: number, id: string) => adminRules(idKey(id), () => readAdminRulesOf(arm, after, id)),
  };
};

/** What packets are sent on through, and the public addresses that they leave with. */
const wayOutReads = (arm: ArmSession) => {
  const { list, get } = networkReads(arm);
  const [addressType, prefixType] = ["publicIPAddresses", "publicIPPrefixes"];
  return {
    loadBalancers: list("loadBalancers", (of) => of.loadBalancers, mapLoadBalancer),
    loadBalancer: get("loadBalancer", (of) => of.loadBalancers, mapLoadBalancer),
    firewalls: list("firewalls", (of) => of.azureFirewalls, mapFirewall, "azureFirewalls"),
    natGateways: list("natGateways", (of) => of.natGateways, mapNatGateway),
    natGateway: get("natGateway", (of) => of.natGateways, mapNatGateway),
    publicIpAddresses: list(
      "publicIpAddresses",
      (of) => of.publicIPAddresses,
      mapPublicIpAddress,
      addressType,
    ),
    publicIpAddress: get("publicIpAddress", (of) => of.publicIPAddresses, mapPublicIpAddress, addressType),
    publicIpPrefix: get("publicIpPrefix", (of) => of.publicIPPrefixes, mapPublicIpPrefix, prefixType),
  };
};

/** What people come in by. */
const wayInReads = (arm: ArmSession) => {
  const { list } = networkReads(arm);
  return {
    bastionHosts: list(
      "bastionHosts",
      ({ bastionHosts }) => ({ list: (...of) => bastionHosts.listByResourceGroup(...of) }),
      mapBastionHost,
    ),
    containerGroups: groupRead(async (after, group) => flat(await listContainerGroups(arm, after, group))),
    networkProfiles: list("networkProfiles", (of) => of.networkProfiles, mapNetworkProfile),
    virtualNetworkGateways: list(
      "virtualNetworkGateways",
      (of) => of.virtualNetworkGateways,
      mapVirtualNetworkGateway,
    ),
    gatewayConnections: groupRead((after, group) => readConnections(arm, after, group)),
  };
};

/** Scale sets in a group; those of groups other than the nodes' are mapped otherwise. */
const scaleSets = <T>(arm: ArmSession, map: (set: Parameters<typeof mapScaleSet>[0]) => T) =>
  groupList(
    "Microsoft.Compute/virtualMachineScaleSets",
    "scaleSets",
    (group, options) =>
      arm.machines(group.subscriptionId).virtualMachineScaleSets.list(group.resourceGroup, options),
    map,
  );

/** `now` is in milliseconds. */
export const createArmReads = (arm: ArmSession, now: number) => {
  const { list, get } = networkReads(arm);
  const usages = once<Read<readonly SubnetUsage[]>>();
  return {
    ...ruleReads(arm),
    ...wayOutReads(arm),
    ...wayInReads(arm),
    virtualNetworks: list("virtualNetworks", (of) => of.virtualNetworks, withInterfaces),
    virtualNetwork: get("virtualNetwork", (of) => of.virtualNetworks, withInterfaces),
    subnetUsages: (after: number, id: string) => usages(idKey(id), () => readSubnetUsages(arm, after, id)),
    privateEndpoints: list("privateEndpoints", (of) => of.privateEndpoints, mapPrivateEndpoint),
    networkInterfaces: list("networkInterfaces", (of) => of.networkInterfaces, mapNetworkInterface),
    scaleSets: scaleSets(arm, mapScaleSet),
    jumpScaleSets: scaleSets(arm, mapJumpScaleSet),
    privateDnsZones: groupList(
      "Microsoft.Network/privateDnsZones",
      "privateDnsZones",
      (group, options) =>
        arm.privateDns(group.subscriptionId).privateZones.listByResourceGroup(group.resourceGroup, options),
      mapPrivateDnsZone,
    ),
    dnsResolvers: groupRead((after, group) => readDnsResolvers(arm, after, group)),
    dnsRulesets: groupRead((after, group) => readRulesets(arm, after, group)),
    recentChanges: groupRead((after, group) => readRecentChanges(arm, after, group, now)),
  };
};

export type ArmReads = ReturnType<typeof createArmReads>;

// How many addresses of each subnet are in use.

const networkType = "Microsoft.Network/virtualNetworks";

/** https://learn.microsoft.com/rest/api/virtualnetwork/virtual-networks/list-usage */
const readSubnetUsages = (
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

// What a network manager applies to a network. A Reader may not ask that, and most networks have no manager: where it is
// refused, nothing is said.
// https://learn.microsoft.com/rest/api/networkmanager/list-network-manager-effective-security-admin-rules

const action = "listNetworkManagerEffectiveSecurityAdminRules";
const apiVersion = "2025-05-01";

/** A list, so that the question itself, which Azure keeps in its activity log, is asked only where there is a manager. */
const readManagersOf = (
  arm: ArmSession,
  after: number,
  subscriptionId: string,
): Promise<Read<readonly string[]>> =>
  readAll(
    after,
    {
      what: subject("networkManagers"),
      needs: {
        action: "Microsoft.Network/networkManagers/read",
        scope: `/subscriptions/${subscriptionId}`,
      },
    },
    (options) => arm.networks(subscriptionId).networkManagers.listBySubscription(options),
    ({ id }) => id ?? "",
  );

const readAdminRulesOf = (
  arm: ArmSession,
  after: number,
  networkId: string,
): Promise<Read<readonly AdminRule[]>> =>
  readOne(
    after,
    {
      what: subject("adminRules", nameOf(networkId)),
      needs: { action: `Microsoft.Network/virtualNetworks/${action}/action`, scope: networkId },
    },
    () => arm.json.listByPost(`${networkId}/${action}`, apiVersion, z.unknown()),
    (rules) => rules.flatMap(mapAdminRule),
  );
