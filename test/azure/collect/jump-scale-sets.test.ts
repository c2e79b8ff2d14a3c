// Scale sets as jump hosts: looked for where a network is made for people and holds no jump host, and nowhere else.
import { people } from "../../../simulator/people.ts";
import { createClusterReader } from "../../../src/azure/collect/cluster-reader.ts";
import { scenarioFile } from "../../simulator/support.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { scenario } from "../scenario.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

async function read(name: string, capacity?: number) {
  await azure.simulator.loadScenario(scenarioFile(name));
  const { resources } = azure.simulator.scenario;
  const set = resources.find(({ id }) => id.endsWith("/virtualMachineScaleSets/vmss-jump"));
  if (set !== undefined && capacity !== undefined)
    await azure.simulator.loadScenario({
      ...azure.simulator.scenario,
      resources: resources.map((each) => (each === set ? { ...set, sku: { capacity } } : each)),
    });
  azure.simulator.clearRequests();
  const cluster = resources.find(({ id }) => /managedClusters\/prod-1$/i.test(id))?.id ?? "";
  const reader = createClusterReader({ ...azure.options, budgetMs: 20_000 });
  return reader.collect(await azure.signIn(people.alex), cluster, {});
}

const asked = () =>
  armRequests(azure.simulator)
    .map(({ path }) => path)
    .filter((path) => /\/rg-hub\/.*virtualMachineScaleSets/i.test(path))
    .map((path) => path.replace(/^.*\/virtualMachineScaleSets/i, ""));

test("beside a jump host, no scale set is looked for", async () => {
  const { jumpScaleSets } = await read("hub-spoke");
  expect([jumpScaleSets, asked()]).toEqual([{ items: [], missing: [] }, []]);
});

test("one that is empty has no instances to ask for", async () => {
  const { jumpScaleSets, jumpHosts } = await read("jump-scale-set-empty");
  expect(jumpScaleSets.items.map(({ name, capacity }) => [name, capacity])).toEqual([["vmss-jump", 0]]);
  expect([jumpHosts.status === "collected" && jumpHosts.data, asked()]).toEqual([[], [""]]);
});

test("its instances are jump hosts, each with its interface and its power state", async () => {
  const { jumpHosts } = await read("jump-scale-set-empty", 2);
  const hosts = jumpHosts.status === "collected" ? jumpHosts.data : [];
  expect(hosts).toMatchObject([
    { name: "vmss-jump_0", powerState: { data: "running" }, privateIpAddress: "10.10.1.4" },
    { name: "vmss-jump_1", powerState: { data: "running" }, privateIpAddress: "10.10.1.5" },
  ]);
  expect(asked().toSorted()).toEqual(["", "/vmss-jump/networkInterfaces", "/vmss-jump/virtualMachines"]);
});
