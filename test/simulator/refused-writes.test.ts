// What Azure refuses of a write that its caller may make.
import { people, subscriptions } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import * as ids from "./ids.ts";
import { arm, scenarioFile, startTrusted } from "./support.ts";

const hub = `${ids.hubGroup}/providers/Microsoft.Network`;
const spoke = `${ids.clusterGroup}/providers/Microsoft.Network`;
const subnet = `${ids.spokeNetwork}/subnets/snet-aks`;

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTrusted();
});
beforeEach(() => simulator.loadScenario(scenarioFile("hub-spoke")));
afterAll(() => simulator.close());

const send = (method: string, target: string, body?: object) =>
  arm(simulator, people.megan, method, target, body);
const put = (target: string, properties: object) =>
  send("PUT", target, { location: "westeurope", properties });
const propertiesOf = async (target: string) => (await send("GET", target)).body.properties;

type Answer = Awaited<ReturnType<typeof send>>;
const refusedAs = (code: string, words: string) => ({
  status: expect.any(Number),
  body: { error: { code, message: expect.stringContaining(words) } },
});
const isRefused = ({ status }: Answer): boolean => status >= 400;

describe("a network is linked to one zone of a name", () => {
  const zone = `${spoke}/privateDnsZones/privatelink.example`;
  const other = `${hub}/privateDnsZones/privatelink.example`;
  const link = (of: string, name: string) =>
    put(`${of}/virtualNetworkLinks/${name}`, {
      virtualNetwork: { id: ids.hubNetwork },
      registrationEnabled: false,
    });
  beforeEach(async () => {
    await put(zone, {});
    await put(other, {});
    await link(zone, "hub");
  });

  test.each([
    ["to a second zone of the same name", () => link(other, "hub")],
    ["twice to the same zone", () => link(zone, "again")],
  ])("not %s", async (_case, again) => {
    expect(await again()).toMatchObject(refusedAs("BadRequest", "overlapping namespaces"));
  });

  test("again as it stands, and to a zone of another name", async () => {
    const elsewhere = `${hub}/privateDnsZones/two.privatelink.example`;
    await put(elsewhere, {});
    expect([await link(zone, "hub"), await link(elsewhere, "hub")].some(isRefused)).toBe(false);
  });

  test("a zone with a link is not deleted; without one it is", async () => {
    expect(await send("DELETE", zone)).toMatchObject(refusedAs("CannotDeleteResource", "nested"));
    await send("DELETE", `${zone}/virtualNetworkLinks/hub`);
    expect((await send("DELETE", zone)).status).toBe(200);
  });
});

describe("a subnet in use", () => {
  test.each(["10.20.0.0/21", "10.20.0.0/23", "10.20.8.0/22"])("does not become %s", async (addressPrefix) => {
    const before = await propertiesOf(subnet);
    expect(await put(subnet, { ...before, addressPrefix })).toMatchObject(
      refusedAs("InUsePrefixCannotBeDeleted", "active allocations"),
    );
    expect((await propertiesOf(subnet)).addressPrefix).toBe(before.addressPrefix);
  });

  test("neither written as a part of its network", async () => {
    const network = await propertiesOf(ids.spokeNetwork);
    const subnets = network.subnets.map((each: { name: string; properties: object }) =>
      each.name === "snet-aks"
        ? { ...each, properties: { ...each.properties, addressPrefix: "10.20.0.0/21" } }
        : each,
    );
    expect(await put(ids.spokeNetwork, { ...network, subnets })).toMatchObject(
      refusedAs("InUsePrefixCannotBeDeleted", "snet-aks"),
    );
    expect(await put(ids.spokeNetwork, { ...network, subnets: [] })).toMatchObject(
      refusedAs("InUseSubnetCannotBeDeleted", "snet-aks"),
    );
  });

  test("is not deleted; one that nobody uses is", async () => {
    expect(await send("DELETE", subnet)).toMatchObject(refusedAs("InUseSubnetCannotBeDeleted", "snet-aks"));
    await put(`${ids.spokeNetwork}/subnets/snet-empty`, { addressPrefix: "10.20.8.0/24" });
    expect((await send("DELETE", `${ids.spokeNetwork}/subnets/snet-empty`)).status).toBe(200);
  });
});

test("a security group that a subnet names is not deleted", async () => {
  expect(await send("DELETE", `${hub}/networkSecurityGroups/nsg-jump`)).toMatchObject(
    refusedAs("InUseNetworkSecurityGroupCannotBeDeleted", "nsg-jump"),
  );
});

describe("two rules of one group", () => {
  const group = `${hub}/networkSecurityGroups/nsg-jump`;
  const rule = (priority: number, direction: string) => ({
    ...{ priority, direction, access: "Allow", protocol: "Tcp" },
    ...{ sourceAddressPrefix: "*", sourcePortRange: "*" },
    ...{ destinationAddressPrefix: "*", destinationPortRange: "22" },
  });
  beforeEach(() => put(`${group}/securityRules/first`, rule(333, "Inbound")));

  test("do not have one priority in one direction", async () => {
    expect(await put(`${group}/securityRules/second`, rule(333, "Inbound"))).toMatchObject(
      refusedAs("SecurityRuleConflict", "Rules cannot have the same Priority and Direction"),
    );
  });

  test("may in two directions, and a rule may be written over", async () => {
    const answers = [
      await put(`${group}/securityRules/out`, rule(333, "Outbound")),
      await put(`${group}/securityRules/first`, { ...rule(333, "Inbound"), access: "Deny" }),
    ];
    expect(answers.some(isRefused)).toBe(false);
  });
});

test("networks whose ranges overlap are not peered", async () => {
  const twin = `${spoke}/virtualNetworks/vnet-twin`;
  await put(twin, { addressSpace: { addressPrefixes: ["10.20.1.0/24"] } });
  expect(
    await put(`${twin}/virtualNetworkPeerings/to-spoke`, { remoteVirtualNetwork: { id: ids.spokeNetwork } }),
  ).toMatchObject(refusedAs("VnetAddressSpacesOverlap", "10.20.1.0/24"));
});

test("a storage account takes no subnet that has no service endpoint for it", async () => {
  await simulator.loadScenario(scenarioFile("cloud-shell-in-network"));
  const account = `${ids.hubGroup}/providers/Microsoft.Storage/storageAccounts/stshell`;
  const letIn = (name: string) =>
    send("PATCH", account, {
      properties: { networkAcls: { virtualNetworkRules: [{ id: `${ids.hubNetwork}/subnets/${name}` }] } },
    });
  expect(await letIn("snet-jump")).toMatchObject(
    refusedAs("NetworkAclsValidationFailure", "SubnetsHaveNoServiceEndpointsConfigured:Subnets snet-jump"),
  );
  expect((await letIn("snet-shell")).status).toBe(200);
});

describe("an operation on a cluster", () => {
  const grantOn = async (scope: string, role: string) =>
    simulator.loadScenario({
      ...simulator.scenario,
      roleAssignments: [
        ...simulator.scenario.roleAssignments.filter(
          ({ principalId }) => principalId !== ids.clusterPrincipal,
        ),
        { principalId: ids.clusterPrincipal, scope, role },
      ],
    });
  const update = async () => {
    await put(ids.cluster, {});
    const { provisioningState, status } = await propertiesOf(ids.cluster);
    return [provisioningState, status?.provisioningError.code];
  };

  test("is refused while another goes on", async () => {
    const { scenario } = simulator;
    await simulator.loadScenario({
      ...scenario,
      resources: scenario.resources.map((each) =>
        each.id === ids.cluster
          ? { ...each, properties: { ...each.properties, provisioningState: "Upgrading" } }
          : each,
      ),
    });
    expect(await put(ids.cluster, {})).toMatchObject(refusedAs("OperationNotAllowed", "(Upgrading)"));
  });

  test("fails without the role on its subnet, and ends well with it", async () => {
    await grantOn(`/subscriptions/${subscriptions.prod}/resourceGroups/rg-else`, "Network Contributor");
    expect(await update()).toEqual(["Failed", "LinkedAuthorizationFailed"]);
    await grantOn(ids.spokeNetwork, "Network Contributor");
    expect(await update()).toEqual(["Succeeded", undefined]);
  });

  test("fails without the role on a zone of one's own", async () => {
    await simulator.loadScenario(scenarioFile("private-byo-zone"));
    await grantOn(ids.spokeNetwork, "Network Contributor");
    expect(await update()).toEqual(["Failed", "CustomPrivateDNSZoneMissingPermissionError"]);
  });

  test("fails with kubenet and a route table of one's own, without the role on that", async () => {
    await grantOn(ids.spokeNetwork, "Network Contributor");
    const table = `${spoke}/routeTables/rt-aks`;
    await put(table, {});
    await put(subnet, { ...(await propertiesOf(subnet)), routeTable: { id: table } });
    await put(ids.cluster, { networkProfile: { networkPlugin: "kubenet" } });
    expect(await update()).toEqual(["Failed", "CustomRouteTableMissingPermission"]);
  });

  test("fails where the subnet of the nodes is full", async () => {
    await grantOn(ids.spokeNetwork, "Network Contributor");
    const pools = (await propertiesOf(ids.cluster)).agentPoolProfiles;
    await put(ids.cluster, { agentPoolProfiles: pools.map((pool: object) => ({ ...pool, count: 900 })) });
    expect(await update()).toEqual(["Failed", "SubnetIsFull"]);
  });
});
