// Every typed read of ARM that a snapshot is made of. A list that several sections need is sent once.
import { idKey } from "../../core/diagnosis/resource-id.ts";
import type {
  BastionHost,
  Firewall,
  LoadBalancer,
  NatGateway,
  NetworkInterface,
  NetworkSecurityGroup,
  PrivateDnsZone,
  PrivateEndpoint,
  PublicIpAddress,
  ResourceChange,
  RouteTable,
  VirtualNetwork,
  VirtualNetworkGateway,
} from "../../core/diagnosis/snapshot.ts";
import type { AdminRule } from "../../core/diagnosis/snapshot-admin-rules.ts";
import type { ScaleSet } from "../../core/diagnosis/snapshot-nodes.ts";
import type { ArmSession } from "../arm-client.ts";
import { mapBastionHost, mapVirtualNetworkGateway } from "../map/entries.ts";
import type { ParsedConnection } from "../map/gateway-parts.ts";
import { mapLoadBalancer } from "../map/load-balancer.ts";
import { mapNetworkInterface } from "../map/network-interface.ts";
import { mapNetworkSecurityGroup } from "../map/network-security-group.ts";
import { mapFirewall, mapNatGateway, mapPublicIpAddress, mapPublicIpPrefix } from "../map/outbound.ts";
import { mapPrivateDnsZone } from "../map/private-dns.ts";
import { mapPrivateEndpoint } from "../map/private-endpoint.ts";
import { mapRouteTable } from "../map/route-table.ts";
import { mapScaleSet } from "../map/scale-set.ts";
import { interfaceIdsOf, isWholeNetwork, mapVirtualNetwork } from "../map/virtual-network.ts";
import type { ResourceGroupRef } from "../resource-id.ts";
import { readAdminRulesOf, readManagersOf } from "./admin-rules.ts";
import { readConnections } from "./connection-list.ts";
import { type DnsResolver, readDnsResolvers } from "./dns-resolvers.ts";
import { type ById, byId, type GroupList, groupList, groupRead } from "./group-list.ts";
import { once } from "./once.ts";
import type { Read } from "./read.ts";
import { readRecentChanges } from "./recent-changes.ts";

/** `interfaceIds`: interfaces that the subnets name, wherever they lie. `whole`: Azure left nothing out. */
export type NetworkAndInterfaces = Readonly<{
  network: VirtualNetwork;
  interfaceIds: readonly string[];
  whole: boolean;
}>;

export type ArmReads = Readonly<{
  privateEndpoints: GroupList<PrivateEndpoint>;
  networkInterfaces: GroupList<NetworkInterface>;
  networkSecurityGroups: GroupList<NetworkSecurityGroup>;
  scaleSets: GroupList<ScaleSet>;
  routeTables: GroupList<RouteTable>;
  privateDnsZones: GroupList<PrivateDnsZone>;
  loadBalancers: GroupList<LoadBalancer>;
  publicIpAddresses: GroupList<PublicIpAddress>;
  natGateways: GroupList<NatGateway>;
  firewalls: GroupList<Firewall>;
  bastionHosts: GroupList<BastionHost>;
  virtualNetworkGateways: GroupList<VirtualNetworkGateway>;
  gatewayConnections: GroupList<ParsedConnection>;
  dnsResolvers: GroupList<DnsResolver>;
  recentChanges: GroupList<ResourceChange>;
  virtualNetworks: GroupList<NetworkAndInterfaces>;
  virtualNetwork: ById<NetworkAndInterfaces>;
  /** Ids of those in a subscription. */
  networkManagers: (after: number, subscriptionId: string) => Promise<Read<readonly string[]>>;
  adminRules: ById<readonly AdminRule[]>;
  loadBalancer: ById<LoadBalancer>;
  networkSecurityGroup: ById<NetworkSecurityGroup>;
  routeTable: ById<RouteTable>;
  natGateway: ById<NatGateway>;
  publicIpAddress: ById<PublicIpAddress>;
  publicIpPrefix: ById<PublicIpAddress>;
}>;

/** `now` is in milliseconds. */
export const createArmReads = (arm: ArmSession, now: number): ArmReads => {
  const networks = (group: ResourceGroupRef) => arm.networks(group.subscriptionId);
  const withInterfaces = (network: Parameters<typeof mapVirtualNetwork>[0]): NetworkAndInterfaces => ({
    network: mapVirtualNetwork(network),
    interfaceIds: interfaceIdsOf(network),
    whole: isWholeNetwork(network),
  });
  const adminRules = once<Read<readonly AdminRule[]>>();
  const managers = once<Read<readonly string[]>>();
  return {
    privateEndpoints: groupList(
      "Microsoft.Network/privateEndpoints",
      "private endpoints",
      (group, options) => networks(group).privateEndpoints.list(group.resourceGroup, options),
      mapPrivateEndpoint,
    ),
    networkInterfaces: groupList(
      "Microsoft.Network/networkInterfaces",
      "network interfaces",
      (group, options) => networks(group).networkInterfaces.list(group.resourceGroup, options),
      mapNetworkInterface,
    ),
    networkSecurityGroups: groupList(
      "Microsoft.Network/networkSecurityGroups",
      "network security groups",
      (group, options) => networks(group).networkSecurityGroups.list(group.resourceGroup, options),
      mapNetworkSecurityGroup,
    ),
    scaleSets: groupList(
      "Microsoft.Compute/virtualMachineScaleSets",
      "virtual machine scale sets",
      (group, options) =>
        arm.machines(group.subscriptionId).virtualMachineScaleSets.list(group.resourceGroup, options),
      mapScaleSet,
    ),
    routeTables: groupList(
      "Microsoft.Network/routeTables",
      "route tables",
      (group, options) => networks(group).routeTables.list(group.resourceGroup, options),
      mapRouteTable,
    ),
    privateDnsZones: groupList(
      "Microsoft.Network/privateDnsZones",
      "private DNS zones",
      (group, options) =>
        arm.privateDns(group.subscriptionId).privateZones.listByResourceGroup(group.resourceGroup, options),
      mapPrivateDnsZone,
    ),
    loadBalancers: groupList(
      "Microsoft.Network/loadBalancers",
      "load balancers",
      (group, options) => networks(group).loadBalancers.list(group.resourceGroup, options),
      mapLoadBalancer,
    ),
    publicIpAddresses: groupList(
      "Microsoft.Network/publicIPAddresses",
      "public IP addresses",
      (group, options) => networks(group).publicIPAddresses.list(group.resourceGroup, options),
      mapPublicIpAddress,
    ),
    natGateways: groupList(
      "Microsoft.Network/natGateways",
      "NAT gateways",
      (group, options) => networks(group).natGateways.list(group.resourceGroup, options),
      mapNatGateway,
    ),
    firewalls: groupList(
      "Microsoft.Network/azureFirewalls",
      "firewalls",
      (group, options) => networks(group).azureFirewalls.list(group.resourceGroup, options),
      mapFirewall,
    ),
    bastionHosts: groupList(
      "Microsoft.Network/bastionHosts",
      "Bastion hosts",
      (group, options) => networks(group).bastionHosts.listByResourceGroup(group.resourceGroup, options),
      mapBastionHost,
    ),
    virtualNetworkGateways: groupList(
      "Microsoft.Network/virtualNetworkGateways",
      "virtual network gateways",
      (group, options) => networks(group).virtualNetworkGateways.list(group.resourceGroup, options),
      mapVirtualNetworkGateway,
    ),
    gatewayConnections: groupRead((after, group) => readConnections(arm, after, group)),
    dnsResolvers: groupRead((after, group) => readDnsResolvers(arm, after, group)),
    recentChanges: groupRead((after, group) => readRecentChanges(arm, after, group, now)),
    virtualNetworks: groupList(
      "Microsoft.Network/virtualNetworks",
      "virtual networks",
      (group, options) => networks(group).virtualNetworks.list(group.resourceGroup, options),
      withInterfaces,
    ),
    virtualNetwork: byId(
      "Microsoft.Network/virtualNetworks",
      "virtual network",
      (group, name) => networks(group).virtualNetworks.get(group.resourceGroup, name),
      withInterfaces,
    ),
    networkManagers: (after, subscriptionId) =>
      managers(subscriptionId, () => readManagersOf(arm, after, subscriptionId)),
    adminRules: (after, id) => adminRules(idKey(id), () => readAdminRulesOf(arm, after, id)),
    loadBalancer: byId(
      "Microsoft.Network/loadBalancers",
      "load balancer",
      (group, name) => networks(group).loadBalancers.get(group.resourceGroup, name),
      mapLoadBalancer,
    ),
    networkSecurityGroup: byId(
      "Microsoft.Network/networkSecurityGroups",
      "network security group",
      (group, name) => networks(group).networkSecurityGroups.get(group.resourceGroup, name),
      mapNetworkSecurityGroup,
    ),
    routeTable: byId(
      "Microsoft.Network/routeTables",
      "route table",
      (group, name) => networks(group).routeTables.get(group.resourceGroup, name),
      mapRouteTable,
    ),
    natGateway: byId(
      "Microsoft.Network/natGateways",
      "NAT gateway",
      (group, name) => networks(group).natGateways.get(group.resourceGroup, name),
      mapNatGateway,
    ),
    publicIpAddress: byId(
      "Microsoft.Network/publicIPAddresses",
      "public IP address",
      (group, name) => networks(group).publicIPAddresses.get(group.resourceGroup, name),
      mapPublicIpAddress,
    ),
    publicIpPrefix: byId(
      "Microsoft.Network/publicIPPrefixes",
      "public IP prefix",
      (group, name) => networks(group).publicIPPrefixes.get(group.resourceGroup, name),
      mapPublicIpPrefix,
    ),
  };
};
