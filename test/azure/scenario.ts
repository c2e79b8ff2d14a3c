// A hub and spoke with a private cluster, small enough to read: what these tests vary stands in `cluster`.

import { groups, people, subscriptions, tenantId } from "../../simulator/people.ts";
import type { ScenarioInput } from "../../simulator/scenario/schema.ts";

type Json = NonNullable<ScenarioInput["resources"]>[number];
type TokenErrors = NonNullable<NonNullable<ScenarioInput["principals"]>[number]["tokenErrors"]>;
export type Changes = Readonly<{
  /** Merged into the cluster's `apiServerAccessProfile`. */
  access?: Record<string, string | boolean | string[]>;
  /** Merged into the cluster's properties. */
  cluster?: Record<string, Json[string]>;
  /** Replaces the pool's subnet; null for a managed network. */
  poolSubnetId?: string | null;
  /** Added to the resources, or in place of those with the same id. */
  resources?: readonly Json[];
  /** Ids of resources that are gone. */
  without?: readonly string[];
  /** Interfaces that the hub's jump subnet names. */
  jumpSubnetInterfaces?: readonly string[];
  /** Of the hub; without any, Azure's own. */
  hubDnsServers?: readonly string[];
  pageSize?: number;
  /** What Entra answers to exchanges of a person, by object id. */
  tokenErrors?: Readonly<Record<string, TokenErrors>>;
  roleAssignments?: NonNullable<ScenarioInput["roleAssignments"]>;
  groupOverageLimit?: number;
}>;

const group = (subscription: string, name: string) => `/subscriptions/${subscription}/resourceGroups/${name}`;
const network = (resourceGroup: string, type: string, name: string) =>
  `${resourceGroup}/providers/Microsoft.Network/${type}/${name}`;

const prodGroup = group(subscriptions.prod, "rg-prod");
const nodeGroup = group(subscriptions.prod, "MC_rg-prod_prod-1_westeurope");
const spokeGroup = group(subscriptions.prod, "rg-spoke");
const hubGroup = group(subscriptions.connectivity, "rg-hub");
const zoneName = "0a1b2c3d.privatelink.westeurope.azmk8s.io";

export const ids = {
  cluster: `${prodGroup}/providers/Microsoft.ContainerService/managedClusters/prod-1`,
  prodGroup,
  nodeGroup,
  spokeGroup,
  hubGroup,
  spoke: network(spokeGroup, "virtualNetworks", "spoke"),
  hub: network(hubGroup, "virtualNetworks", "hub"),
  nodeNsg: network(spokeGroup, "networkSecurityGroups", "nodes"),
  /** Referenced from the hub, but in a group of its own. */
  farNsg: network(group(subscriptions.connectivity, "rg-security"), "networkSecurityGroups", "jump"),
  routes: network(spokeGroup, "routeTables", "to-firewall"),
  endpoint: network(nodeGroup, "privateEndpoints", "kube-apiserver"),
  endpointNic: network(nodeGroup, "networkInterfaces", "kube-apiserver.nic"),
  nodes: `${nodeGroup}/providers/Microsoft.Compute/virtualMachineScaleSets/aks-system-1-vmss`,
  zone: network(nodeGroup, "privateDnsZones", zoneName),
  ownZone: network(hubGroup, "privateDnsZones", zoneName),
  jump: `${hubGroup}/providers/Microsoft.Compute/virtualMachines/jump-1`,
  jumpNic: network(hubGroup, "networkInterfaces", "jump-1-nic"),
} as const;

export const privateFqdn = `prod-1-x1y2.${zoneName}`;
export const apiServerIp = "10.20.0.4";

const peering = (name: string, remote: string, space: string) => ({
  name,
  properties: {
    remoteVirtualNetwork: { id: remote },
    remoteAddressSpace: { addressPrefixes: [space] },
    peeringState: "Connected",
    peeringSyncLevel: "FullyInSync",
    allowVirtualNetworkAccess: true,
  },
});

const vm = (id: string, powerState: string): Json => ({
  id,
  location: "westeurope",
  properties: { extended: { powerState } },
});

export const zoneWithRecord = (zone: string): readonly Json[] => [
  { id: zone, location: "global", properties: {} },
  {
    id: `${zone}/virtualNetworkLinks/spoke`,
    location: "global",
    properties: { virtualNetwork: { id: ids.spoke } },
  },
  {
    id: `${zone}/A/prod-1-x1y2`,
    properties: { ttl: 300, aRecords: [{ ipv4Address: apiServerIp }] },
  },
];

const networks = (changes: Changes): readonly Json[] => [
  {
    id: ids.spoke,
    location: "westeurope",
    properties: {
      addressSpace: { addressPrefixes: ["10.20.0.0/16"] },
      subnets: [
        {
          name: "nodes",
          properties: {
            addressPrefix: "10.20.0.0/24",
            networkSecurityGroup: { id: ids.nodeNsg },
            routeTable: { id: ids.routes },
          },
        },
      ],
      virtualNetworkPeerings: [peering("to-hub", ids.hub, "10.10.0.0/16")],
    },
  },
  {
    id: ids.hub,
    location: "westeurope",
    properties: {
      addressSpace: { addressPrefixes: ["10.10.0.0/16"] },
      ...(changes.hubDnsServers === undefined
        ? {}
        : { dhcpOptions: { dnsServers: [...changes.hubDnsServers] } }),
      subnets: [
        {
          name: "jump",
          properties: {
            addressPrefix: "10.10.1.0/24",
            networkSecurityGroup: { id: ids.farNsg },
            ipConfigurations: (changes.jumpSubnetInterfaces ?? []).map((id) => ({
              id: `${id}/ipConfigurations/ipconfig1`,
            })),
          },
        },
        { name: "GatewaySubnet", properties: { addressPrefix: "10.10.2.0/26" } },
        { name: "AzureFirewallSubnet", properties: { addressPrefix: "10.10.0.0/26" } },
      ],
      virtualNetworkPeerings: [peering("to-spoke", ids.spoke, "10.20.0.0/16")],
    },
  },
  { id: ids.nodeNsg, location: "westeurope", properties: {} },
  { id: ids.farNsg, location: "westeurope", properties: {} },
  {
    id: ids.routes,
    location: "westeurope",
    properties: {
      routes: [
        {
          name: "default",
          properties: {
            addressPrefix: "0.0.0.0/0",
            nextHopType: "VirtualAppliance",
            nextHopIpAddress: "10.10.0.4",
          },
        },
      ],
    },
  },
];

export const machineWithNic = (
  id: string,
  nicId: string,
  subnetId: string,
  powerState: string,
): readonly Json[] => [
  vm(id, powerState),
  {
    id: nicId,
    location: "westeurope",
    properties: {
      virtualMachine: { id },
      ipConfigurations: [
        { name: "ipconfig1", properties: { privateIPAddress: "10.10.1.4", subnet: { id: subnetId } } },
      ],
    },
  },
];

const endpoint = (): readonly Json[] => [
  {
    id: ids.nodes,
    location: "westeurope",
    tags: { "aks-managed-poolName": "system" },
    sku: { name: "Standard_D4s_v5", tier: "Standard", capacity: 3 },
    properties: {
      virtualMachineProfile: {
        networkProfile: {
          networkInterfaceConfigurations: [
            {
              name: "nic",
              properties: {
                primary: true,
                ipConfigurations: [
                  {
                    name: "ipconfig1",
                    properties: {
                      subnet: { id: `${network(spokeGroup, "virtualNetworks", "spoke")}/subnets/nodes` },
                    },
                  },
                ],
              },
            },
          ],
        },
      },
    },
  },
  {
    id: ids.endpoint,
    location: "westeurope",
    properties: {
      subnet: { id: `${ids.spoke}/subnets/nodes` },
      networkInterfaces: [{ id: ids.endpointNic }],
      customDnsConfigs: [{ fqdn: privateFqdn, ipAddresses: [apiServerIp] }],
    },
  },
  {
    id: ids.endpointNic,
    location: "westeurope",
    properties: {
      ipConfigurations: [
        {
          name: "pe",
          properties: { privateIPAddress: apiServerIp, subnet: { id: `${ids.spoke}/subnets/nodes` } },
        },
      ],
    },
  },
  {
    id: `${ids.cluster}/privateEndpointConnections/kube-apiserver.1`,
    properties: {
      privateEndpoint: { id: ids.endpoint },
      privateLinkServiceConnectionState: { status: "Approved", description: "Auto Approved" },
    },
  },
];

/** Of the cluster's identity. */
const identityId = "f3c8e27a-6d05-4b19-a4e8-1d7f9b0c5e32";

const cluster = (changes: Changes): Json => ({
  id: ids.cluster,
  location: "westeurope",
  identity: { type: "SystemAssigned", principalId: identityId, tenantId },
  properties: {
    nodeResourceGroup: "MC_rg-prod_prod-1_westeurope",
    currentKubernetesVersion: "1.33.5",
    fqdn: "prod-1-x1y2.hcp.westeurope.azmk8s.io",
    privateFQDN: privateFqdn,
    apiServerAccessProfile: { enablePrivateCluster: true, privateDNSZone: "system", ...changes.access },
    aadProfile: { managed: true, enableAzureRBAC: true, tenantID: tenantId },
    networkProfile: { outboundType: "userDefinedRouting" },
    agentPoolProfiles: [
      {
        name: "system",
        count: 3,
        mode: "System",
        ...(changes.poolSubnetId === null
          ? {}
          : { vnetSubnetID: changes.poolSubnetId ?? `${ids.spoke}/subnets/nodes` }),
      },
    ],
    ...changes.cluster,
  },
});

const everywhere = (oid: string, role: string) =>
  Object.values(subscriptions).map((id) => ({ principalId: oid, scope: `/subscriptions/${id}`, role }));

/** Alex reads everything and may run commands; Isaiah reads the cluster's resource group only; Adele nothing. */
export const scenario = (changes: Changes = {}): ScenarioInput => {
  const standard: readonly Json[] = [
    cluster(changes),
    ...endpoint(),
    ...zoneWithRecord(ids.zone),
    ...networks(changes),
    ...machineWithNic(ids.jump, ids.jumpNic, `${ids.hub}/subnets/jump`, "deallocated"),
  ];
  const byId = new Map([...standard, ...(changes.resources ?? [])].map((each) => [each.id, each]));
  for (const id of changes.without ?? []) byId.delete(id);
  return {
    name: "azure-adapter",
    tenantId,
    subscriptions: [
      { subscriptionId: subscriptions.prod, displayName: "prod" },
      { subscriptionId: subscriptions.connectivity, displayName: "connectivity" },
    ],
    principals: Object.values(people).map((person) => {
      const tokenErrors = changes.tokenErrors?.[person.oid];
      return tokenErrors === undefined ? person : { ...person, tokenErrors };
    }),
    groups: [
      { id: groups.aksOncall, displayName: "aks-oncall", members: [people.alex.oid, groups.aksEmea] },
      { id: groups.aksEmea, displayName: "aks-emea", members: [people.patti.oid] },
      { id: groups.aksLeads, displayName: "aks-leads", members: [people.megan.oid] },
    ],
    roleAssignments: [
      ...everywhere(people.alex.oid, "Reader"),
      {
        principalId: people.alex.oid,
        scope: `/subscriptions/${subscriptions.prod}`,
        actions: ["Microsoft.ContainerService/managedClusters/runCommand/action"],
        dataActions: ["Microsoft.ContainerService/managedClusters/*/read"],
      },
      { principalId: people.isaiah.oid, scope: prodGroup, role: "Reader" },
      ...(byId.has(ids.cluster)
        ? [{ principalId: identityId, scope: ids.spoke, role: "Network Contributor" }]
        : []),
      ...(changes.roleAssignments ?? []),
    ],
    resources: [...byId.values()],
    kubernetes: changes.without?.includes(ids.cluster)
      ? {}
      : {
          [ids.cluster]: {
            objects: [
              { apiVersion: "v1", kind: "Namespace", metadata: { name: "default" } },
              {
                apiVersion: "v1",
                kind: "Pod",
                metadata: { name: "web-0", namespace: "default" },
                spec: { containers: [{ name: "web", image: "web:1" }] },
                status: { phase: "Running" },
              },
            ],
          },
        },
    runCommand: { startDelayMs: 50 },
    ...(changes.pageSize === undefined ? {} : { pageSize: changes.pageSize }),
    ...(changes.groupOverageLimit === undefined ? {} : { groupOverageLimit: changes.groupOverageLimit }),
  };
};
