// Role assignments at a scope and above it, and what their roles allow; null where that may not be read.
import { groups, people, subscriptions } from "../../../simulator/people.ts";
import { createRoleReader } from "../../../src/azure/collect/access/role-reader.ts";
import { roleKey } from "../../../src/core/snapshot/rights.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { scenario } from "../scenario.ts";

const prod = `/subscriptions/${subscriptions.prod}`;
const group = `${prod}/resourceGroups/rg-prod`;
const network = `${group}/providers/Microsoft.Network/virtualNetworks/vnet-aks`;
const custom = { actions: ["*"], notActions: ["Microsoft.Network/*"] };

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure({
    ...scenario({ pageSize: 2 }),
    roleAssignments: [
      { principalId: people.alex.oid, scope: prod, role: "Reader" },
      { principalId: people.megan.oid, scope: "/", role: "Owner" },
      { principalId: groups.aksLeads, scope: network, ...custom },
      { principalId: people.adele.oid, scope: `${network}/subnets/below`, role: "Owner" },
      { principalId: people.lee.oid, scope: `${prod}/resourceGroups/rg-other`, role: "Owner" },
    ],
    roleEligibilities: [
      { principalId: people.alex.oid, scope: group, role: "Network Contributor" },
      { principalId: people.alex.oid, scope: `${prod}/resourceGroups/rg-prod-2`, role: "Owner" },
      { principalId: people.alex.oid, scope: `${network}/subnets/below`, role: "Owner" },
      { principalId: people.megan.oid, scope: prod, role: "Owner" },
    ],
  });
});
afterAll(() => azure.simulator.close());
afterEach(() => azure.simulator.setFaults([]));

const read = async (scope = network, who = people.alex) =>
  createRoleReader(azure.options).assignments(await azure.signIn(who), scope, 5_000);

test("what was assigned there and above it, over several pages", async () => {
  const all = (await read()) ?? [];
  expect(all.map(({ principalId, principal, conditional }) => [principalId, principal, conditional])).toEqual(
    [
      [people.alex.oid, "user", false],
      [people.megan.oid, "user", false],
      [groups.aksLeads, "group", false],
    ],
  );
});

test("each role that they name, by its own id; one that is not there is left out", async () => {
  const ids = ((await read()) ?? []).map(({ roleDefinitionId }) => roleDefinitionId);
  const alex = await azure.signIn(people.alex);
  const roles = await createRoleReader(azure.options).roles(alex, network, [...ids, ...ids, "gone"], 5_000);
  const of = (id = "") => roles.get(roleKey(id))?.map(({ actions, notActions }) => ({ actions, notActions }));
  expect(roles.size).toBe(3);
  expect(ids.map(of)).toEqual([
    [{ actions: ["*/read"], notActions: [] }],
    [{ actions: ["*"], notActions: [] }],
    [custom],
  ]);
});

test("a condition is told; what is no person and no group too; what is no assignment is left out", async () => {
  const properties = { principalId: "p", roleDefinitionId: "r", scope: prod };
  const value = [
    { properties: { ...properties, principalType: "User", condition: "@Request[x] == 1" } },
    { properties: { ...properties, principalType: "ServicePrincipal" } },
    { properties },
    { properties: { principalId: 1 } },
    null,
  ];
  azure.simulator.setFaults([{ match: { path: "roleAssignments" }, status: 200, body: { value } }]);
  expect(await read()).toEqual([
    { ...properties, principal: "user", conditional: true },
    { ...properties, principal: "other", conditional: false },
    { ...properties, principal: "other", conditional: false },
  ]);
});

test("who may not read them, and an answer that comes too late", async () => {
  expect(await read(network, people.diego)).toBeNull();
  azure.simulator.setFaults([{ match: { path: "roleAssignments" }, delay: 5_000 }]);
  expect(
    await createRoleReader(azure.options).assignments(await azure.signIn(people.alex), network, 200),
  ).toBeNull();
});

test("no second try", async () => {
  azure.simulator.setFaults([{ match: { path: "roleAssignments" }, status: 503, times: 9 }]);
  azure.simulator.clearRequests();
  expect(await read()).toBeNull();
  expect(azure.simulator.requests().filter(({ path }) => path.includes("roleAssignments"))).toHaveLength(1);
});

// https://learn.microsoft.com/rest/api/authorization/role-eligibility-schedule-instances/list-for-scope
describe("roles that somebody could activate", () => {
  const activatable = async (scope = network, ms = 5_000) =>
    createRoleReader(azure.options).activatable(await azure.signIn(people.alex), scope, ms);

  test("their own, there and above it in its subscription", async () => {
    expect(await activatable()).toEqual([
      {
        ...{ role: "Network Contributor", scope: group },
        definitionId: expect.stringMatching(/roleDefinitions\/[0-9a-f-]{36}$/),
        scheduleId: expect.stringContaining("/roleEligibilitySchedules/"),
      },
    ]);
    expect(await activatable("/providers/Microsoft.Management/managementGroups/top")).toBeNull();
  });

  test.each([
    [{ status: 403 }, null],
    [{ status: 200, body: { value: [{ properties: {} }, null] } }, []],
  ])("%j", async (answer, found) => {
    azure.simulator.setFaults([{ match: { path: "roleEligibilityScheduleInstances" }, ...answer }]);
    expect(await activatable()).toEqual(found);
  });
});
