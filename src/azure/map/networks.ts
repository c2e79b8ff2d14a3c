// Virtual networks with their subnets and peerings as the SDK reads them → our data.

import type { PrivateEndpointConnection as ArmConnection } from "@azure/arm-containerservice";
import type {
  PrivateEndpoint as ArmEndpoint,
  NetworkSecurityGroup as ArmGroup,
  VirtualNetwork as ArmNetwork,
  VirtualNetworkPeering as ArmPeering,
  SecurityRule as ArmRule,
  Subnet as ArmSubnet,
  RouteTable as ArmTable,
} from "@azure/arm-network";
import type {
  VirtualNetworkLink as ArmLink,
  RecordSet as ArmRecordSet,
  PrivateZone as ArmZone,
} from "@azure/arm-privatedns";
import type {
  ARecordSet,
  Peering,
  PrivateDnsZone,
  PrivateEndpoint,
  PrivateEndpointConnection,
  RouteTable,
  Subnet,
  VirtualNetwork,
  VirtualNetworkLink,
} from "../../core/snapshot/network.ts";
import type { NetworkSecurityGroup, SecurityRule } from "../../core/snapshot/security.ts";
import { masked, present, resourceOf, valuesOf } from "./fields.ts";

/** An IP configuration's id is its owner's with two segments more. */
const occupantsOf = (subnet: ArmSubnet): readonly string[] =>
  (subnet.ipConfigurations ?? []).flatMap(({ id }) => /^(.+)\/[^/]+\/[^/]+$/.exec(id ?? "")?.[1] ?? []);

const mapSubnet = (subnet: ArmSubnet): Subnet => ({
  id: subnet.id ?? "",
  name: subnet.name ?? "",
  addressPrefixes: valuesOf(subnet.addressPrefix, subnet.addressPrefixes),
  occupantIds: [...new Set(occupantsOf(subnet))],
  delegations: (subnet.delegations ?? []).flatMap(({ serviceName }) => serviceName ?? []),
  ...present({
    provisioningState: subnet.provisioningState,
    networkSecurityGroupId: subnet.networkSecurityGroup?.id,
    routeTableId: subnet.routeTable?.id,
    natGatewayId: subnet.natGateway?.id,
    defaultOutboundAccess: subnet.defaultOutboundAccess,
    privateEndpointNetworkPolicies: subnet.privateEndpointNetworkPolicies,
    serviceEndpoints: subnet.serviceEndpoints?.flatMap(({ service }) => service ?? []),
  }),
});

const mapOnlySubnets = (peering: ArmPeering): Pick<Peering, "onlySubnets"> =>
  peering.peerCompleteVnets === false
    ? { onlySubnets: { local: peering.localSubnetNames ?? [], remote: peering.remoteSubnetNames ?? [] } }
    : {};

const mapPeering = (peering: ArmPeering): Peering => ({
  ...resourceOf(peering),
  remoteVirtualNetworkId: peering.remoteVirtualNetwork?.id ?? "",
  peeringState: peering.peeringState ?? "",
  allowVirtualNetworkAccess: peering.allowVirtualNetworkAccess ?? false,
  allowForwardedTraffic: peering.allowForwardedTraffic ?? false,
  allowGatewayTransit: peering.allowGatewayTransit ?? false,
  useRemoteGateways: peering.useRemoteGateways ?? false,
  // What is routed: the remote network's present ranges are another property, which runs ahead until a sync.
  remoteAddressPrefixes:
    (peering.remoteAddressSpace ?? peering.remoteVirtualNetworkAddressSpace)?.addressPrefixes ?? [],
  ...mapOnlySubnets(peering),
  ...present({ peeringSyncLevel: peering.peeringSyncLevel }),
});

export const mapVirtualNetwork = (network: ArmNetwork): VirtualNetwork => ({
  ...resourceOf(network),
  location: network.location ?? "",
  addressPrefixes: network.addressSpace?.addressPrefixes ?? [],
  ...present({ isEncrypted: network.encryption?.enabled }),
  dnsServers: (network.dhcpOptions?.dnsServers ?? []).filter((server) => server !== ""),
  subnets: (network.subnets ?? []).map(mapSubnet),
  peerings: (network.virtualNetworkPeerings ?? []).map(mapPeering),
  hasDdosPlan: network.enableDdosProtection === true && Boolean(network.ddosProtectionPlan?.id),
});

const isWholePeering = ({ remoteVirtualNetwork, allowVirtualNetworkAccess }: ArmPeering): boolean =>
  Boolean(remoteVirtualNetwork?.id) && allowVirtualNetworkAccess !== null;

/** Whether nothing is left out that would look like a fault if it were taken for none: null is not an empty list. */
export const isWholeNetwork = ({ addressSpace, subnets, virtualNetworkPeerings }: ArmNetwork): boolean =>
  (addressSpace?.addressPrefixes ?? []).length > 0 &&
  subnets !== null &&
  virtualNetworkPeerings !== null &&
  (virtualNetworkPeerings ?? []).every(isWholePeering);

/** Ids of the interfaces that the network's subnets name: they may lie in any resource group. */
export const interfaceIdsOf = (network: ArmNetwork): readonly string[] =>
  (network.subnets ?? [])
    .flatMap(occupantsOf)
    .filter((id) => /\/Microsoft\.Network\/networkInterfaces\/[^/]+$/i.test(id));

// Private DNS zones, their links and A records as the SDK reads them → our data.

export const mapPrivateDnsZone = (zone: ArmZone): PrivateDnsZone => ({
  ...resourceOf(zone),
});

export const mapVirtualNetworkLink = (link: ArmLink): VirtualNetworkLink => ({
  ...resourceOf(link),
  virtualNetworkId: link.virtualNetwork?.id ?? "",
  linkState: link.virtualNetworkLinkState ?? "",
  registrationEnabled: link.registrationEnabled ?? false,
});

export const mapARecordSet = (record: ArmRecordSet): ARecordSet => ({
  id: record.id ?? "",
  name: record.name ?? "",
  addresses: (record.aRecords ?? []).flatMap((each) => each.ipv4Address ?? []),
  isAutoRegistered: record.isAutoRegistered ?? false,
  ...present({ ttl: record.ttl }),
});

// Private endpoints and their connections as the SDKs read them → our data.

export const mapPrivateEndpointConnection = (connection: ArmConnection): PrivateEndpointConnection => ({
  id: connection.id ?? "",
  status: connection.privateLinkServiceConnectionState?.status ?? "",
  ...present({
    privateEndpointId: connection.privateEndpoint?.id,
    description: masked(connection.privateLinkServiceConnectionState?.description),
  }),
});

export const mapPrivateEndpoint = (endpoint: ArmEndpoint): PrivateEndpoint => ({
  ...resourceOf(endpoint),
  customDnsConfigs: (endpoint.customDnsConfigs ?? []).map((config) => ({
    ipAddresses: config.ipAddresses ?? [],
    ...present({ fqdn: config.fqdn }),
  })),
  ...present({
    subnetId: endpoint.subnet?.id,
    networkInterfaceIds: endpoint.networkInterfaces?.flatMap((each) => each.id ?? []),
  }),
});

// Route tables as the SDK reads them → our data.

export const mapRouteTable = (table: ArmTable): RouteTable => ({
  id: table.id ?? "",
  name: table.name ?? "",
  disableBgpRoutePropagation: table.disableBgpRoutePropagation ?? false,
  routes: (table.routes ?? []).map((route) => ({
    name: route.name ?? "",
    addressPrefix: route.addressPrefix ?? "",
    nextHopType: route.nextHopType ?? "",
    ...present({ nextHopIpAddress: route.nextHopIpAddress }),
  })),
});

// Network security groups as the SDK reads them → our data.

const mapRule = (rule: ArmRule): SecurityRule => ({
  name: rule.name ?? "",
  priority: rule.priority ?? 0,
  direction: rule.direction ?? "",
  access: rule.access ?? "",
  protocol: rule.protocol ?? "",
  sourceAddressPrefixes: valuesOf(rule.sourceAddressPrefix, rule.sourceAddressPrefixes),
  destinationAddressPrefixes: valuesOf(rule.destinationAddressPrefix, rule.destinationAddressPrefixes),
  sourcePortRanges: valuesOf(rule.sourcePortRange, rule.sourcePortRanges),
  destinationPortRanges: valuesOf(rule.destinationPortRange, rule.destinationPortRanges),
  usesApplicationSecurityGroups:
    (rule.sourceApplicationSecurityGroups ?? []).length > 0 ||
    (rule.destinationApplicationSecurityGroups ?? []).length > 0,
});

/** Whether it stands there with all that decides when it comes and what it does. */
const isWhole = ({ priority, direction, access, protocol, ...rule }: ArmRule): boolean =>
  [priority, direction, access, protocol].every((value) => value !== undefined && value !== null) &&
  valuesOf(rule.destinationPortRange, rule.destinationPortRanges).length > 0;

/** One rule that is not known may decide anything: then none is handed on, and the group decides nothing. */
export function mapNetworkSecurityGroup(group: ArmGroup): NetworkSecurityGroup {
  const { securityRules: own = [], defaultSecurityRules: defaults = [] } = group;
  const rules = own === null || defaults === null ? [] : [...own, ...defaults];
  return {
    id: group.id ?? "",
    name: group.name ?? "",
    rules: rules.every(isWhole) ? rules.map(mapRule) : [],
  };
}
