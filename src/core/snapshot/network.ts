// Virtual networks as read: subnets, peerings, routes, and interfaces in them.
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
