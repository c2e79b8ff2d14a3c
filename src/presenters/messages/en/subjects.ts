// What is asked of Azure, as it stands after "Could not read " or "Azure does not say ".
import type { GroupListKind, ResourceKind, Subject, SubjectKind } from "../../../core/snapshot/subject.ts";
import type { BlockedPart } from "../../../core/snapshot/why-unread.ts";

const resources: Readonly<Record<ResourceKind, string>> = {
  cluster: "cluster",
  expressRouteCircuit: "ExpressRoute circuit",
  expressRoutePort: "ExpressRoute port",
  firewallPolicy: "firewall policy",
  ipGroup: "IP group",
  loadBalancer: "load balancer",
  localNetworkGateway: "local network gateway",
  natGateway: "NAT gateway",
  networkSecurityGroup: "network security group",
  privateDnsZone: "private DNS zone",
  publicIpAddress: "public IP address",
  publicIpPrefix: "public IP prefix",
  routeTable: "route table",
  virtualNetwork: "virtual network",
};

const groupLists: Readonly<Record<GroupListKind, string>> = {
  activityLog: "activity log",
  bastionHosts: "Bastion hosts",
  containerGroups: "containers",
  dnsResolvers: "DNS resolvers",
  dnsRulesets: "DNS forwarding rulesets",
  firewalls: "firewalls",
  gatewayConnections: "gateway connections",
  jitPolicies: "policies of just-in-time access",
  keyVaults: "key vaults",
  loadBalancers: "load balancers",
  natGateways: "NAT gateways",
  networkInterfaces: "network interfaces",
  networkProfiles: "network profiles",
  networkSecurityGroups: "network security groups",
  privateDnsZones: "private DNS zones",
  privateEndpoints: "private endpoints",
  publicIpAddresses: "public IP addresses",
  relays: "relay namespaces",
  routeTables: "route tables",
  scaleSets: "virtual machine scale sets",
  storageAccounts: "storage accounts",
  virtualNetworkGateways: "virtual network gateways",
  virtualNetworks: "virtual networks",
};

type OtherKind = Exclude<SubjectKind, ResourceKind | GroupListKind>;

const others: Readonly<Record<OtherKind, (name: string) => string>> = {
  addressesInUse: (name) => `the addresses in use in ${name}`,
  adminRules: (name) => `the network manager's rules for ${name}`,
  bastionSubnet: (name) => `the subnet of the Bastion host ${name}`,
  hubConnections: (name) => `the networks that the virtual hub ${name} joins`,
  virtualHubs: (name) => `the virtual hubs of the subscription ${name}`,
  bgpPeers: (name) => `the BGP sessions of the gateway ${name}`,
  circuitTraffic: (name) => `what the circuit ${name} carried`,
  connectionState: (name) => `the state of the connection ${name}`,
  connectionsOfGateway: (name) => `the connections of the gateway ${name}`,
  containersRun: (name) => `whether the containers of ${name} run`,
  firewallRules: (name) => `the rules of the firewall policy ${name}`,
  maintenance: (name) => `the planned maintenance of ${name}`,
  machinesOf: (name) => `the machines of the scale set ${name}`,
  policyDefinition: (name) => `the definition of the policy ${name}`,
  powerState: (name) => `the power state of the virtual machine ${name}`,
  provider: (name) => `the resource provider ${name}`,
  roleAssignments: (name) => `the role assignments on ${name}`,
  rulesetLinks: (name) => `the links of the DNS forwarding ruleset ${name}`,
  scaleSetInstances: (name) => `the instances of the scale set ${name}`,
  scaleSetInterfaces: (name) => `the network interfaces of the scale set ${name}`,
  rulesetRules: (name) => `the rules of the DNS forwarding ruleset ${name}`,
  sessionHosts: (name) => `the session hosts of ${name}`,
  zoneLinks: (name) => `the network links of the private DNS zone ${name}`,
  zoneRecords: (name) => `the records of the private DNS zone ${name}`,
  clusterHealth: () => "the platform health of the cluster",
  desktopGroups: () => "the application groups of Azure Virtual Desktop",
  endpointConnections: () => "the private endpoint connections of the cluster",
  hostPools: () => "the host pools of Azure Virtual Desktop",
  inboundEndpoints: () => "the inbound endpoints of a DNS resolver",
  networkManagers: () => "the network managers",
  permissions: () => "your permissions",
  policyAssignments: () => "the policies that are assigned to the cluster",
  subscriptions: () => "your subscriptions",
  aRecord: (name) => `the A record of ${name}`,
  record: (name) => `the record ${name}`,
  clustersOfSubscription: (name) => `the clusters of subscription ${name}`,
  deletedVaults: (name) => `the deleted key vaults of subscription ${name}`,
  vaultsOfSubscription: (name) => `the key vaults of subscription ${name}`,
  zonesOfSubscription: (name) => `the private DNS zones of subscription ${name}`,
  identityRoles: (name) => `the roles of the cluster's identity on ${name}`,
  gatewayIn: (name) => `the gateway in ${name}`,
  network: (name) => `the network ${name}`,
};

const has = <Kind extends string>(table: Readonly<Record<Kind, unknown>>, kind: string): kind is Kind =>
  Object.hasOwn(table, kind);

export function saySubject({ kind, name }: Subject): string {
  if (has(resources, kind)) return `the ${resources[kind]} ${name}`;
  return has(groupLists, kind) ? `the ${groupLists[kind]} of resource group ${name}` : others[kind](name);
}

/** With its article: one of many. */
export const sayOneOf = (kind: ResourceKind): string =>
  kind === "cluster" ? "an AKS cluster" : `${/^[AEI]/.test(resources[kind]) ? "an" : "a"} ${resources[kind]}`;

/** As it stands before a name at the beginning of a sentence. */
export const sayResource = (kind: ResourceKind): string => `The ${resources[kind]}`;

/** What was not looked for, at the beginning of a sentence. */
export const blockedParts: Readonly<Record<BlockedPart, string>> = {
  apiRecord: "The A record of the API server",
  bastionHosts: "Bastion hosts",
  clusterNetwork: "The cluster's virtual network",
  clusterPeers: "Networks peered with the cluster's",
  connections: "Gateway connections",
  containerGroups: "Containers",
  dnsResolvers: "DNS resolvers",
  dnsRulesets: "DNS forwarding rulesets",
  endpoint: "The API server's private endpoint",
  endpointConnections: "Private endpoint connections",
  endpointInterface: "The private endpoint's network interface",
  firewalls: "Firewalls",
  inPeeredNetworks: "What lies in peered networks",
  interfaceOfEndpoint: "The endpoint's network interface",
  jitPolicies: "Policies of just-in-time access",
  keyVaults: "Key vaults",
  loadBalancers: "Load balancers",
  maintenance: "Planned maintenance",
  machines: "Virtual machines to go through",
  networkProfiles: "Network profiles",
  nodeInstances: "The machines of the nodes' scale sets",
  nodeInterfaces: "The nodes' network interfaces",
  otherZones: "Other private DNS zones",
  peerNetworks: "Peered networks",
  policyAssignments: "Policies that are assigned to the cluster",
  recentChanges: "Recent changes",
  scaleSets: "The nodes' scale sets",
  sessionHosts: "Session hosts",
  desktopGroups: "Application groups of desktops",
  shellParts: "What Cloud Shell needs in a network",
  usedAddresses: "The addresses in use",
  virtualNetworkGateways: "Virtual network gateways",
  zone: "The private DNS zone",
  zoneLinks: "The links of the private DNS zone",
};
