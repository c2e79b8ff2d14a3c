// What a person has to be allowed in Azure so that a part of a snapshot can be read: a new part does not compile without.
import type { ClusterSnapshot } from "./snapshot.ts";

/** What is read of Azure, and not told by whoever asks or by the reading itself. */
export type SnapshotPart = Exclude<
  keyof ClusterSnapshot,
  | "clusterId"
  | "clusterReadings"
  | "apiAnswered"
  | "takenAt"
  | "client"
  | "requesterObjectId"
  | "requesterTenantId"
  | "readByNobody"
  | "jumpHostGaps"
  | "arm"
>;

const cluster = "Microsoft.ContainerService/managedClusters";
const zone = "Microsoft.Network/privateDnsZones";
const network = "Microsoft.Network/virtualNetworks";
const machine = "Microsoft.Compute/virtualMachines";
const scaleSet = "Microsoft.Compute/virtualMachineScaleSets";
const manager = [
  "Microsoft.Network/networkManagers/read",
  `${network}/listNetworkManagerEffectiveSecurityAdminRules/action`,
];

export const sectionActions: Readonly<Record<SnapshotPart, readonly string[]>> = {
  managedCluster: [`${cluster}/read`],
  permissions: ["Microsoft.Authorization/permissions/read"],
  locks: ["Microsoft.Authorization/locks/read"],
  resourceHealth: ["Microsoft.ResourceHealth/availabilityStatuses/read"],
  privateEndpointConnections: [`${cluster}/privateEndpointConnections/read`],
  privateEndpoint: ["Microsoft.Network/privateEndpoints/read"],
  privateEndpointNic: ["Microsoft.Network/networkInterfaces/read"],
  privateDnsZone: [`${zone}/read`],
  privateDnsLinks: [`${zone}/virtualNetworkLinks/read`],
  apiServerRecord: [`${zone}/A/read`],
  otherZones: [`${zone}/read`, `${zone}/virtualNetworkLinks/read`, `${zone}/A/read`],
  clusterNetwork: [`${network}/read`],
  peerNetworks: [`${network}/read`],
  scaleSets: [`${scaleSet}/read`],
  nodeMachines: ["Microsoft.Network/networkInterfaces/read"],
  networkSecurityGroups: ["Microsoft.Network/networkSecurityGroups/read"],
  adminRules: manager,
  adminRulesRefused: manager,
  routeTables: ["Microsoft.Network/routeTables/read"],
  jumpHosts: ["Microsoft.Network/networkInterfaces/read", `${machine}/read`],
  natGateways: ["Microsoft.Network/natGateways/read"],
  publicIpAddresses: ["Microsoft.Network/publicIPAddresses/read", "Microsoft.Network/publicIPPrefixes/read"],
  loadBalancers: ["Microsoft.Network/loadBalancers/read"],
  firewalls: ["Microsoft.Network/azureFirewalls/read"],
  firewallPolicies: [
    "Microsoft.Network/firewallPolicies/read",
    "Microsoft.Network/firewallPolicies/ruleCollectionGroups/read",
  ],
  bastionHosts: ["Microsoft.Network/bastionHosts/read"],
  containerGroups: ["Microsoft.ContainerInstance/containerGroups/read"],
  networkProfiles: ["Microsoft.Network/networkProfiles/read"],
  shellProviders: ["Microsoft.Resources/subscriptions/providers/read"],
  relays: ["Microsoft.Relay/namespaces/read"],
  relayZones: [`${zone}/read`, `${zone}/virtualNetworkLinks/read`, `${zone}/A/read`],
  shellStorage: ["Microsoft.Storage/storageAccounts/read"],
  serviceRoles: ["Microsoft.Authorization/roleAssignments/read"],
  desktopGroups: [
    "Microsoft.DesktopVirtualization/applicationGroups/read",
    "Microsoft.Authorization/permissions/read",
  ],
  sessionHosts: [
    "Microsoft.DesktopVirtualization/hostPools/read",
    "Microsoft.DesktopVirtualization/hostPools/sessionHosts/read",
  ],
  jitPolicies: ["Microsoft.Security/locations/jitNetworkAccessPolicies/read"],
  virtualNetworkGateways: ["Microsoft.Network/virtualNetworkGateways/read"],
  gatewayConnections: [
    "Microsoft.Network/connections/read",
    "Microsoft.Network/virtualNetworkGateways/connections/read",
  ],
  localNetworkGateways: ["Microsoft.Network/localNetworkGateways/read"],
  expressRouteCircuits: ["Microsoft.Network/expressRouteCircuits/read"],
  dnsInboundEndpoints: [
    "Microsoft.Network/dnsResolvers/read",
    "Microsoft.Network/dnsResolvers/inboundEndpoints/read",
  ],
  dnsRulesets: [
    "Microsoft.Network/dnsForwardingRulesets/read",
    "Microsoft.Network/dnsForwardingRulesets/forwardingRules/read",
    "Microsoft.Network/dnsForwardingRulesets/virtualNetworkLinks/read",
  ],
  subnetUsages: [`${network}/usages/read`],
  clusterDeletions: ["Microsoft.Insights/eventtypes/values/read"],
  eligibleRoles: ["Microsoft.Authorization/roleEligibilityScheduleInstances/read"],
  identityRoles: ["Microsoft.Authorization/roleAssignments/read"],
  maintenance: [`${cluster}/maintenanceConfigurations/read`],
  kmsVaults: ["Microsoft.KeyVault/vaults/read"],
  deletedVaults: ["Microsoft.KeyVault/deletedVaults/read"],
  nodeInstances: [`${scaleSet}/virtualMachines/read`],
  jumpScaleSets: [
    `${scaleSet}/read`,
    `${scaleSet}/virtualMachines/read`,
    `${scaleSet}/networkInterfaces/read`,
  ],
  ipGroups: ["Microsoft.Network/ipGroups/read"],
  policyAssignments: [
    "Microsoft.Authorization/policyAssignments/read",
    "Microsoft.Authorization/policyDefinitions/read",
    "Microsoft.Authorization/policySetDefinitions/read",
  ],
  virtualHubs: [
    "Microsoft.Network/virtualHubs/read",
    "Microsoft.Network/virtualHubs/hubVirtualNetworkConnections/read",
  ],
  expressRoutePorts: ["Microsoft.Network/expressRoutePorts/read"],
  bgpPeers: ["Microsoft.Network/virtualNetworkGateways/getbgppeerstatus/action"],
  circuitTraffic: ["Microsoft.Network/expressRouteCircuits/peerings/stats/read"],
  recentChanges: ["Microsoft.Insights/eventtypes/values/read"],
};
