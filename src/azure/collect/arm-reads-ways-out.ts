// Reads of what packets are sent on through, and of the public addresses that they leave with.
import type { Firewall } from "../../core/snapshot/firewall.ts";
import type { LoadBalancer, NatGateway, PublicIpAddress } from "../../core/snapshot/outbound.ts";
import type { ArmSession } from "../arm/arm-client.ts";
import type { ResourceGroupRef } from "../arm/resource-id.ts";
import { mapLoadBalancer } from "../map/load-balancer.ts";
import { mapFirewall, mapNatGateway, mapPublicIpAddress, mapPublicIpPrefix } from "../map/outbound.ts";
import { type ById, byId, type GroupList, groupList } from "./group-list.ts";

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
