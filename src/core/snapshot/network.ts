// Virtual networks as read: subnets, peerings, routes, and interfaces in them.
import { sameId } from "./resource-id.ts";
import type { Section } from "./section.ts";

export type VirtualNetwork = Readonly<{
  id: string;
  name: string;
  location: string;
  provisioningState: string;
  addressPrefixes: readonly string[];
  /** What goes between machines of it is encrypted, where their size can. */
  isEncrypted?: boolean;
  dnsServers: readonly string[];
  subnets: readonly Subnet[];
  peerings: readonly Peering[];
  /** DDoS Network Protection, by a plan that is named as well; absent where Azure does not say. */
  hasDdosPlan?: boolean;
}>;

export type PeerNetwork = Readonly<{ id: string; network: Section<VirtualNetwork> }>;

export type Subnet = Readonly<{
  id: string;
  name: string;
  /** Absent where Azure does not say. */
  provisioningState?: string;
  addressPrefixes: readonly string[];
  networkSecurityGroupId?: string;
  routeTableId?: string;
  natGatewayId?: string;
  /** False: nothing in it leaves without a public address, a NAT gateway or an appliance. Absent where Azure does not say. */
  defaultOutboundAccess?: boolean;
  privateEndpointNetworkPolicies?: string;
  /** Ids of what has an address in it (interfaces, load balancers, gateways), as far as Azure lists it. */
  occupantIds?: readonly string[];
  /** Services that the subnet is delegated to, such as `Microsoft.ContainerService/managedClusters`. */
  delegations: readonly string[];
  /** Services that it reaches as itself, such as `Microsoft.Storage`. Absent where Azure names none. */
  serviceEndpoints?: readonly string[];
}>;

/** Addresses in use in one subnet, and how many it has. */
export type SubnetUsage = Readonly<{ subnetId: string; used: number; limit: number }>;

export type Peering = Readonly<{
  id: string;
  name: string;
  remoteVirtualNetworkId: string;
  peeringState: string;
  peeringSyncLevel?: string;
  provisioningState: string;
  allowVirtualNetworkAccess: boolean;
  allowForwardedTraffic: boolean;
  allowGatewayTransit: boolean;
  useRemoteGateways: boolean;
  remoteAddressPrefixes: readonly string[];
  /** The names of those that it joins, here and there, where it joins not the whole networks. */
  onlySubnets?: Readonly<{ local: readonly string[]; remote: readonly string[] }>;
}>;

/** A network's own half of a peering with another; undefined where it has none. */
export const peeringTo = ({ peerings }: VirtualNetwork, id: string | undefined): Peering | undefined =>
  peerings.find(({ remoteVirtualNetworkId }) => sameId(remoteVirtualNetworkId, id));

/** The same network, or one that it is peered with. */
export const reaches = (from: VirtualNetwork, to: VirtualNetwork): boolean =>
  sameId(from.id, to.id) || peeringTo(from, to.id) !== undefined;

export type RouteTable = Readonly<{
  id: string;
  name: string;
  disableBgpRoutePropagation: boolean;
  routes: readonly Route[];
}>;

export type Route = Readonly<{
  name: string;
  addressPrefix: string;
  nextHopType: string;
  nextHopIpAddress?: string;
}>;

export type NetworkInterface = Readonly<{
  id: string;
  provisioningState: string;
  virtualMachineId?: string;
  networkSecurityGroupId?: string;
  enableIpForwarding: boolean;
  /** Of its own, in place of its network's. */
  dnsServers?: readonly string[];
  ipConfigurations: readonly Readonly<{
    privateIpAddress?: string;
    subnetId?: string;
    publicIpAddressId?: string;
    /** A load balancer sends to it, and may take it out. */
    isBalanced?: boolean;
  }>[];
}>;

// What answers names, as read: the private zone that names the API server, others that could answer in its place, resolvers.

export type PrivateDnsZone = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
}>;

export type VirtualNetworkLink = Readonly<{
  id: string;
  name: string;
  virtualNetworkId: string;
  linkState: string;
  provisioningState: string;
  registrationEnabled: boolean;
}>;

/** The record set that names the API server. `null` in its section: the zone is readable and has none. */
export type ARecordSet = Readonly<{
  id: string;
  name: string;
  ttl?: number;
  addresses: readonly string[];
  isAutoRegistered: boolean;
}>;

/** Another zone that could hold the API server's name. `record`: what it says of that name; null: nothing. */
export type OtherZone = Readonly<{
  zone: PrivateDnsZone;
  links: Section<readonly VirtualNetworkLink[]>;
  record: Section<ARecordSet | null>;
}>;

/** An inbound endpoint of an Azure DNS Private Resolver: answers what private zones linked to its network say. */
export type DnsInboundEndpoint = Readonly<{
  id: string;
  virtualNetworkId?: string;
  provisioningState: string;
  addresses: readonly string[];
}>;

/** `domainName` ends with a dot; `.` stands for every name. */
export type ForwardingRule = Readonly<{
  name: string;
  domainName: string;
  ruleState: string;
  servers: readonly string[];
}>;

/** What Azure's own DNS passes on for the networks that are linked to it. */
export type ForwardingRuleset = Readonly<{
  id: string;
  name: string;
  linkedNetworkIds: Section<readonly string[]>;
  rules: Section<readonly ForwardingRule[]>;
}>;

// The private endpoint of the API server as read.

export type PrivateEndpointConnection = Readonly<{
  id: string;
  privateEndpointId?: string;
  status: string;
  description?: string;
}>;

export type PrivateEndpoint = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  subnetId?: string;
  /** Absent where Azure does not list them. */
  networkInterfaceIds?: readonly string[];
  customDnsConfigs: readonly Readonly<{ fqdn?: string; ipAddresses: readonly string[] }>[];
}>;

// What packets are handed on by, and the public addresses that they leave with.

export type LoadBalancer = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  frontends: readonly Readonly<{
    privateIpAddress?: string;
    subnetId?: string;
    publicIpAddressId?: string;
  }>[];
  backends: readonly Backend[];
  /** Its pool leaves by it: an outbound rule, or a rule for what comes in that translates answers and more. */
  leadsOut: boolean;
  /** Of the rules by which it leads out, as far as they keep a number of ports for each machine. */
  portRules?: readonly OutboundPorts[];
}>;

/** Ports that are kept for each machine behind it, and how many public addresses they are of. */
export type OutboundPorts = Readonly<{ name: string; portsEach: number; addressCount: number }>;

/** What a load balancer sends to: an interface, or an address where its pool names that. */
export type Backend = Readonly<{ interfaceId: string } | { ipAddress: string }>;

export type NatGateway = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  publicIpAddressIds: readonly string[];
  publicIpPrefixIds: readonly string[];
}>;

/** A prefix of public addresses stands among them: its `ipAddress` is a range, such as `20.50.3.0/30`. */
export type PublicIpAddress = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  ipAddress?: string;
  /** `Basic`, `Standard`. */
  sku?: string;
  /** `Static`, `Dynamic`. */
  allocation?: string;
  /** `Enabled`, `VirtualNetworkInherited`, `Disabled`. */
  ddosMode?: string;
}>;
