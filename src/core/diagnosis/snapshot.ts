// Everything the checks may look at: plain data as read from Azure Resource Manager, as the requester.
// Names follow ARM's JSON. Ids keep ARM's spelling; compare them with `sameId` only.
import type { GatewayParts } from "./gateway-parts.ts";
import type { ById, Listing } from "./listing.ts";
import type { Permission, Section } from "./section.ts";
import type { AdminRule } from "./snapshot-admin-rules.ts";
import type { Firewall, FirewallPolicy } from "./snapshot-firewall.ts";
import type { ScaleSet } from "./snapshot-nodes.ts";
import type { NetworkSecurityGroup } from "./snapshot-security.ts";
import type { ARecordSet, OtherZone, PrivateDnsZone, VirtualNetworkLink } from "./snapshot-zones.ts";

export type { VirtualNetworkGateway } from "./gateway-parts.ts";
export type { ById } from "./listing.ts";
export type { Firewall } from "./snapshot-firewall.ts";
export type { NetworkSecurityGroup, SecurityRule } from "./snapshot-security.ts";
export type { ARecordSet, OtherZone, PrivateDnsZone, VirtualNetworkLink } from "./snapshot-zones.ts";

export type ManagedCluster = Readonly<{
  id: string;
  name: string;
  location: string;
  resourceGroup: string;
  subscriptionId: string;
  nodeResourceGroup: string;
  provisioningState: string;
  /** Why the last operation failed, as AKS says it. */
  provisioningError?: Readonly<{ code: string; message: string; target?: string }>;
  powerState: string;
  kubernetesVersion?: string;
  fqdn?: string;
  privateFqdn?: string;
  apiServerAccess: Readonly<{
    enablePrivateCluster: boolean;
    enableVnetIntegration: boolean;
    authorizedIpRanges: readonly string[];
    privateDnsZone?: string;
    enablePrivateClusterPublicFqdn?: boolean;
    disableRunCommand: boolean;
    subnetId?: string;
  }>;
  entra?: Readonly<{
    managed: boolean;
    enableAzureRbac: boolean;
    tenantId?: string;
    adminGroupObjectIds: readonly string[];
  }>;
  disableLocalAccounts: boolean;
  outboundType?: string;
  network: ClusterNetworkProfile;
  /** Nodes reach public addresses through this proxy only. */
  httpsProxy?: string;
  /** `Cache` for a network isolated cluster, which needs no way out. */
  bootstrapArtifactSource?: string;
  tags: Readonly<Record<string, string>>;
  agentPools: readonly AgentPool[];
  /** AKS makes nodes as pods need them (`Auto`), beside the pools and without listing them. */
  nodeProvisioningMode?: string;
  /** AKS hosts the system nodes itself, in no pool; the subnets that it was given for those and for other nodes. */
  hostedSystem?: Readonly<{ nodeSubnetIds: readonly string[] }>;
}>;

export type ClusterNetworkProfile = Readonly<{
  /** `azure`, `kubenet`, `none`. */
  plugin?: string;
  /** `overlay`: pods' addresses are not the network's. */
  pluginMode?: string;
  loadBalancerSku?: string;
  podCidrs: readonly string[];
  serviceCidrs: readonly string[];
  /** Public IP addresses through which nodes leave, by the load balancer or the managed NAT gateway, where Azure lists them. */
  outboundIpIds?: readonly string[];
}>;

export type AgentPool = Readonly<{
  name: string;
  mode: string;
  /** `VirtualMachineScaleSets`, `VirtualMachines`; absent where Azure does not say. */
  type?: string;
  osType: string;
  /** Absent where Azure does not say. */
  count?: number;
  minCount?: number;
  maxCount?: number;
  enableAutoScaling: boolean;
  powerState: string;
  provisioningState: string;
  scaleSetPriority?: string;
  nodeTaints: readonly string[];
  vnetSubnetId?: string;
  podSubnetId?: string;
}>;

/** One entry of ARM's permissions answer; entries are OR-ed, `notActions` act inside one entry. */
export type PermissionEntry = Readonly<{
  actions: readonly string[];
  notActions: readonly string[];
  dataActions: readonly string[];
  notDataActions: readonly string[];
}>;

export type ResourceHealth = Readonly<{
  availabilityState: string;
  reasonType?: string;
  summary?: string;
  occurredTime?: string;
}>;

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

export type NetworkInterface = Readonly<{
  id: string;
  provisioningState: string;
  virtualMachineId?: string;
  networkSecurityGroupId?: string;
  enableIpForwarding: boolean;
  ipConfigurations: readonly Readonly<{
    privateIpAddress?: string;
    subnetId?: string;
    publicIpAddressId?: string;
  }>[];
}>;

export type VirtualNetwork = Readonly<{
  id: string;
  name: string;
  location: string;
  provisioningState: string;
  addressPrefixes: readonly string[];
  dnsServers: readonly string[];
  subnets: readonly Subnet[];
  peerings: readonly Peering[];
}>;

export type Subnet = Readonly<{
  id: string;
  name: string;
  /** Absent where Azure does not say. */
  provisioningState?: string;
  addressPrefixes: readonly string[];
  networkSecurityGroupId?: string;
  routeTableId?: string;
  natGatewayId?: string;
  privateEndpointNetworkPolicies?: string;
  /** Ids of what has an address in it (interfaces, load balancers, gateways), as far as Azure lists it. */
  occupantIds?: readonly string[];
  /** Services that the subnet is delegated to, such as `Microsoft.ContainerService/managedClusters`. */
  delegations: readonly string[];
}>;

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

export type Route = Readonly<{
  name: string;
  addressPrefix: string;
  nextHopType: string;
  nextHopIpAddress?: string;
}>;
export type RouteTable = Readonly<{
  id: string;
  name: string;
  disableBgpRoutePropagation: boolean;
  routes: readonly Route[];
}>;

export type HostInterface = Readonly<{
  id: string;
  privateIpAddresses: readonly string[];
  /** Whether it takes packets for other addresses, as an appliance's has to. */
  enableIpForwarding: boolean;
}>;

/** A virtual machine in a network peered with the cluster's, or in that network itself outside the node resource group. */
export type JumpHost = Readonly<{
  id: string;
  name: string;
  virtualNetworkId: string;
  subnetId: string;
  privateIpAddress?: string;
  networkSecurityGroupId?: string;
  interfaces: readonly HostInterface[];
  /** Whoever is let in may sign in from outside; absent where it has none. */
  hasPublicAddress?: boolean;
  /** `running`, `deallocated`, `stopped`, … from the instance view's `PowerState/…`. */
  powerState: Section<string>;
  /** `ubuntu`, `Windows Server 2022 Datacenter`, … as its agent says. */
  osName?: string;
  /** `Ready`, `Not Ready`, … as the instance view says; absent while the agent says nothing. */
  vmAgentState?: string;
  /** Permissions of the requester on the virtual machine. */
  permissions: Section<readonly PermissionEntry[]>;
}>;

/** What a load balancer sends to: an interface, or an address where its pool names that. */
export type Backend = Readonly<{ interfaceId: string } | { ipAddress: string }>;

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
}>;

/** A prefix of public addresses stands among them: its `ipAddress` is a range, such as `20.50.3.0/30`. */
export type PublicIpAddress = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  ipAddress?: string;
}>;

export type NatGateway = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  publicIpAddressIds: readonly string[];
  publicIpPrefixIds: readonly string[];
}>;

export type BastionHost = Readonly<{
  id: string;
  name: string;
  provisioningState: string;
  /** `Developer`, `Basic`, `Standard`, `Premium`. */
  sku: string;
  enableTunneling: boolean;
  /** Takes sessions from private addresses only (Premium). */
  privateOnly: boolean;
  /** Absent for Developer, which stands in no subnet. */
  subnetId?: string;
  virtualNetworkId?: string;
}>;

/** An inbound endpoint of an Azure DNS Private Resolver: answers what private zones linked to its network say. */
export type DnsInboundEndpoint = Readonly<{
  id: string;
  virtualNetworkId?: string;
  provisioningState: string;
  addresses: readonly string[];
}>;

/** Addresses in use in one subnet, and how many it has. */
export type SubnetUsage = Readonly<{ subnetId: string; used: number; limit: number }>;

/** Something that was written, deleted or done, from the activity log. */
export type ResourceChange = Readonly<{
  resourceId: string;
  /** `Microsoft.Network/privateDnsZones/virtualNetworkLinks/delete`. */
  operation: string;
  /** ISO 8601. */
  time: string;
  /** A user principal name or the object id of an application. */
  caller?: string;
}>;

export type PeerNetwork = Readonly<{ id: string; network: Section<VirtualNetwork> }>;

/** What the requester told us about their side. Teams traffic says nothing about where a person sits. */
export type Client = Readonly<{ ip?: string; virtualNetwork?: string; symptom?: string }>;

/** What the reading took, with `ms` in milliseconds. `ageMs`: it was begun so long before it was asked for, for an earlier question. */
export type ArmCost = Readonly<{ requests: number; levels: number; ms: number; ageMs?: number }>;

export type ClusterSnapshot = GatewayParts &
  Readonly<{
    clusterId: string;
    takenAt: string;
    client: Client;
    /** Entra object id of whose rights everything was read with; names the person in role assignments to copy. */
    requesterObjectId?: string;
    /** Entra tenant that the requester signed in to. */
    requesterTenantId?: string;
    managedCluster: Section<ManagedCluster>;
    /** Permissions of the requester on the cluster's id. */
    permissions: Section<readonly PermissionEntry[]>;
    resourceHealth: Section<ResourceHealth>;
    privateEndpointConnections: Section<readonly PrivateEndpointConnection[]>;
    /** `null`: the node resource group is readable and holds no endpoint for the API server. */
    privateEndpoint: Section<PrivateEndpoint | null>;
    privateEndpointNic: Section<NetworkInterface | null>;
    /** `null`: proven absent. Not read at all for public clusters and zone mode `none` (`notReached`). */
    privateDnsZone: Section<PrivateDnsZone | null>;
    privateDnsLinks: Section<readonly VirtualNetworkLink[]>;
    apiServerRecord: Section<ARecordSet | null>;
    /** Beside the cluster's own zone, as far as the requester may list them. */
    otherZones: Listing<OtherZone>;
    /** The network of the first pool's subnet, or the managed one in the node resource group. */
    clusterNetwork: Section<VirtualNetwork>;
    /**
     * One entry for each peering of the cluster's network, and the network that the asker named by its id. Where no
     * peered network is linked to the zone, also those that the zone's links name: a peering that was deleted leaves no
     * other trace of its network.
     */
    peerNetworks: Section<readonly PeerNetwork[]>;
    /** Of the node resource group. */
    scaleSets: Listing<ScaleSet>;
    /** Interfaces of nodes that stand in no scale set; read only where the cluster may have such nodes. */
    nodeMachines: Listing<NetworkInterface>;
    /** Those that subnets, jump hosts and nodes name. */
    networkSecurityGroups: ById<NetworkSecurityGroup>;
    /** By the id of the network that they apply to, each that was read. */
    adminRules: ById<readonly AdminRule[]>;
    /** What this person would have to be allowed to be told whether there are such rules, or which. */
    adminRulesRefused: readonly Permission[];
    routeTables: ById<RouteTable>;
    jumpHosts: Section<readonly JumpHost[]>;
    /** Those that subnets name. */
    natGateways: ById<NatGateway>;
    /** Those that the cluster, its NAT gateways and firewalls name. */
    publicIpAddresses: ById<PublicIpAddress>;
    /**
     * From the node resource group and the resource groups of the cluster's network and its peers, and those of other
     * groups that stand in these networks.
     */
    loadBalancers: Listing<LoadBalancer>;
    /** From the resource groups of the cluster's network and its peers, like the next two and gateways. */
    firewalls: Listing<Firewall>;
    /** Those that these firewalls name, and the parents of those. */
    firewallPolicies: ById<FirewallPolicy>;
    bastionHosts: Listing<BastionHost>;
    dnsInboundEndpoints: Listing<DnsInboundEndpoint>;
    /** Of the cluster's network; read only with API Server VNet Integration. */
    subnetUsages: Section<readonly SubnetUsage[]>;
    /** The last 24 hours in the resource groups of the cluster, its nodes and its networks, newest first. */
    recentChanges: Listing<ResourceChange>;
    /** Requests sent, round trips on the critical path, and wall time in milliseconds. */
    arm: ArmCost;
  }>;
