// The security groups on the nodes' interfaces: from ARM's JSON through the SDK, and what it costs to read them.
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const agentNsg = `${ids.nodeGroup}/providers/Microsoft.Network/networkSecurityGroups/aks-agentpool-1-nsg`;
const sets = `${ids.nodeGroup}/providers/Microsoft.Compute/virtualMachineScaleSets`;
const subnet = { id: `${ids.spoke}/subnets/nodes` };
const group = { id: agentNsg, location: "westeurope", properties: {} };

const scaleSet = (networkInterfaceConfigurations: readonly object[] | null) => ({
  id: `${sets}/aks-system-1-vmss`,
  location: "westeurope",
  tags: { "aks-managed-poolName": "system" },
  sku: { name: "Standard_D4s_v5", tier: "Standard", capacity: 3 },
  properties: {
    virtualMachineProfile: JSON.parse(JSON.stringify({ networkProfile: { networkInterfaceConfigurations } })),
  },
});
const nodes = scaleSet([
  {
    name: "nic",
    properties: {
      primary: true,
      networkSecurityGroup: { id: agentNsg },
      ipConfigurations: [{ name: "ipconfig1", properties: { primary: true, subnet } }],
    },
  },
]);
const lone = {
  id: `${ids.nodeGroup}/providers/Microsoft.Network/networkInterfaces/aks-vms-1-nic`,
  location: "westeurope",
  properties: {
    virtualMachine: { id: `${ids.nodeGroup}/providers/Microsoft.Compute/virtualMachines/aks-vms-1` },
    networkSecurityGroup: { id: agentNsg },
    ipConfigurations: [{ name: "ipconfig1", properties: { subnet } }],
  },
};
const refused = (path: string) => ({
  match: { path },
  status: 403,
  body: { error: { code: "AuthorizationFailed", message: "no" } },
});
const sectionOf = ({ networkSecurityGroups }: Awaited<ReturnType<typeof collect>>) =>
  networkSecurityGroups[agentNsg.toLowerCase()];

test("a scale set says its pool, subnet and group, and the group is read with the others: no level more", async () => {
  const snapshot = await collect(azure, { resources: [nodes, group] });
  expect(snapshot.scaleSets).toEqual({
    items: [
      {
        ...{ id: `${sets}/aks-system-1-vmss`, name: "aks-system-1-vmss", provisioningState: "Succeeded" },
        capacity: 3,
        pool: "system",
        interfaces: [{ subnetIds: [subnet.id], networkSecurityGroupId: agentNsg }],
      },
    ],
    missing: [],
  });
  expect(sectionOf(snapshot)).toMatchObject({ status: "collected", data: { name: "aks-agentpool-1-nsg" } });
  expect(snapshot.arm.levels).toBe(4);
  const asked = armRequests(azure.simulator).filter(({ path }) => path.includes(ids.nodeGroup));
  const of = (type: string) => asked.filter(({ path }) => path.toLowerCase().includes(type));
  expect([of("/virtualmachinescalesets"), of("/networksecuritygroups")].map(({ length }) => length)).toEqual([
    1, 1,
  ]);
});

test("a public cluster, read in fewer round trips, needs none more for it", async () => {
  const access = { enablePrivateCluster: false };
  const [without, withGroup] = [
    await collect(azure, { access }),
    await collect(azure, { access, resources: [nodes, group] }),
  ];
  expect(withGroup.arm.levels).toBe(without.arm.levels);
  expect(sectionOf(withGroup)?.status).toBe("collected");
});

test("the scale sets may not be listed: the right is named, and nothing else is missing", async () => {
  const faults = [refused("/virtualMachineScaleSets\\?")];
  const snapshot = await collect(azure, { resources: [nodes, group] }, { faults });
  expect(snapshot.scaleSets).toMatchObject({
    items: [],
    missing: [{ reason: "denied", needs: [{ scope: ids.nodeGroup }] }],
  });
  expect(snapshot.nodeMachines).toEqual({ items: [], missing: [] });
});

test("the groups of the node resource group may not be listed: the one that is named is read by itself", async () => {
  const faults = [refused("/MC_[^/]*/providers/Microsoft.Network/networkSecurityGroups\\?")];
  const snapshot = await collect(azure, { resources: [nodes, group] }, { faults });
  expect(sectionOf(snapshot)?.status).toBe("collected");
});

test("a scale set without its interfaces says so", async () => {
  const { scaleSets } = await collect(azure, { resources: [scaleSet(null)] });
  expect(scaleSets.items.map(({ interfaces }) => interfaces)).toEqual([undefined]);
});

const poolOf = (type: string) => ({ agentPoolProfiles: [{ name: "vms", type, vnetSubnetID: subnet.id }] });
const publicly = { access: { enablePrivateCluster: false } };
test.each<[string, object, number, number]>([
  ["a pool of machines", poolOf("VirtualMachines"), 1, 1],
  ["a pool of a kind that nobody knows", poolOf("Swarm"), 1, 1],
  ["nodes that AKS makes as needed", { nodeProvisioningProfile: { mode: "Auto" } }, 1, 1],
  ["pools of scale sets only", poolOf("VirtualMachineScaleSets"), 0, 0],
])(
  "%s: interfaces of lone nodes are read where there may be some",
  async (_name, cluster, found, requests) => {
    const snapshot = await collect(azure, {
      ...publicly,
      cluster: JSON.parse(JSON.stringify(cluster)),
      resources: [lone, group],
    });
    expect(snapshot.nodeMachines.items).toHaveLength(found);
    const asked = armRequests(azure.simulator).filter(
      ({ path }) => path.includes(ids.nodeGroup) && path.endsWith("/networkInterfaces"),
    );
    expect(asked).toHaveLength(requests);
  },
);
