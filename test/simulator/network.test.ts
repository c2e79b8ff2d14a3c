// What Azure computes around networks: who names whom, addresses, usages, tunnels, and a machine's agent.
import { people, subscriptions } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import * as ids from "./ids.ts";
import { arm, scenarioFile, startTrusted } from "./support.ts";

const hub = `${ids.hubGroup}/providers/Microsoft.Network`;
const spoke = `${ids.clusterGroup}/providers/Microsoft.Network`;
const edgeGroup = `/subscriptions/${subscriptions.prod}/resourceGroups/rg-edge`;
const edge = `${edgeGroup}/providers/Microsoft.Network`;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTrusted();
});
beforeEach(() => simulator.loadScenario(scenarioFile("hub-spoke")));
afterAll(() => simulator.close());

const get = async (target: string) => (await arm(simulator, people.megan, "GET", target)).body;
const propertiesOf = async (target: string) => (await get(target)).properties;
const put = (target: string, properties: object) =>
  arm(simulator, people.megan, "PUT", target, { location: "westeurope", properties });
const named = (items: readonly { id: string }[] | undefined) => items?.map(({ id }) => id.split("/").at(-1));

describe("a resource shows who names it", () => {
  test.each([
    ["hub-spoke", `${hub}/networkSecurityGroups/nsg-jump`, "subnets", ["snet-jump"]],
    ["hub-spoke", `${ids.hubNetwork}/subnets/AzureBastionSubnet`, "ipConfigurations", ["IpConf"]],
    ["hub-spoke", `${ids.spokeNetwork}/subnets/snet-aks`, "privateEndpoints", ["kube-apiserver"]],
    ["hub-firewall", `${spoke}/routeTables/rt-aks`, "subnets", ["snet-aks"]],
    ["hub-firewall", `${hub}/firewallPolicies/afwp-hub`, "firewalls", ["afw-hub"]],
    ["hub-firewall", `${hub}/firewallPolicies/afwp-hub`, "ruleCollectionGroups", ["aks"]],
    ["nat-not-authorized", `${edge}/natGateways/ng-edge`, "subnets", ["snet-aks"]],
    [
      "hub-spoke",
      `${ids.nodeGroup}/providers/Microsoft.Network/networkSecurityGroups/aks-agentpool-31846275-nsg`,
      "subnets",
      undefined,
    ],
  ])("%s: %s, %s", async (scenario, target, property, expected) => {
    await simulator.loadScenario(scenarioFile(scenario));
    expect(named((await propertiesOf(target))[property])).toEqual(expected);
  });

  test("a public address names its one user", async () => {
    await simulator.loadScenario(scenarioFile("nat-not-authorized"));
    const { natGateway, ipConfiguration } = await propertiesOf(`${edge}/publicIPAddresses/pip-nat`);
    expect([natGateway, ipConfiguration]).toEqual([{ id: `${edge}/natGateways/ng-edge` }, undefined]);
  });

  test("taken off a subnet, a security group no longer shows it; the network's view says the same", async () => {
    const group = `${hub}/networkSecurityGroups/nsg-jump`;
    // A client that reads and writes sends back what it was shown.
    await put(group, await propertiesOf(group));
    await put(`${ids.hubNetwork}/subnets/snet-jump`, { addressPrefix: "10.10.1.0/24" });
    expect(await propertiesOf(group)).not.toHaveProperty("subnets");
    const [jump] = (await propertiesOf(ids.hubNetwork)).subnets;
    expect(named(jump.properties.ipConfigurations)).toEqual(["ipconfig1"]);
  });
});

describe("Azure gives the addresses", () => {
  const subnet = { id: `${ids.hubNetwork}/subnets/snet-jump` };
  test("the lowest free ones of the subnet", async () => {
    const ipConfigurations = ["a", "b"].map((name) => ({ name, properties: { subnet } }));
    const { body } = await put(`${hub}/networkInterfaces/nic-new`, { ipConfigurations });
    const given = body.properties.ipConfigurations.map(
      ({ properties }: { properties: { privateIPAddress: string } }) => properties.privateIPAddress,
    );
    expect(given).toEqual(["10.10.1.5", "10.10.1.6"]);
  });

  test("a firewall that is allocated again gets its address back", async () => {
    await simulator.loadScenario(scenarioFile("firewall-deallocated"));
    const properties = { subnet: { id: `${ids.hubNetwork}/subnets/AzureFirewallSubnet` } };
    const { body } = await put(`${hub}/azureFirewalls/afw-hub`, {
      ipConfigurations: [{ name: "ipconfig", properties }],
    });
    expect(body.properties.ipConfigurations[0].properties.privateIPAddress).toBe("10.10.4.4");
  });

  test.each([
    ["Static", /^20\.50\.100\.\d+$/],
    ["Dynamic", /^$/],
  ])("a public one, %s", async (publicIPAllocationMethod, expected) => {
    const { body } = await put(`${hub}/publicIPAddresses/pip-new`, { publicIPAllocationMethod });
    expect(body.properties.ipAddress ?? "").toMatch(expected);
  });
});

describe("usages of a network", () => {
  test.each([
    // The endpoint's interface and six nodes, whose pods are in an overlay.
    ["hub-spoke", ids.spokeNetwork, "snet-aks", 7, 1019],
    ["hub-spoke", ids.hubNetwork, "snet-jump", 1, 251],
    ["hub-spoke", ids.hubNetwork, "AzureBastionSubnet", 1, 59],
    ["vnet-private", ids.spokeNetwork, "snet-apiserver", 1, 11],
    ["stopped", ids.spokeNetwork, "snet-aks", 1, 1019],
  ])("%s: %s %s: %i of %i", async (scenario, network, name, currentValue, limit) => {
    await simulator.loadScenario(scenarioFile(scenario));
    expect((await get(`${network}/usages`)).value).toContainEqual({
      id: `${network}/subnets/${name}`,
      currentValue,
      limit,
      name: { value: "SubnetSpace", localizedValue: "Subnet size and usage" },
      unit: "Count",
    });
  });

  test("without an overlay every pod has an address too", async () => {
    await put(ids.cluster, { networkProfile: { networkPluginMode: null } });
    const [subnet] = (await get(`${ids.spokeNetwork}/usages`)).value;
    expect(subnet.currentValue).toBe(1 + 6 * 111);
  });

  test("need a right of their own", async () => {
    const refused = await arm(simulator, people.isaiah, "GET", `${ids.hubNetwork}/usages`);
    expect(refused).toMatchObject({ status: 403, body: { error: { code: "AuthorizationFailed" } } });
  });
});

test("the status of a connection is in its GET, not in a list, and nobody can write it", async () => {
  const connection = `${hub}/connections/cn-office`;
  const before = await propertiesOf(connection);
  expect(before).toMatchObject({ connectionStatus: "Connected", tunnelConnectionStatus: [{}] });
  const [listed] = (await get(`${hub}/connections`)).value;
  expect(listed.properties).toMatchObject({ connectionType: "IPsec", provisioningState: "Succeeded" });
  expect(listed.properties).not.toHaveProperty("connectionStatus");
  expect(listed.properties).not.toHaveProperty("tunnelConnectionStatus");
  await put(connection, { ...before, connectionStatus: "NotConnected" });
  expect(await propertiesOf(connection)).toMatchObject({ connectionStatus: "Connected" });
});

test.each([
  ["running", {}, "Ready"],
  ["running", { agent: "Not Ready" }, "Not Ready"],
  ["deallocated", {}, "Not Ready"],
])("the agent of a machine that is %s %j: %s", async (powerState, more, displayStatus) => {
  await simulator.loadScenario({
    ...simulator.scenario,
    resources: [{ id: ids.jumpMachine, properties: { extended: { powerState, ...more } } }],
    roleAssignments: simulator.scenario.roleAssignments.filter(({ principalId }) =>
      simulator.scenario.principals.some(({ oid }) => oid === principalId),
    ),
    kubernetes: {},
  });
  const { vmAgent } = await get(`${ids.jumpMachine}/instanceView`);
  expect(vmAgent.statuses).toMatchObject([{ displayStatus }]);
});

describe("what Azure fills in for a new", () => {
  test.each([
    ["natGateways", {}, { idleTimeoutInMinutes: 4, provisioningState: "Succeeded" }],
    [
      "bastionHosts",
      { enableTunneling: true },
      { enableTunneling: true, enableIpConnect: false, scaleUnits: 2 },
    ],
    ["virtualNetworkGateways", {}, { gatewayType: "Vpn", vpnType: "RouteBased", activeActive: false }],
    [
      "expressRouteCircuits",
      { peerings: [{ name: "AzurePrivatePeering", properties: { peerASN: 65010 } }] },
      {
        circuitProvisioningState: "Enabled",
        serviceProviderProvisioningState: "NotProvisioned",
        peerings: [{ name: "AzurePrivatePeering", properties: { state: "Enabled", peerASN: 65010 } }],
      },
    ],
    ["azureFirewalls", {}, { threatIntelMode: "Alert" }],
    ["dnsResolvers", {}, { dnsResolverState: "Connected" }],
    ["routeTables", {}, { routes: [], disableBgpRoutePropagation: false }],
  ])("%s", async (type, written, expected) => {
    expect((await put(`${hub}/${type}/new`, written)).body.properties).toMatchObject(expected);
  });
});
