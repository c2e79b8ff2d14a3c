// SDK models → our data: what is absent stays absent, what ARM writes twice becomes one list.

import { present, valuesOf } from "../../../src/azure/map/fields.ts";
import { mapNetworkInterface } from "../../../src/azure/map/interfaces.ts";
import { mapClusterSummary, mapManagedCluster } from "../../../src/azure/map/managed-cluster.ts";
import {
  interfaceIdsOf,
  isWholeNetwork,
  mapARecordSet,
  mapNetworkSecurityGroup,
  mapPrivateEndpoint,
  mapRouteTable,
  mapVirtualNetwork,
  mapVirtualNetworkLink,
} from "../../../src/azure/map/networks.ts";
import { stateOf } from "../../../src/azure/map/scale-sets.ts";

const clusterId =
  "/subscriptions/s1/resourceGroups/rg-prod/providers/Microsoft.ContainerService/managedClusters/prod-1";
const networkId = "/subscriptions/s1/resourceGroups/rg-net/providers/Microsoft.Network";

describe("mapManagedCluster", () => {
  test("a bare cluster gets ARM's defaults and no invented values", () => {
    expect(mapManagedCluster({ location: "westeurope", id: clusterId, name: "prod-1" }, clusterId)).toEqual({
      id: clusterId,
      name: "prod-1",
      location: "westeurope",
      resourceGroup: "rg-prod",
      subscriptionId: "s1",
      nodeResourceGroup: "",
      provisioningState: "",
      powerState: "",
      apiServerAccess: {
        enablePrivateCluster: false,
        enableVnetIntegration: false,
        authorizedIpRanges: [],
        disableRunCommand: false,
      },
      disableLocalAccounts: false,
      network: { podCidrs: [], serviceCidrs: [] },
      tags: {},
      agentPools: [],
    });
  });

  test("a private cluster with Entra", () => {
    const cluster = mapManagedCluster(
      {
        location: "westeurope",
        id: clusterId,
        name: "prod-1",
        powerState: { code: "Running" },
        kubernetesVersion: "1.33",
        currentKubernetesVersion: "1.33.5",
        privateFqdn: "prod-1.guid.privatelink.westeurope.azmk8s.io",
        apiServerAccessProfile: {
          enablePrivateCluster: true,
          privateDNSZone: "system",
          disableRunCommand: true,
        },
        aadProfile: { managed: true, enableAzureRbac: true, tenantID: "t", adminGroupObjectIDs: ["g"] },
        agentPoolProfiles: [
          { name: "sys", mode: "System", count: 3, vnetSubnetID: "subnet", nodeTaints: ["a=b:NoSchedule"] },
        ],
        networkProfile: { outboundType: "userDefinedRouting" },
      },
      clusterId,
    );
    expect(cluster).toMatchObject({
      powerState: "Running",
      kubernetesVersion: "1.33.5",
      outboundType: "userDefinedRouting",
      apiServerAccess: { enablePrivateCluster: true, privateDnsZone: "system", disableRunCommand: true },
      entra: { managed: true, enableAzureRbac: true, tenantId: "t", adminGroupObjectIds: ["g"] },
      agentPools: [{ name: "sys", mode: "System", vnetSubnetId: "subnet", nodeTaints: ["a=b:NoSchedule"] }],
    });
  });

  test("a cluster whose nodes AKS makes and hosts", () => {
    const cluster = mapManagedCluster(
      {
        location: "westeurope",
        nodeProvisioningProfile: { mode: "Auto" },
        hostedSystemProfile: { enabled: true, nodeSubnetID: "nodes" },
      },
      clusterId,
    );
    expect(cluster).toMatchObject({
      nodeProvisioningMode: "Auto",
      hostedSystem: { nodeSubnetIds: ["nodes"] },
    });
  });

  test("a pool of single machines is counted by their sizes; without either it is not counted", () => {
    const pools = mapManagedCluster(
      {
        location: "westeurope",
        agentPoolProfiles: [
          { name: "vms", virtualMachineNodesStatus: [{ count: 2 }, { count: 1 }] },
          { name: "unsaid" },
        ],
      },
      clusterId,
    ).agentPools;
    expect(pools.map(({ name, count }) => [name, count])).toEqual([
      ["vms", 3],
      ["unsaid", undefined],
    ]);
  });

  test("the summary says whether the API server is private", () => {
    const arm = {
      location: "w",
      id: clusterId,
      name: "prod-1",
      apiServerAccessProfile: { enablePrivateCluster: true },
    };
    expect(mapClusterSummary(arm)).toMatchObject({ name: "prod-1", resourceGroup: "rg-prod", private: true });
  });
});

const denyAll = {
  name: "DenyAllInBound",
  priority: 65500,
  direction: "Inbound",
  access: "Deny",
  protocol: "*",
  destinationPortRange: "*",
};

describe("networks", () => {
  test("single and plural prefixes become one list; null references vanish", () => {
    const network = mapVirtualNetwork({
      id: `${networkId}/virtualNetworks/hub`,
      name: "hub",
      location: "westeurope",
      dhcpOptions: { dnsServers: ["", "10.0.0.4"] },
      subnets: [
        {
          ...{ id: "a", name: "a", addressPrefix: "10.0.0.0/24", addressPrefixes: ["10.0.1.0/24"] },
          serviceEndpoints: [{ service: "Microsoft.Storage" }],
        },
      ],
      virtualNetworkPeerings: [
        { id: "p", name: "p", remoteVirtualNetwork: { id: "spoke" }, allowVirtualNetworkAccess: true },
      ],
    });
    expect(network.subnets).toEqual([
      {
        id: "a",
        name: "a",
        addressPrefixes: ["10.0.0.0/24", "10.0.1.0/24"],
        occupantIds: [],
        delegations: [],
        serviceEndpoints: ["Microsoft.Storage"],
      },
    ]);
    expect(network.dnsServers).toEqual(["10.0.0.4"]);
    expect(network.peerings[0]).toMatchObject({
      remoteVirtualNetworkId: "spoke",
      allowVirtualNetworkAccess: true,
      useRemoteGateways: false,
    });
  });

  test("a peering that joins only some subnets", () => {
    const network = mapVirtualNetwork({
      virtualNetworkPeerings: [{ peerCompleteVnets: false, localSubnetNames: ["jump"] }],
    });
    expect(network.peerings[0]).toMatchObject({ onlySubnets: { local: ["jump"], remote: [] } });
  });

  test.each([
    ["ranges and nothing else", "{}", true],
    ["subnets that are null", '{"subnets":null}', false],
    ["peerings that are null", '{"virtualNetworkPeerings":null}', false],
    ["no ranges", '{"addressSpace":{"addressPrefixes":null}}', false],
    ["a peering with nobody", '{"virtualNetworkPeerings":[{"name":"p"}]}', false],
    ["a peering", '{"virtualNetworkPeerings":[{"remoteVirtualNetwork":{"id":"hub"}}]}', true],
  ])("a network with %s", (_what, part, whole) => {
    const ranges = { addressSpace: { addressPrefixes: ["10.0.0.0/16"] } };
    expect(isWholeNetwork({ ...ranges, ...JSON.parse(part) })).toBe(whole);
  });

  test("interfaces behind subnets, without those of scale sets", () => {
    const nic = `${networkId}/networkInterfaces/jump-nic`;
    const ids = interfaceIdsOf({
      subnets: [
        {
          ipConfigurations: [
            { id: `${nic}/ipConfigurations/ipconfig1` },
            {
              id: `${networkId}/virtualMachineScaleSets/x/virtualMachines/0/networkInterfaces/n/ipConfigurations/i`,
            },
            { id: `${networkId}/bastionHosts/b/bastionHostIpConfigurations/i` },
          ],
        },
      ],
    });
    expect(ids).toEqual([nic]);
  });

  test("own rules stand before default rules; application security groups are flagged", () => {
    const group = mapNetworkSecurityGroup({
      id: "nsg",
      name: "nsg",
      securityRules: [
        {
          name: "own",
          priority: 100,
          protocol: "Tcp",
          access: "Deny",
          direction: "Outbound",
          destinationPortRange: "443",
          destinationApplicationSecurityGroups: [{ id: "asg" }],
        },
      ],
      defaultSecurityRules: [denyAll],
    });
    expect(group.rules.map((rule) => rule.name)).toEqual(["own", "DenyAllInBound"]);
    expect(group.rules[0]).toMatchObject({
      destinationPortRanges: ["443"],
      usesApplicationSecurityGroups: true,
    });
    expect(group.rules[1]).toMatchObject({ usesApplicationSecurityGroups: false });
  });

  test.each([
    ["a list that is null", JSON.parse('{"securityRules":null}')],
    [
      "a rule without a priority",
      JSON.parse(
        '{"securityRules":[{"access":"Allow","direction":"Inbound","protocol":"*","destinationPortRange":"22"}]}',
      ),
    ],
    [
      "a rule without ports",
      JSON.parse(
        '{"securityRules":[{"access":"Allow","direction":"Inbound","protocol":"*","priority":100,"destinationPortRange":null}]}',
      ),
    ],
  ])("a security group with %s hands on no rule at all", (_what, part) => {
    expect(mapNetworkSecurityGroup({ defaultSecurityRules: [denyAll], ...part }).rules).toEqual([]);
  });

  test("routes", () => {
    const table = mapRouteTable({
      id: "rt",
      name: "rt",
      routes: [{ name: "d", addressPrefix: "0.0.0.0/0", nextHopType: "None" }],
    });
    expect(table).toEqual({
      id: "rt",
      name: "rt",
      disableBgpRoutePropagation: false,
      routes: [{ name: "d", addressPrefix: "0.0.0.0/0", nextHopType: "None" }],
    });
  });

  test("an interface without machine or public address", () => {
    const nic = mapNetworkInterface({
      id: "nic",
      ipConfigurations: [{ privateIPAddress: "10.1.0.4", subnet: { id: "s" } }],
    });
    expect(nic).toEqual({
      id: "nic",
      provisioningState: "",
      enableIpForwarding: false,
      ipConfigurations: [{ privateIpAddress: "10.1.0.4", subnetId: "s" }],
    });
  });

  test("a private endpoint keeps its DNS configuration as a cross-check", () => {
    const endpoint = mapPrivateEndpoint({
      id: "pe",
      name: "kube-apiserver",
      networkInterfaces: [{ id: "nic" }],
      customDnsConfigs: [{ fqdn: "x", ipAddresses: ["10.1.0.4"] }],
    });
    expect(endpoint).toMatchObject({
      networkInterfaceIds: ["nic"],
      customDnsConfigs: [{ fqdn: "x", ipAddresses: ["10.1.0.4"] }],
    });
  });
});

describe("names", () => {
  test("links and records", () => {
    expect(
      mapVirtualNetworkLink({
        id: "l",
        name: "l",
        virtualNetwork: { id: "v" },
        virtualNetworkLinkState: "Completed",
      }),
    ).toMatchObject({
      virtualNetworkId: "v",
      linkState: "Completed",
      registrationEnabled: false,
    });
    expect(mapARecordSet({ id: "r", name: "r", aRecords: [{ ipv4Address: "10.1.0.4" }, {}] })).toEqual({
      id: "r",
      name: "r",
      addresses: ["10.1.0.4"],
      isAutoRegistered: false,
    });
  });
});

test.each([
  [[{ code: "ProvisioningState/succeeded" }, { code: "PowerState/deallocated" }], "deallocated"],
  [[{ code: "powerstate/running" }], "running"],
  [[{ code: "ProvisioningState/succeeded" }], null],
  [[], null],
])("power state of %j", (statuses, expected) => {
  expect(stateOf({ statuses }).power).toBe(expected);
});

test("present leaves out what has no value, and keeps false and zero", () => {
  expect(present({ a: undefined, b: null, c: false, d: 0, e: "" })).toEqual({ c: false, d: 0 });
});

test.each([
  ["10.0.0.0/24", undefined, ["10.0.0.0/24"]],
  [undefined, ["a", "b"], ["a", "b"]],
  ["", [], []],
  [null, null, []],
])("valuesOf(%j, %j)", (single, several, expected) => {
  expect(valuesOf(single, several)).toEqual(expected);
});
