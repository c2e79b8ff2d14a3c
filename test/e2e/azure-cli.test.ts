// The real Azure CLI against the local Azure: reads, the fixes a diagnosis prints, and Run Command.
import { people, subscriptions } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import * as ids from "../simulator/ids.ts";
import { scenarioFile, startTrusted } from "../simulator/support.ts";
import { type AzureCli, openAzureCli } from "./azure-cli.ts";

const nodeGroup = ["-g", "MC_rg-prod_prod-1_westeurope", "--subscription", subscriptions.prod];
const hub = ["-g", "rg-hub", "--subscription", subscriptions.connectivity];
const prod = ["-g", "rg-prod", "--subscription", subscriptions.prod];

let simulator: Simulator;
let cli: AzureCli;
const az: AzureCli["az"] = (...args) => cli.az(...args);

beforeAll(async () => {
  simulator = await startTrusted();
  cli = await openAzureCli(simulator);
});
beforeEach(() => simulator.loadScenario(scenarioFile("hub-spoke")));
afterAll(async () => {
  await cli?.close();
  await simulator?.close();
});

describe("a lead", () => {
  beforeAll(() => cli.logIn(people.megan));

  test("lists and shows clusters", async () => {
    expect(await az("aks", "list")).toMatchObject([{ name: "prod-1", powerState: { code: "Running" } }]);
    expect((await az("aks", "show", ...prod, "-n", "prod-1")).privateFqdn).toContain(ids.zoneName);
  });

  test("runs a command in the cluster", async () => {
    const command = "kubectl get pods -n payments";
    const result = await az("aks", "command", "invoke", ...prod, "-n", "prod-1", "-c", command);
    expect(result).toMatchObject({ exitCode: 0, logs: expect.stringContaining("CrashLoopBackOff") });
  });

  test("links the zone to the hub again", async () => {
    await simulator.loadScenario(scenarioFile("dns-link-missing"));
    const link = ["network", "private-dns", "link", "vnet"];
    const names = async () =>
      (await az(...link, "list", ...nodeGroup, "-z", ids.zoneName)).map(
        (item: { name: string }) => item.name,
      );
    expect(await names()).toEqual(["link-spoke"]);
    const created = ["-z", ids.zoneName, "-n", "link-hub", "-v", ids.hubNetwork, "-e", "false"];
    expect(await az(...link, "create", ...nodeGroup, ...created)).toMatchObject({
      virtualNetworkLinkState: "Completed",
    });
    expect(await names()).toEqual(["link-spoke", "link-hub"]);
  });

  test("makes a peering anew, both sides", async () => {
    const peering = ["network", "vnet", "peering"];
    const hubSide = [...hub, "--vnet-name", "vnet-hub", "-n", "hub-to-spoke"];
    const spokeSide = [...prod, "--vnet-name", "vnet-spoke", "-n", "spoke-to-hub"];
    await az(...peering, "delete", ...hubSide);
    expect((await az(...peering, "show", ...spokeSide)).peeringState).toBe("Disconnected");
    await az(...peering, "delete", ...spokeSide);
    const create = (side: string[], remote: string) =>
      az(...peering, "create", ...side, "--remote-vnet", remote, "--allow-vnet-access");
    expect((await create(hubSide, ids.spokeNetwork)).peeringState).toBe("Initiated");
    expect((await create(spokeSide, ids.hubNetwork)).peeringState).toBe("Connected");
    expect((await az(...peering, "list", ...hub, "--vnet-name", "vnet-hub"))[0].peeringState).toBe(
      "Connected",
    );
  });

  test("stops and starts the cluster and the jump box", async () => {
    const cluster = [...prod, "-n", "prod-1"];
    const power = async () => (await az("aks", "show", ...cluster)).powerState.code;
    await az("aks", "stop", ...cluster);
    expect(await power()).toBe("Stopped");
    await az("aks", "start", ...cluster);
    expect(await power()).toBe("Running");
    await az("vm", "deallocate", ...hub, "-n", "vm-jump");
    const { instanceView } = await az("vm", "get-instance-view", ...hub, "-n", "vm-jump");
    expect(instanceView.statuses[1].code).toBe("PowerState/deallocated");
  });

  test("takes a security group off a subnet, and replaces an address of a record", async () => {
    const subnet = [...prod, "--vnet-name", "vnet-spoke", "-n", "snet-aks", "--network-security-group", ""];
    expect((await az("network", "vnet", "subnet", "update", ...subnet)).networkSecurityGroup).toBeUndefined();
    const record = ["network", "private-dns", "record-set", "a"];
    const [set] = await az(...record, "list", ...nodeGroup, "-z", ids.zoneName);
    const change = ["-z", ids.zoneName, "-n", set.name, "--set", "aRecords[0].ipv4Address=10.20.0.9"];
    expect((await az(...record, "update", ...nodeGroup, ...change)).aRecords).toEqual([
      { ipv4Address: "10.20.0.9" },
    ]);
  });

  test("shows the VPN connection, and gives the jump subnet a NAT gateway with an address of its own", async () => {
    const [listed] = await az("network", "vpn-connection", "list", ...hub);
    expect(listed.connectionStatus).toBeUndefined();
    const connection = await az("network", "vpn-connection", "show", ...hub, "-n", listed.name);
    expect(connection).toMatchObject({ connectionStatus: "Connected" });
    const address = ["-n", "pip-nat", "--sku", "Standard", "--allocation-method", "Static"];
    const { publicIp } = await az("network", "public-ip", "create", ...hub, ...address);
    expect(publicIp.ipAddress).toMatch(/^20\.50\.100\./);
    await az(
      "network",
      "nat",
      "gateway",
      "create",
      ...hub,
      "-n",
      "ng-jump",
      "--public-ip-addresses",
      "pip-nat",
    );
    const jump = [...hub, "--vnet-name", "vnet-hub", "-n", "snet-jump"];
    await az("network", "vnet", "subnet", "update", ...jump, "--nat-gateway", "ng-jump");
    expect(await az("network", "nat", "gateway", "show", ...hub, "-n", "ng-jump")).toMatchObject({
      subnets: [{ id: `${ids.hubNetwork}/subnets/snet-jump` }],
    });
  });

  test("allocates the firewall again, and finds that in the activity log", async () => {
    await simulator.loadScenario(scenarioFile("firewall-deallocated"));
    const provider = `${ids.hubGroup}/providers/Microsoft.Network`;
    const properties = {
      subnet: { id: `${ids.hubNetwork}/subnets/AzureFirewallSubnet` },
      publicIPAddress: { id: `${provider}/publicIPAddresses/pip-firewall` },
    };
    const configurations = JSON.stringify([{ name: "ipconfig", properties }]);
    const firewall = ["--ids", `${provider}/azureFirewalls/afw-hub`, "--api-version", "2024-05-01"];
    await az("resource", "update", ...firewall, "--set", `properties.ipConfigurations=${configurations}`);
    const shown = await az("resource", "show", ...firewall);
    expect(shown.properties.ipConfigurations[0].properties.privateIPAddress).toBe("10.10.4.4");
    const values = `/subscriptions/${subscriptions.connectivity}/providers/Microsoft.Insights/eventtypes/management/values`;
    const filter = "eventTimestamp ge '2026-01-01T00:00:00Z' and resourceGroupName eq 'rg-hub'";
    const url = `${simulator.url}${values}?api-version=2015-04-01&$filter=${filter}`;
    const { value } = await az("rest", "-m", "get", "-u", url, "--resource", simulator.url);
    expect(value[0]).toMatchObject({
      caller: people.megan.userPrincipalName,
      operationName: { value: "Microsoft.Network/azureFirewalls/write" },
    });
  });

  test("lists role assignments with the names of people", async () => {
    const assignments = await az("role", "assignment", "list", "--all");
    expect(assignments).toContainEqual(
      expect.objectContaining({
        principalName: people.megan.userPrincipalName,
        roleDefinitionName: "Contributor",
      }),
    );
  });
});

test("somebody without the role is refused in Azure's words", async () => {
  await cli.logIn(people.isaiah);
  expect(await az("aks", "list")).toHaveLength(1);
  const refused = az("network", "private-dns", "zone", "show", ...nodeGroup, "-n", ids.zoneName);
  await expect(refused).rejects.toThrow(
    `does not have authorization to perform action 'Microsoft.Network/privateDnsZones/read' over scope '${ids.zone}'`,
  );
});
