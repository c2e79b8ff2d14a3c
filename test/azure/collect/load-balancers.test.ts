// Load balancers that stand in one of the networks and belong to another resource group.
import { subscriptions } from "../../../simulator/people.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, machineWithNic, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const group = `/subscriptions/${subscriptions.connectivity}/resourceGroups/rg-nva/providers`;
const nicOf = (name: string) => `${group}/Microsoft.Network/networkInterfaces/${name}-nic`;
const machine = (name: string) =>
  machineWithNic(
    `${group}/Microsoft.Compute/virtualMachines/${name}`,
    nicOf(name),
    `${ids.hub}/subnets/jump`,
    "running",
  );
const balancer = (name: string, ip: string, behind: string) => ({
  id: `${group}/Microsoft.Network/loadBalancers/${name}`,
  location: "westeurope",
  properties: {
    frontendIPConfigurations: [
      { name: "in", properties: { privateIPAddress: ip, subnet: { id: `${ids.hub}/subnets/jump` } } },
    ],
    backendAddressPools: [
      {
        name: "pool",
        properties: { backendIPConfigurations: [{ id: `${nicOf(behind)}/ipConfigurations/ipconfig1` }] },
      },
    ],
  },
});
/** The scenario's route leads to 10.10.0.4. */
const appliance = balancer("lb-nva", "10.10.0.4", "nva-1");
const machines = ["app-1", "app-2", "app-3", "nva-1"].flatMap(machine);

test("one that a route leads to is read, and so is what stands behind it", async () => {
  const snapshot = await collect(azure, {
    without: [ids.jump, ids.jumpNic],
    resources: [appliance, ...machines],
  });
  expect(snapshot.loadBalancers).toMatchObject({
    items: [{ name: "lb-nva", backends: [{ interfaceId: nicOf("nva-1") }] }],
    missing: [],
  });
  const hosts = snapshot.jumpHosts.status === "collected" ? snapshot.jumpHosts.data : [];
  expect(hosts.find(({ name }) => name === "nva-1")).toMatchObject({ powerState: { data: "running" } });
});

test("of many at most four are read, and the subnet still names the others", async () => {
  const many = [1, 2, 3, 4, 5, 6].map((number) =>
    balancer(`lb-${number}`, `10.10.1.${100 + number}`, "app-1"),
  );
  const snapshot = await collect(azure, { resources: [...many, ...machines] });
  const single = armRequests(azure.simulator).filter(({ path }) => /\/loadBalancers\/lb-/.test(path));
  expect(single).toHaveLength(4);
  const [hub] = snapshot.peerNetworks.status === "collected" ? snapshot.peerNetworks.data : [];
  const subnets = hub?.network.status === "collected" ? hub.network.data.subnets : [];
  expect(subnets.flatMap(({ occupantIds = [] }) => occupantIds)).toEqual(
    expect.arrayContaining(many.map(({ id }) => id)),
  );
});

test("one that may not be read is no gap for what does not stand there", async () => {
  const denied = { match: { path: "/loadBalancers/lb-nva\\?" }, status: 403, body: {} };
  const { loadBalancers } = await collect(azure, { resources: [appliance] }, { faults: [denied] });
  expect(loadBalancers).toEqual({ items: [], missing: [] });
});
