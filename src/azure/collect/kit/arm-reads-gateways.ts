// Reads of what decides about a packet in a network: security groups, routes, a network manager's rules.

import { z } from "zod";
import type { Firewall } from "../../../core/snapshot/firewall.ts";
import type { VirtualNetworkGateway } from "../../../core/snapshot/gateways.ts";
import type { BastionHost, ContainerGroup, NetworkProfile } from "../../../core/snapshot/hosts.ts";
import type {
  LoadBalancer,
  NatGateway,
  PublicIpAddress,
  RouteTable,
} from "../../../core/snapshot/network.ts";
import { idKey, nameOf } from "../../../core/snapshot/resource-id.ts";
import type { AdminRule, NetworkSecurityGroup } from "../../../core/snapshot/security.ts";
import { subject } from "../../../core/snapshot/subject.ts";
import type { ArmSession } from "../../arm/arm-client.ts";
import type { ResourceGroupRef } from "../../arm/resource-id.ts";
import { mapBastionHost, mapNetworkProfile, mapVirtualNetworkGateway } from "../../map/fields.ts";
import type { ParsedConnection } from "../../map/gateways.ts";
import { mapLoadBalancer } from "../../map/interfaces.ts";
import { mapNetworkSecurityGroup, mapRouteTable } from "../../map/networks.ts";
import { mapFirewall, mapNatGateway, mapPublicIpAddress, mapPublicIpPrefix } from "../../map/outbound.ts";
import { mapAdminRule } from "../../map/rules.ts";
import { readConnections } from "./connection-list.ts";
import { once, type Read, readOne } from "./read.ts";
import {
  type ById,
  byId,
  flat,
  type GroupList,
  groupList,
  groupRead,
  listContainerGroups,
  readAll,
} from "./read-list.ts";

// What a network manager applies to a network. A Reader may not ask that, and most networks have no manager: where it is
// refused, nothing is said.
// https://learn.microsoft.com/rest/api/networkmanager/list-network-manager-effective-security-admin-rules

const action = "listNetworkManagerEffectiveSecurityAdminRules";
const apiVersion = "2025-05-01";

/** A list, so that the question itself, which Azure keeps in its activity log, is asked only where there is a manager. */
export const readManagersOf = (
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

export const readAdminRulesOf = (
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

export type RuleReads = Readonly<{
  networkSecurityGroups: GroupList<NetworkSecurityGroup>;
  networkSecurityGroup: ById<NetworkSecurityGroup>;
  routeTables: GroupList<RouteTable>;
  routeTable: ById<RouteTable>;
  /** Ids of those in a subscription. */
  networkManagers: (after: number, subscriptionId: string) => Promise<Read<readonly string[]>>;
  adminRules: ById<readonly AdminRule[]>;
}>;

export const ruleReads = (arm: ArmSession): RuleReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  const adminRules = once<Read<readonly AdminRule[]>>();
  const managers = once<Read<readonly string[]>>();
  return {
    networkSecurityGroups: groupList(
      "Microsoft.Network/networkSecurityGroups",
      "networkSecurityGroups",
      (group, options) => networks(group).networkSecurityGroups.list(group.resourceGroup, options),
      mapNetworkSecurityGroup,
    ),
    networkSecurityGroup: byId(
      "Microsoft.Network/networkSecurityGroups",
      "networkSecurityGroup",
      (group, name) => networks(group).networkSecurityGroups.get(group.resourceGroup, name),
      mapNetworkSecurityGroup,
    ),
    routeTables: groupList(
      "Microsoft.Network/routeTables",
      "routeTables",
      (group, options) => networks(group).routeTables.list(group.resourceGroup, options),
      mapRouteTable,
    ),
    routeTable: byId(
      "Microsoft.Network/routeTables",
      "routeTable",
      (group, name) => networks(group).routeTables.get(group.resourceGroup, name),
      mapRouteTable,
    ),
    networkManagers: (after, subscriptionId) =>
      managers(subscriptionId, () => readManagersOf(arm, after, subscriptionId)),
    adminRules: (after, id) => adminRules(idKey(id), () => readAdminRulesOf(arm, after, id)),
  };
};

// Reads of what people come in by.

export type WayInReads = Readonly<{
  bastionHosts: GroupList<BastionHost>;
  containerGroups: GroupList<ContainerGroup>;
  networkProfiles: GroupList<NetworkProfile>;
  virtualNetworkGateways: GroupList<VirtualNetworkGateway>;
  gatewayConnections: GroupList<ParsedConnection>;
}>;

export const wayInReads = (arm: ArmSession): WayInReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  return {
    bastionHosts: groupList(
      "Microsoft.Network/bastionHosts",
      "bastionHosts",
      (group, options) => networks(group).bastionHosts.listByResourceGroup(group.resourceGroup, options),
      mapBastionHost,
    ),
    containerGroups: groupRead(async (after, group) => flat(await listContainerGroups(arm, after, group))),
    networkProfiles: groupList(
      "Microsoft.Network/networkProfiles",
      "networkProfiles",
      (group, options) => networks(group).networkProfiles.list(group.resourceGroup, options),
      mapNetworkProfile,
    ),
    virtualNetworkGateways: groupList(
      "Microsoft.Network/virtualNetworkGateways",
      "virtualNetworkGateways",
      (group, options) => networks(group).virtualNetworkGateways.list(group.resourceGroup, options),
      mapVirtualNetworkGateway,
    ),
    gatewayConnections: groupRead((after, group) => readConnections(arm, after, group)),
  };
};

// Reads of what packets are sent on through, and of the public addresses that they leave with.

type ForwarderReads = Readonly<{
  loadBalancers: GroupList<LoadBalancer>;
  loadBalancer: ById<LoadBalancer>;
  firewalls: GroupList<Firewall>;
}>;

type PublicAddressReads = Readonly<{
  natGateways: GroupList<NatGateway>;
  natGateway: ById<NatGateway>;
  publicIpAddresses: GroupList<PublicIpAddress>;
  publicIpAddress: ById<PublicIpAddress>;
  publicIpPrefix: ById<PublicIpAddress>;
}>;

export type WayOutReads = ForwarderReads & PublicAddressReads;

export const wayOutReads = (arm: ArmSession): WayOutReads => ({
  ...forwarderReads(arm),
  ...publicAddressReads(arm),
});

const forwarderReads = (arm: ArmSession): ForwarderReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  return {
    loadBalancers: groupList(
      "Microsoft.Network/loadBalancers",
      "loadBalancers",
      (group, options) => networks(group).loadBalancers.list(group.resourceGroup, options),
      mapLoadBalancer,
    ),
    loadBalancer: byId(
      "Microsoft.Network/loadBalancers",
      "loadBalancer",
      (group, name) => networks(group).loadBalancers.get(group.resourceGroup, name),
      mapLoadBalancer,
    ),
    firewalls: groupList(
      "Microsoft.Network/azureFirewalls",
      "firewalls",
      (group, options) => networks(group).azureFirewalls.list(group.resourceGroup, options),
      mapFirewall,
    ),
  };
};

const publicAddressReads = (arm: ArmSession): PublicAddressReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  return {
    natGateways: groupList(
      "Microsoft.Network/natGateways",
      "natGateways",
      (group, options) => networks(group).natGateways.list(group.resourceGroup, options),
      mapNatGateway,
    ),
    natGateway: byId(
      "Microsoft.Network/natGateways",
      "natGateway",
      (group, name) => networks(group).natGateways.get(group.resourceGroup, name),
      mapNatGateway,
    ),
    publicIpAddresses: groupList(
      "Microsoft.Network/publicIPAddresses",
      "publicIpAddresses",
      (group, options) => networks(group).publicIPAddresses.list(group.resourceGroup, options),
      mapPublicIpAddress,
    ),
    publicIpAddress: byId(
      "Microsoft.Network/publicIPAddresses",
      "publicIpAddress",
      (group, name) => networks(group).publicIPAddresses.get(group.resourceGroup, name),
      mapPublicIpAddress,
    ),
    publicIpPrefix: byId(
      "Microsoft.Network/publicIPPrefixes",
      "publicIpPrefix",
      (group, name) => networks(group).publicIPPrefixes.get(group.resourceGroup, name),
      mapPublicIpPrefix,
    ),
  };
};
