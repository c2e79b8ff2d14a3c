// What is known of resource types, as data: children that stand inline in their parent, fields only Azure
// writes, and what Azure fills in. A type that is missing here still works; nothing is special about it then.
import type { Json, JsonObject } from "../json.ts";

type EmbeddedCollection = {
  parent: string;
  /** The last type segment of a child's id. */
  segment: string;
  /** The parent's property that holds the children. */
  property: string;
  /** Agent pool profiles: the child's properties stand beside its name. */
  flat?: boolean;
};

const network = (parent: string, ...properties: string[]): EmbeddedCollection[] =>
  properties.map((property) => ({ parent: `Microsoft.Network/${parent}`, segment: property, property }));

const embeddedCollections: readonly EmbeddedCollection[] = [
  ...network("virtualNetworks", "subnets", "virtualNetworkPeerings"),
  ...network("networkSecurityGroups", "securityRules", "defaultSecurityRules"),
  ...network("routeTables", "routes"),
  ...network("networkInterfaces", "ipConfigurations"),
  ...network("loadBalancers", "frontendIPConfigurations", "backendAddressPools", "loadBalancingRules"),
  ...network("loadBalancers", "probes", "inboundNatRules", "outboundRules"),
  ...network("privateLinkServices", "privateEndpointConnections"),
  ...network("bastionHosts", "ipConfigurations"),
  ...network("virtualNetworkGateways", "ipConfigurations"),
  ...network("azureFirewalls", "ipConfigurations", "networkRuleCollections", "applicationRuleCollections"),
  ...network("azureFirewalls", "natRuleCollections"),
  ...network("expressRouteCircuits", "peerings", "authorizations"),
  {
    parent: "Microsoft.Relay/namespaces",
    segment: "privateEndpointConnections",
    property: "privateEndpointConnections",
  },
  {
    parent: "Microsoft.ContainerService/managedClusters",
    segment: "agentPools",
    property: "agentPoolProfiles",
    flat: true,
  },
];

/** What the service knows of a tunnel. A list of connections leaves it out, and one of containers whether they run. */
const connectionState = [
  "connectionStatus",
  "tunnelConnectionStatus",
  "ingressBytesTransferred",
  "egressBytesTransferred",
];

const onlyInGet: Readonly<Record<string, readonly string[]>> = {
  "microsoft.network/connections": connectionState,
  "microsoft.containerinstance/containergroups": ["instanceView"],
};

/** Types whose PUT leaves alone what the body does not mention. */
const merging = new Set([
  "microsoft.containerservice/managedclusters",
  "microsoft.compute/virtualmachinescalesets",
]);

const readOnlyProperties: Readonly<Record<string, readonly string[]>> = {
  "microsoft.containerservice/managedclusters": [
    "fqdn",
    "privateFQDN",
    "azurePortalFQDN",
    "currentKubernetesVersion",
    "powerState",
    "maxAgentPools",
  ],
  "microsoft.containerservice/managedclusters/agentpools": ["currentOrchestratorVersion", "nodeImageVersion"],
  "microsoft.compute/virtualmachines": ["vmId", "timeCreated", "instanceView", "extended"],
  "microsoft.containerinstance/containergroups": ["instanceView"],
  "microsoft.managedidentity/userassignedidentities": ["principalId", "clientId", "tenantId"],
  "microsoft.network/bastionhosts": ["dnsName"],
  "microsoft.network/connections": connectionState,
  "microsoft.network/dnsresolvers": ["dnsResolverState"],
  "microsoft.network/expressroutecircuits": [
    "circuitProvisioningState",
    "serviceProviderProvisioningState",
    "serviceKey",
  ],
  "microsoft.network/expressroutecircuits/authorizations": ["authorizationKey", "authorizationUseStatus"],
  "microsoft.network/firewallpolicies": ["firewalls", "ruleCollectionGroups"],
  "microsoft.network/natgateways": ["subnets"],
  "microsoft.network/networkinterfaces": ["virtualMachine", "privateEndpoint", "macAddress", "primary"],
  "microsoft.network/networksecuritygroups": ["defaultSecurityRules", "networkInterfaces", "subnets"],
  "microsoft.network/privateendpoints": ["networkInterfaces", "customDnsConfigs"],
  "microsoft.network/privatednszones": ["maxNumberOfRecordSets", "maxNumberOfVirtualNetworkLinks"],
  "microsoft.network/privatednszones/a": ["fqdn", "isAutoRegistered"],
  "microsoft.network/privatednszones/virtualnetworklinks": ["virtualNetworkLinkState"],
  "microsoft.network/publicipaddresses": ["ipAddress", "ipConfiguration", "natGateway"],
  "microsoft.network/publicipprefixes": ["ipPrefix", "publicIPAddresses"],
  "microsoft.network/routetables": ["subnets"],
  "microsoft.network/virtualnetworks/subnets": ["ipConfigurations", "privateEndpoints", "purpose"],
  "microsoft.network/virtualnetworks/virtualnetworkpeerings": [
    "peeringState",
    "peeringSyncLevel",
    "remoteAddressSpace",
    "remoteVirtualNetworkAddressSpace",
  ],
};

export function mergesOnPut(type: string): boolean {
  return merging.has(type.toLowerCase());
}

/** Properties a client cannot write: the stored value stays, whatever a PUT echoes or leaves out. */
export function readOnlyOf(type: string): readonly string[] {
  return readOnlyProperties[type.toLowerCase()] ?? [];
}

/** Properties that a GET of the one resource shows, and a list does not. */
export function missingInLists(type: string): readonly string[] {
  return onlyInGet[type.toLowerCase()] ?? [];
}

export function embeddedIn(parentType: string): readonly EmbeddedCollection[] {
  return embeddedCollections.filter((item) => item.parent.toLowerCase() === parentType.toLowerCase());
}

/** Properties Azure fills in where a scenario or a client says nothing. */
export function defaultProperties(type: string): JsonObject {
  return { provisioningState: "Succeeded", ...defaults[type.toLowerCase()] };
}

const allow = (
  name: string,
  priority: number,
  direction: string,
  source: string,
  destination: string,
): Json => defaultRule(name, priority, direction, "Allow", source, destination);
const deny = (name: string, direction: string): Json => defaultRule(name, 65500, direction, "Deny", "*", "*");

function defaultRule(
  name: string,
  priority: number,
  direction: string,
  access: string,
  sourceAddressPrefix: string,
  destinationAddressPrefix: string,
): Json {
  return {
    name,
    properties: {
      provisioningState: "Succeeded",
      priority,
      direction,
      access,
      protocol: "*",
      sourceAddressPrefix,
      sourcePortRange: "*",
      destinationAddressPrefix,
      destinationPortRange: "*",
    },
  };
}

const defaults: Readonly<Record<string, JsonObject>> = {
  "microsoft.containerservice/managedclusters": { powerState: { code: "Running" } },
  "microsoft.containerservice/managedclusters/agentpools": {
    powerState: { code: "Running" },
    type: "VirtualMachineScaleSets",
    mode: "User",
    osType: "Linux",
    enableAutoScaling: false,
  },
  "microsoft.network/azurefirewalls": { threatIntelMode: "Alert" },
  "microsoft.network/bastionhosts": {
    scaleUnits: 2,
    enableTunneling: false,
    enableIpConnect: false,
    enableFileCopy: false,
    enableShareableLink: false,
    enableKerberos: false,
    disableCopyPaste: false,
  },
  "microsoft.network/connections": { connectionStatus: "Unknown" },
  "microsoft.network/dnsresolvers": { dnsResolverState: "Connected" },
  "microsoft.network/expressroutecircuits": {
    circuitProvisioningState: "Enabled",
    serviceProviderProvisioningState: "NotProvisioned",
    peerings: [],
    authorizations: [],
  },
  "microsoft.network/expressroutecircuits/authorizations": { authorizationUseStatus: "Available" },
  "microsoft.network/expressroutecircuits/peerings": { state: "Enabled" },
  "microsoft.network/firewallpolicies": { threatIntelMode: "Alert" },
  "microsoft.network/natgateways": { idleTimeoutInMinutes: 4 },
  "microsoft.network/networksecuritygroups": {
    securityRules: [],
    defaultSecurityRules: [
      allow("AllowVnetInBound", 65000, "Inbound", "VirtualNetwork", "VirtualNetwork"),
      allow("AllowAzureLoadBalancerInBound", 65001, "Inbound", "AzureLoadBalancer", "*"),
      deny("DenyAllInBound", "Inbound"),
      allow("AllowVnetOutBound", 65000, "Outbound", "VirtualNetwork", "VirtualNetwork"),
      allow("AllowInternetOutBound", 65001, "Outbound", "*", "Internet"),
      deny("DenyAllOutBound", "Outbound"),
    ],
  },
  "microsoft.network/privatednszones": { maxNumberOfRecordSets: 25000, maxNumberOfVirtualNetworkLinks: 1000 },
  "microsoft.network/privatednszones/a": { ttl: 3600, isAutoRegistered: false },
  "microsoft.network/privatednszones/virtualnetworklinks": {
    virtualNetworkLinkState: "Completed",
    registrationEnabled: false,
  },
  "microsoft.network/publicipaddresses": {
    publicIPAddressVersion: "IPv4",
    publicIPAllocationMethod: "Dynamic",
    idleTimeoutInMinutes: 4,
    ddosSettings: { protectionMode: "VirtualNetworkInherited" },
  },
  "microsoft.network/routetables": { routes: [], disableBgpRoutePropagation: false },
  "microsoft.network/virtualnetworkgateways": {
    gatewayType: "Vpn",
    vpnType: "RouteBased",
    enableBgp: false,
    activeActive: false,
  },
  "microsoft.network/virtualnetworks": { subnets: [], virtualNetworkPeerings: [] },
  "microsoft.network/virtualnetworks/subnets": {
    privateEndpointNetworkPolicies: "Disabled",
    privateLinkServiceNetworkPolicies: "Enabled",
  },
  "microsoft.network/virtualnetworks/virtualnetworkpeerings": {
    allowVirtualNetworkAccess: true,
    allowForwardedTraffic: false,
    allowGatewayTransit: false,
    useRemoteGateways: false,
    peerCompleteVnets: true,
  },
};
