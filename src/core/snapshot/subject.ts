// What is asked of Azure: a kind, and the name that tells one of its kind from another.

/** A resource by its own name. */
export type ResourceKind =
  | "cluster"
  | "expressRouteCircuit"
  | "expressRoutePort"
  | "firewallPolicy"
  | "ipGroup"
  | "loadBalancer"
  | "localNetworkGateway"
  | "natGateway"
  | "networkSecurityGroup"
  | "privateDnsZone"
  | "publicIpAddress"
  | "publicIpPrefix"
  | "routeTable"
  | "virtualNetwork";

/** All of one type in a resource group, by the name of that group. */
export type GroupListKind =
  | "activityLog"
  | "bastionHosts"
  | "containerGroups"
  | "dnsResolvers"
  | "dnsRulesets"
  | "firewalls"
  | "gatewayConnections"
  | "jitPolicies"
  | "keyVaults"
  | "loadBalancers"
  | "natGateways"
  | "networkInterfaces"
  | "networkProfiles"
  | "networkSecurityGroups"
  | "privateDnsZones"
  | "privateEndpoints"
  | "publicIpAddresses"
  | "relays"
  | "routeTables"
  | "scaleSets"
  | "storageAccounts"
  | "virtualNetworkGateways"
  | "virtualNetworks";

/** A part of something, by the name of what it is a part of. */
type PartKind =
  | "addressesInUse"
  | "adminRules"
  | "bastionSubnet"
  | "bgpPeers"
  | "circuitTraffic"
  | "connectionState"
  | "connectionsOfGateway"
  | "containersRun"
  | "firewallRules"
  | "locks"
  | "maintenance"
  | "machinesOf"
  | "policyDefinition"
  | "hubConnections"
  | "powerState"
  | "provider"
  | "roleAssignments"
  | "rulesetLinks"
  | "rulesetRules"
  | "scaleSetInstances"
  | "scaleSetInterfaces"
  | "sessionHosts"
  | "zoneLinks"
  | "zoneRecords";

/** Of which there is one, or of which the name is not told. */
type OnlyKind =
  | "clusterHealth"
  | "desktopGroups"
  | "endpointConnections"
  | "hostPools"
  | "inboundEndpoints"
  | "networkManagers"
  | "permissions"
  | "policyAssignments"
  | "subscriptions";

export type SubjectKind =
  | ResourceKind
  | GroupListKind
  | PartKind
  | OnlyKind
  /** By the whole name that it answers for, and by its label alone. */
  | "aRecord"
  | "record"
  /** By the name of the subscription, and by its id. */
  | "clustersOfSubscription"
  | "deletedVaults"
  | "vaultsOfSubscription"
  | "zonesOfSubscription"
  /** By the name of what the identity is to change. */
  | "identityRoles"
  | "virtualHubs"
  /** By the name of the network that it stands in. */
  | "gatewayIn"
  /** A virtual network, where nobody doubts that it is one. */
  | "network";

/** The name is left empty where there is but one. */
export type Subject = Readonly<{ kind: SubjectKind; name: string }>;

export const subject = (kind: SubjectKind, name = ""): Subject => ({ kind, name });
