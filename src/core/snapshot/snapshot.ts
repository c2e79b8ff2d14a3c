// Everything the checks may look at: plain data as read from Azure Resource Manager, as the requester.
// Names follow ARM's JSON. Ids keep ARM's spelling; compare them with `sameId` only.

import type { MaintenanceConfiguration, ManagedCluster, ResourceHealth } from "./cluster.ts";
import type { Firewall, FirewallPolicy, IpGroup } from "./firewall.ts";
import type { GatewayParts, VirtualHub } from "./gateways.ts";
import type {
  BastionHost,
  ContainerGroup,
  DesktopGroup,
  JumpHost,
  JumpScaleSet,
  NetworkProfile,
  ProviderState,
  RelayNamespace,
  RelayZone,
  ServiceRole,
  SessionHost,
  StorageAccount,
} from "./hosts.ts";
import type { DeletedVault, KeyVault } from "./key-vault.ts";
import type {
  ARecordSet,
  DnsInboundEndpoint,
  ForwardingRuleset,
  LoadBalancer,
  NatGateway,
  NetworkInterface,
  OtherZone,
  PeerNetwork,
  PrivateDnsZone,
  PrivateEndpoint,
  PrivateEndpointConnection,
  PublicIpAddress,
  RouteTable,
  SubnetUsage,
  VirtualNetwork,
  VirtualNetworkLink,
} from "./network.ts";
import type { NodeInstance, ScaleSet } from "./nodes.ts";
import type { PolicyAssignment } from "./policy-assignments.ts";
import type { EligibleRole, HeldRole, ManagementLock, Permission, PermissionEntry } from "./rights.ts";
import type { ById, Listing, Section, Unavailable } from "./section.ts";
import type { AdminRule, JitPolicy, NetworkSecurityGroup } from "./security.ts";

// Where a person is, where they say no address: as much as decides which ways lead in from there.

/** On the Internet, at whatever address; behind a VPN or ExpressRoute gateway; on a machine in a network of Azure. */
export const locationKinds = ["internet", "gateway", "azure"] as const;
export type LocationKind = (typeof locationKinds)[number];

/** How long it counts: a shift; after it people have gone home, or come from there. */
export const locationKeptMilliseconds = 12 * 60 * 60_000;

/** Something that was written, deleted or done, from the activity log. */
export type ResourceChange = Readonly<{
  resourceId: string;
  /** `Microsoft.Network/privateDnsZones/virtualNetworkLinks/delete`. */
  operation: string;
  /** ISO 8601. */
  time: string;
  /** A user principal name or the object id of an application. */
  caller?: string;
  /** How the person is called, by the token that they changed it with. */
  callerName?: string;
  /** The id of the application that they used, by the same token. */
  application?: string;
}>;

/**
 * What the requester told us about their side. Teams traffic says nothing about where a person sits. `saidAt`: the place
 * was said with an earlier question, then (ISO 8601, UTC). `symptomIsOld`: so was what they see, which may be mended since.
 */
export type Client = Readonly<{
  ip?: string;
  virtualNetwork?: string;
  stands?: LocationKind;
  saidAt?: string;
  symptom?: string;
  symptomIsOld?: true;
}>;

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
    /** No person's rights were used: what is about whoever asks is about nobody. */
    readByNobody?: true;
    managedCluster: Section<ManagedCluster>;
    /**
     * What the cluster may be, where one field of it could not be read and the section is unavailable: with each value of
     * that field that makes a difference. What lies around it was read as the first of them says.
     */
    clusterReadings?: readonly ManagedCluster[];
    /** Of this very cluster, newest first; looked for only where Azure does not find it. */
    clusterDeletions: Listing<ResourceChange>;
    /** Permissions of the requester on the cluster's id. */
    permissions: Section<readonly PermissionEntry[]>;
    /** Asked for only where something was refused; none where that fails. */
    eligibleRoles: readonly EligibleRole[];
    resourceHealth: Section<ResourceHealth>;
    /** On the cluster, its node resource group, and all above them. */
    locks: Listing<ManagementLock>;
    /** The API server has answered a read from inside, after all of this was read. */
    apiAnswered?: true;
    /** Roles of the cluster's identity on what it has to change: subnets, zone and route table of its owner's own. */
    identityRoles: ById<readonly HeldRole[]>;
    /** Read only while an operation runs on the cluster or a pool. */
    maintenance: Listing<MaintenanceConfiguration>;
    /**
     * Read only where KMS is on: those of the group of the vault that the cluster names by its id, else those that this
     * person may see in the cluster's subscription.
     */
    kmsVaults: Listing<KeyVault>;
    /** Of the vault's subscription, and read with the ones above. */
    deletedVaults: Listing<DeletedVault>;
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
     * One entry for each peering of the cluster's network, and the network that the requester named by its id. Where no
     * peered network is linked to the zone, also those that the zone's links name: a peering that was deleted leaves no
     * other trace of its network.
     */
    peerNetworks: Section<readonly PeerNetwork[]>;
    /** Of the node resource group. */
    scaleSets: Listing<ScaleSet>;
    /** Machines of the scale sets that may be short of some: read only where their state, or their pool's, suggests it. */
    nodeInstances: Listing<NodeInstance>;
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
    /** Where one could not look for more of them; none where all were seen. */
    jumpHostGaps?: readonly Unavailable[];
    /** Looked for only where a network shows that people may come in by one. */
    jumpScaleSets: Listing<JumpScaleSet>;
    /** Those that subnets name. */
    natGateways: ById<NatGateway>;
    /** Those that the cluster, its NAT gateways and firewalls name; and Bastion hosts, where it matters from where they come. */
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
    /** Those that their rules name. */
    ipGroups: ById<IpGroup>;
    /** Of the cluster and all above it that may turn down pods; read only where the add-on of Azure Policy is on. */
    policyAssignments: Section<readonly PolicyAssignment[]>;
    bastionHosts: Listing<BastionHost>;
    /** From the resource groups of networks that show that they may hold one, like the next. */
    containerGroups: Listing<ContainerGroup>;
    networkProfiles: Listing<NetworkProfile>;
    /** From the subscriptions and resource groups of Cloud Shell's network profiles, like the next three. */
    shellProviders: Listing<ProviderState>;
    relays: Listing<RelayNamespace>;
    relayZones: Listing<RelayZone>;
    shellStorage: Listing<StorageAccount>;
    /** By the id of what they are held on: Cloud Shell's network profiles and these relays. */
    serviceRoles: ById<readonly ServiceRole[]>;
    /** From the subscriptions of what is called like a desktop near the cluster; none where nothing is. */
    sessionHosts: Listing<SessionHost>;
    /** Of the host pools of these. */
    desktopGroups: Listing<DesktopGroup>;
    /** Of the resource groups of machines before which a rule of just-in-time access stands. */
    jitPolicies: Listing<JitPolicy>;
    /** Those that the cluster's network joins, as far as they are found. */
    virtualHubs: Listing<VirtualHub>;
    dnsInboundEndpoints: Listing<DnsInboundEndpoint>;
    dnsRulesets: Listing<ForwardingRuleset>;
    /** Of the cluster's network; not read where its nodes stand in one that AKS made, and fill less than half of it. */
    subnetUsages: Section<readonly SubnetUsage[]>;
    /** The last 24 hours in the resource groups of the cluster, its nodes and its networks, newest first. */
    recentChanges: Listing<ResourceChange>;
    /** Requests sent, round trips on the critical path, and wall time in milliseconds. */
    arm: ArmCost;
  }>;

// What the requester sees as evidence. What they saw before somebody may have mended it is none: it only says what to explain.

export const seenNow = ({ symptom, symptomIsOld }: Client): string | undefined =>
  symptomIsOld === true ? undefined : symptom;
