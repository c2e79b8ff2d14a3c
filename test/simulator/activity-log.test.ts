// The activity log: what a scenario says was changed, and what was written since, for whoever may read it.
import { type Person, people, subscriptions } from "../../simulator/people.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import * as ids from "./ids.ts";
import { arm, scenarioFile, startTrusted } from "./support.ts";

let simulator: Simulator;
beforeAll(async () => {
  simulator = await startTrusted();
});
beforeEach(() => simulator.loadScenario(scenarioFile("stopped")));
afterAll(() => simulator.close());

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();
type Asked = { who?: Person; subscription?: string };
const log = (conditions: string, { who = people.alex, subscription = subscriptions.prod }: Asked = {}) =>
  arm(
    simulator,
    who,
    "GET",
    `/subscriptions/${subscription}/providers/Microsoft.Insights/eventtypes/management/values?api-version=2015-04-01&$filter=${encodeURIComponent(conditions)}`,
  );

type Entry = { operationName: { value: string }; caller: string; resourceId: string };
const operations = (body: { value?: Entry[] }) =>
  body.value?.map(({ operationName, caller }) => `${caller} ${operationName.value}`);

const stop = "meganb@contoso.example Microsoft.ContainerService/managedClusters/stop/action";
const today = `eventTimestamp ge '${hoursAgo(24)}'`;

test("an entry has the fields of the service's", async () => {
  const { body } = await log(`${today} and resourceUri eq '${ids.cluster}'`);
  expect(body.value).toMatchObject([
    {
      resourceId: ids.cluster,
      resourceGroupName: "rg-prod",
      operationName: { value: "Microsoft.ContainerService/managedClusters/stop/action" },
      status: { value: "Succeeded" },
      caller: people.megan.userPrincipalName,
      resourceType: { value: "Microsoft.ContainerService/managedClusters" },
    },
  ]);
  expect(Math.abs(Date.parse(body.value[0].eventTimestamp) - Date.parse(hoursAgo(1)))).toBeLessThan(60_000);
});

test.each([
  ["since yesterday", today, [stop]],
  ["since a moment ago", `eventTimestamp ge '${hoursAgo(0.5)}'`, []],
  ["until two hours ago", `${today} and eventTimestamp le '${hoursAgo(2)}'`, []],
  ["one group, whatever its case", `${today} and resourceGroupName eq 'RG-PROD'`, [stop]],
  ["another group", `${today} and resourceGroupName eq 'rg'`, []],
  ["one resource", `${today} and resourceUri eq '${ids.cluster.toLowerCase()}'`, [stop]],
  ["not what is under a resource", `${today} and resourceUri eq '${ids.clusterGroup}'`, []],
])("%s", async (_, conditions, expected) => {
  expect(operations((await log(conditions)).body)).toEqual(expected);
});

test("a deleted resource is in the log of its own subscription", async () => {
  await simulator.loadScenario(scenarioFile("peering-disconnected"));
  const deleted = "meganb@contoso.example Microsoft.Network/virtualNetworks/virtualNetworkPeerings/delete";
  expect(operations((await log(today, { subscription: subscriptions.connectivity })).body)).toEqual([
    deleted,
  ]);
  expect(operations((await log(today)).body)).toEqual([]);
});

describe("what is written here", () => {
  test("stands in the log with whoever wrote it, newest first", async () => {
    const rule = `${ids.hubGroup}/providers/Microsoft.Network/networkSecurityGroups/nsg-jump/securityRules/new`;
    const steps: readonly (readonly [string, string, object?])[] = [
      ["PUT", rule, { properties: { priority: 100, direction: "Inbound", access: "Deny", protocol: "Tcp" } }],
      ["PATCH", ids.hubNetwork, { tags: { team: "a" } }],
      ["POST", `${ids.jumpMachine}/deallocate`],
      ["DELETE", rule],
    ];
    for (const [method, target, body] of steps) await arm(simulator, people.megan, method, target, body);
    const { body } = await log(today, { subscription: subscriptions.connectivity });
    expect(operations(body)).toEqual([
      "meganb@contoso.example Microsoft.Network/networkSecurityGroups/securityRules/delete",
      "meganb@contoso.example Microsoft.Compute/virtualMachines/deallocate/action",
      "meganb@contoso.example Microsoft.Network/virtualNetworks/write",
      "meganb@contoso.example Microsoft.Network/networkSecurityGroups/securityRules/write",
    ]);
    expect(body.value[1].resourceId).toBe(ids.jumpMachine);
  });

  test.each([
    ["a read", people.megan, "GET", ids.hubNetwork],
    ["a refused write", people.alex, "DELETE", ids.hubNetwork],
    ["a delete of nothing", people.megan, "DELETE", `${ids.hubNetwork}/subnets/none`],
  ])("%s does not", async (_, who, method, target) => {
    await arm(simulator, who, method, target);
    expect((await log(today, { subscription: subscriptions.connectivity })).body.value).toEqual([]);
  });
});

test.each([
  ["the subscription", today, 403],
  ["their resource group", `${today} and resourceGroupName eq 'rg-prod'`, 200],
  ["a resource in it", `${today} and resourceUri eq '${ids.cluster}'`, 200],
  ["another resource group", `${today} and resourceGroupName eq 'MC_rg-prod_prod-1_westeurope'`, 403],
])("a reader of one group asks for %s: %s → %i", async (_, conditions, status) => {
  expect((await log(conditions, { who: people.isaiah })).status).toBe(status);
});

test("without a start the service refuses", async () => {
  expect(await log("resourceGroupName eq 'rg-prod'")).toMatchObject({
    status: 400,
    body: { error: { code: "BadRequest", message: expect.stringContaining("eventTimestamp ge") } },
  });
});

test("comes in pages", async () => {
  await simulator.loadScenario(scenarioFile("dns-servers-stopped"));
  await simulator.loadScenario({ ...simulator.scenario, pageSize: 1 });
  const first = await log(today, { subscription: subscriptions.connectivity });
  const second = await arm(simulator, people.alex, "GET", first.body.nextLink);
  const machines = [...first.body.value, ...second.body.value].map((entry: Entry) => entry.resourceId);
  expect(machines.map((id) => id.split("/").at(-1)).toSorted()).toEqual(["vm-dns-1", "vm-dns-2"]);
  expect(second.body.nextLink).toBeUndefined();
});
