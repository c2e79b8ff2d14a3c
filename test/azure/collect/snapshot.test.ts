// What a snapshot holds, in how many round trips, and with whose token it was read.
import { botAppId, people, subscriptions } from "../../../simulator/people.ts";
import type { ClusterSnapshot } from "../../../src/core/snapshot/snapshot.ts";
import { unreadInWords } from "../../said.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { apiServerIp, ids, machineWithNic, privateFqdn, scenario, zoneWithRecord } from "../scenario.ts";
import { collect, statuses } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

describe("a private cluster in a hub and spoke, as somebody who may read everything", () => {
  let snapshot: ClusterSnapshot;
  beforeAll(async () => {
    snapshot = await collect(azure);
  });

  test("every section is there", () => {
    expect(new Set(Object.values(statuses(snapshot)))).toEqual(new Set(["collected"]));
  });

  test("the way in is described end to end", () => {
    expect(snapshot).toMatchObject({
      clusterId: ids.cluster,
      managedCluster: {
        data: { name: "prod-1", privateFqdn, nodeResourceGroup: "MC_rg-prod_prod-1_westeurope" },
      },
      resourceHealth: { data: { availabilityState: "Available" } },
      privateEndpointConnections: { data: [{ status: "Approved", privateEndpointId: ids.endpoint }] },
      privateEndpoint: { data: { name: "kube-apiserver", subnetId: `${ids.spoke}/subnets/nodes` } },
      privateEndpointNic: { data: { ipConfigurations: [{ privateIpAddress: apiServerIp }] } },
      privateDnsZone: { data: { id: ids.zone } },
      privateDnsLinks: { data: [{ virtualNetworkId: ids.spoke, linkState: "Completed" }] },
      apiServerRecord: { data: { name: "prod-1-x1y2", addresses: [apiServerIp], ttl: 300 } },
      clusterNetwork: {
        data: { id: ids.spoke, peerings: [{ remoteVirtualNetworkId: ids.hub, peeringState: "Connected" }] },
      },
      peerNetworks: {
        data: [{ id: ids.hub, network: { data: { peerings: [{ remoteVirtualNetworkId: ids.spoke }] } } }],
      },
      jumpHosts: {
        data: [
          {
            id: ids.jump,
            virtualNetworkId: ids.hub,
            privateIpAddress: "10.10.1.4",
            powerState: { status: "collected", data: "deallocated" },
          },
        ],
      },
    });
  });

  test("rules and routes that subnets name are there by id, wherever they lie", () => {
    expect(Object.keys(snapshot.networkSecurityGroups).sort()).toEqual(
      [ids.nodeNsg, ids.farNsg].map((id) => id.toLowerCase()).sort(),
    );
    expect(snapshot.networkSecurityGroups[ids.farNsg.toLowerCase()]).toMatchObject({
      status: "collected",
      data: { name: "jump" },
    });
    expect(snapshot.routeTables[ids.routes.toLowerCase()]).toMatchObject({
      status: "collected",
      data: { routes: [{ nextHopIpAddress: "10.10.0.4" }] },
    });
  });

  test("the permissions are the requester's own", () => {
    const { permissions } = snapshot;
    const actions =
      permissions.status === "collected" ? permissions.data.flatMap((entry) => entry.actions) : [];
    expect(actions).toEqual(
      expect.arrayContaining(["*/read", "Microsoft.ContainerService/managedClusters/runCommand/action"]),
    );
  });

  test("it takes four round trips, and no request twice", () => {
    const paths = armRequests(azure.simulator).map((request) => request.path.toLowerCase());
    expect(snapshot.arm.levels).toBe(4);
    expect(snapshot.arm.requests).toBe(paths.length);
    // The activity log is asked once for each resource group, by its filter: cluster, nodes, spoke and hub.
    const log = paths.filter((path) => path.includes("/microsoft.insights/"));
    expect(log).toHaveLength(4);
    expect(new Set(paths).size).toBe(paths.length - log.length + new Set(log).size);
    expect(paths.length).toBeLessThanOrEqual(45);
  });

  test("ARM saw the requester and nobody else, with a token for ARM", () => {
    const requests = armRequests(azure.simulator);
    expect(new Set(requests.map((request) => request.caller))).toEqual(new Set([people.alex.oid]));
    expect(new Set(requests.map((request) => request.audience))).toEqual(
      new Set(["https://management.azure.com"]),
    );
    expect(JSON.stringify(requests)).not.toContain(botAppId);
    const others = requests
      .filter(({ method }) => method !== "GET")
      .map(({ path }) => path.split("/").at(-1));
    expect(others).toEqual([]);
  });
});

describe("what a cluster does not have is not looked for", () => {
  test("public: no endpoint and no private zone", async () => {
    const snapshot = await collect(azure, {
      access: { enablePrivateCluster: false, authorizedIPRanges: ["20.50.0.0/24"] },
    });
    expect(statuses(snapshot)).toMatchObject({
      privateEndpointConnections: "notReached",
      privateEndpoint: "notReached",
      privateEndpointNic: "notReached",
      privateDnsZone: "notReached",
      privateDnsLinks: "notReached",
      apiServerRecord: "notReached",
      clusterNetwork: "collected",
    });
    expect(unreadInWords(snapshot.privateDnsZone)).toMatchObject({
      message: expect.stringMatching(/public/),
    });
  });

  test("zone mode none: the endpoint counts, the zone does not", async () => {
    const snapshot = await collect(azure, { access: { privateDNSZone: "none" } });
    expect(statuses(snapshot)).toMatchObject({
      privateEndpoint: "collected",
      privateDnsZone: "notReached",
      apiServerRecord: "notReached",
    });
  });

  test("VNet integration: the zone counts, the endpoint does not", async () => {
    const snapshot = await collect(azure, { access: { enableVnetIntegration: true } });
    expect(statuses(snapshot)).toMatchObject({ privateEndpoint: "notReached", privateDnsZone: "collected" });
  });

  test("stopped: there is no private name, and the zone is still found", async () => {
    const snapshot = await collect(azure, {
      cluster: { privateFQDN: null, powerState: { code: "Stopped" } },
    });
    expect(snapshot.managedCluster).toMatchObject({ data: { powerState: "Stopped" } });
    expect(statuses(snapshot)).toMatchObject({ privateDnsZone: "collected", apiServerRecord: "notReached" });
  });
});

describe("other shapes", () => {
  test("a zone of one's own, in another subscription, is read with its records in one round trip", async () => {
    const snapshot = await collect(azure, {
      access: { privateDNSZone: ids.ownZone },
      resources: zoneWithRecord(ids.ownZone),
    });
    expect(snapshot).toMatchObject({
      privateDnsZone: { data: { id: ids.ownZone } },
      privateDnsLinks: { data: [{ virtualNetworkId: ids.spoke }] },
      apiServerRecord: { data: { addresses: [apiServerIp] } },
    });
  });

  test("a peering says what it routes, not what the other network has by now", async () => {
    const half = {
      name: "to-hub",
      properties: {
        remoteVirtualNetwork: { id: ids.hub },
        remoteAddressSpace: { addressPrefixes: ["10.9.0.0/16"] },
        peeringSyncLevel: "RemoteNotInSync",
      },
    };
    const spoke = {
      id: ids.spoke,
      location: "westeurope",
      properties: {
        addressSpace: { addressPrefixes: ["10.20.0.0/16"] },
        subnets: [{ name: "nodes", properties: { addressPrefix: "10.20.0.0/24" } }],
        virtualNetworkPeerings: [half],
      },
    };
    const { clusterNetwork } = await collect(azure, { resources: [spoke] });
    expect(clusterNetwork).toMatchObject({
      data: { peerings: [{ remoteAddressPrefixes: ["10.9.0.0/16"], peeringSyncLevel: "RemoteNotInSync" }] },
    });
  });

  test("a managed network is found in the node resource group", async () => {
    const managed = `${ids.nodeGroup}/providers/Microsoft.Network/virtualNetworks/aks-vnet-12345678`;
    const snapshot = await collect(azure, {
      poolSubnetId: null,
      without: [`${ids.zone}/virtualNetworkLinks/spoke`],
      resources: [
        {
          id: managed,
          location: "westeurope",
          properties: { addressSpace: { addressPrefixes: ["10.224.0.0/12"] } },
        },
      ],
    });
    expect(snapshot).toMatchObject({
      clusterNetwork: { data: { id: managed } },
      peerNetworks: { data: [] },
      jumpHosts: { data: [] },
    });
  });

  test("a jump host in a resource group of its own is found through its subnet", async () => {
    const tools = `/subscriptions/${subscriptions.connectivity}/resourceGroups/rg-tools/providers`;
    const nic = `${tools}/Microsoft.Network/networkInterfaces/admin-nic`;
    const snapshot = await collect(azure, {
      without: [ids.jump, ids.jumpNic],
      jumpSubnetInterfaces: [nic],
      resources: machineWithNic(
        `${tools}/Microsoft.Compute/virtualMachines/admin`,
        nic,
        `${ids.hub}/subnets/jump`,
        "running",
      ),
    });
    expect(snapshot.jumpHosts).toMatchObject({ data: [{ name: "admin", powerState: { data: "running" } }] });
    expect(snapshot.arm.levels).toBe(5);
  });

  test("of many machines the three likeliest are asked for their power state", async () => {
    const names = ["app-1", "app-2", "app-3", "jumpbox", "mgmt-1"];
    const snapshot = await collect(azure, {
      without: [ids.jump, ids.jumpNic],
      resources: names.flatMap((name) =>
        machineWithNic(
          `${ids.hubGroup}/providers/Microsoft.Compute/virtualMachines/${name}`,
          `${ids.hubGroup}/providers/Microsoft.Network/networkInterfaces/${name}-nic`,
          `${ids.hub}/subnets/jump`,
          "running",
        ),
      ),
    });
    const { jumpHosts } = snapshot;
    const states =
      jumpHosts.status === "collected"
        ? jumpHosts.data.map((host) => [host.name, host.powerState.status])
        : [];
    expect(states).toEqual([
      ["jumpbox", "collected"],
      ["mgmt-1", "collected"],
      ["app-1", "collected"],
      ["app-2", "unavailable"],
      ["app-3", "unavailable"],
    ]);
  });

  test("lists in pages are read to the end, and each page is a round trip", async () => {
    const snapshot = await collect(azure, { pageSize: 1 });
    expect(new Set(Object.values(statuses(snapshot)))).toEqual(new Set(["collected"]));
    expect(snapshot.arm.requests).toBe(armRequests(azure.simulator).length);
  });

  describe("a hub that the cluster's network is no longer peered with", () => {
    const linkToHub = {
      id: `${ids.zone}/virtualNetworkLinks/hub`,
      location: "global",
      properties: { virtualNetwork: { id: ids.hub } },
    };
    const unpeered = {
      id: ids.spoke,
      location: "westeurope",
      properties: {
        addressSpace: { addressPrefixes: ["10.20.0.0/16"] },
        subnets: [{ name: "nodes", properties: { addressPrefix: "10.20.0.0/24" } }],
      },
    };

    const halfPeered = {
      id: ids.hub,
      location: "westeurope",
      properties: {
        addressSpace: { addressPrefixes: ["10.10.0.0/16"] },
        virtualNetworkPeerings: [
          { name: "hub-to-spoke", properties: { remoteVirtualNetwork: { id: ids.spoke } } },
        ],
      },
    };

    test("is read because the zone is linked to it, with its machines", async () => {
      const snapshot = await collect(azure, { resources: [unpeered, linkToHub] });
      expect(snapshot).toMatchObject({
        clusterNetwork: { data: { peerings: [] } },
        peerNetworks: { data: [{ id: ids.hub, network: { data: { name: "hub" } } }] },
        jumpHosts: { data: [{ id: ids.jump, powerState: { data: "deallocated" } }] },
      });
      expect(snapshot.arm.levels).toBe(5);
    });

    test("is read because it still has its half of a peering", async () => {
      const snapshot = await collect(azure, { resources: [unpeered, halfPeered] });
      expect(snapshot).toMatchObject({
        peerNetworks: { data: [{ id: ids.hub, network: { data: { name: "hub" } } }] },
        jumpHosts: { data: [{ id: ids.jump }] },
      });
    });

    const listed = "/providers/Microsoft.Network/virtualNetworks\\?";
    const refused = {
      match: { path: listed },
      status: 403,
      body: { error: { code: "AuthorizationFailed" } },
    };

    test.each([
      ["networks is refused", refused, "denied", ["Microsoft.Network/virtualNetworks/read"]],
      ["networks fails", { ...refused, status: 400, body: {} }, "failed", []],
      [
        "subscriptions is refused",
        { ...refused, match: { path: "^/subscriptions\\?" } },
        "denied",
        ["Microsoft.Resources/subscriptions/read"],
      ],
      [
        "subscriptions is longer than eight",
        {
          match: { path: "^/subscriptions\\?" },
          status: 200,
          body: { value: Array.from({ length: 9 }, () => ({ subscriptionId: subscriptions.prod })) },
        },
        "notReached",
        [],
      ],
    ])("is open where nothing joins it and the list of %s", async (_what, fault, reason, actions) => {
      const { peerNetworks } = await collect(azure, { resources: [unpeered] }, { faults: [fault] });
      expect(peerNetworks).toMatchObject({ reason, message: { is: "blocked", what: "halfPeerings" } });
      const needs = peerNetworks.status === "unavailable" ? peerNetworks.needs : [];
      expect([...new Set(needs.map(({ action }) => action))]).toEqual(actions);
    });

    test("is not read where nothing joins it", async () => {
      const alone = { ...halfPeered, properties: { ...halfPeered.properties, virtualNetworkPeerings: [] } };
      const snapshot = await collect(azure, { resources: [unpeered, alone] });
      expect(snapshot).toMatchObject({ peerNetworks: { data: [] }, jumpHosts: { data: [] } });
    });

    test("is named and left open where it may not be read", async () => {
      const denied = { match: { path: "/virtualNetworks/hub\\?" }, status: 403, body: {} };
      const snapshot = await collect(azure, { resources: [unpeered, linkToHub] }, { faults: [denied] });
      expect(snapshot).toMatchObject({
        peerNetworks: { data: [{ id: ids.hub, network: { reason: "denied" } }] },
      });
    });
  });

  test.each([
    ["address space", { addressSpace: null }],
    ["address ranges", { addressSpace: { addressPrefixes: null } }],
    ["a peering's other network", { virtualNetworkPeerings: [{ name: "p", properties: {} }] }],
  ])("a network without %s counts as not read", async (_what, part) => {
    const whole = { addressSpace: { addressPrefixes: ["10.20.0.0/16"] }, subnets: [] };
    const snapshot = await collect(azure, {
      resources: [{ id: ids.spoke, location: "westeurope", properties: { ...whole, ...part } }],
    });
    expect(unreadInWords(snapshot.clusterNetwork)).toMatchObject({
      reason: "failed",
      message: expect.stringContaining("Azure gave the virtual network spoke without"),
    });
  });

  test("the range of a prefix that a NAT gateway leaves by", async () => {
    const sibling = (type: string, name: string) =>
      `${ids.spokeGroup}/providers/Microsoft.Network/${type}/${name}`;
    const gateway = sibling("natGateways", "ng");
    const prefix = sibling("publicIPPrefixes", "pre");
    const location = "westeurope";
    const subnets = [
      { name: "nodes", properties: { addressPrefix: "10.20.0.0/24", natGateway: { id: gateway } } },
    ];
    const snapshot = await collect(azure, {
      resources: [
        {
          id: ids.spoke,
          location,
          properties: { addressSpace: { addressPrefixes: ["10.20.0.0/16"] }, subnets },
        },
        { id: gateway, location, properties: { publicIpPrefixes: [{ id: prefix }] } },
        { id: prefix, location, properties: { ipPrefix: "20.50.3.0/30" } },
      ],
    });
    expect(snapshot.publicIpAddresses).toMatchObject({
      [prefix.toLowerCase()]: { data: { name: "pre", ipAddress: "20.50.3.0/30" } },
    });
  });

  test("of a zone that is linked to many networks three are read, and beside a peered one only so few", async () => {
    const link = (name: string) => ({
      id: `${ids.zone}/virtualNetworkLinks/${name}`,
      location: "global",
      properties: { virtualNetwork: { id: ids.hub.replace(/hub$/, name) } },
    });
    const others = ["a", "b", "c", "d"].map(link);
    const read = async (...links: readonly ReturnType<typeof link>[]) => {
      const { peerNetworks } = await collect(azure, { resources: links });
      return peerNetworks.status === "collected" ? peerNetworks.data.length : 0;
    };
    expect(await read(...others)).toBe(1 + 3);
    expect(await read(...others, link("hub"))).toBe(1);
    expect(await read(...others.slice(0, 3), link("hub"))).toBe(1 + 3);
  });
});
