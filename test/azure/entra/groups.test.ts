// Members of a group, nested ones included, and its name; null where Graph does not say.
import { groups, people } from "../../../simulator/people.ts";
import { createGroupReader } from "../../../src/azure/entra/directory.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { scenario } from "../scenario.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario({ pageSize: 2 }));
});
afterAll(() => azure.simulator.close());
afterEach(() => azure.simulator.setFaults([]));

const members = async (id: string, ms = 5_000) =>
  createGroupReader(azure.environment).members(await azure.signIn(people.alex), id, ms);
const name = async (id: string) =>
  createGroupReader(azure.environment).name(await azure.signIn(people.alex), id, 5_000);

test("people of the group and of groups in it, over several pages; in one request each", async () => {
  azure.simulator.clearRequests();
  const found = (await members(groups.aksOncall)) ?? [];
  expect(found).toContain(people.alex.oid);
  expect(found).toContain(people.patti.oid);
  const asked = azure.simulator.requests().filter(({ path }) => path.includes("transitiveMembers"));
  expect(asked).toHaveLength(Math.ceil(found.length / 2));
  expect(new Set(asked.map(({ caller }) => caller))).toEqual(new Set([people.alex.oid]));
});

test("its name", async () => {
  expect(await name(groups.aksLeads)).toBe("aks-leads");
});

test("of a very large group only so much is read", async () => {
  const nextLink = `${azure.environment.graphEndpoint}/v1.0/groups/${groups.aksLeads}/transitiveMembers/microsoft.graph.user`;
  const body = { value: [{ id: "c" }], "@odata.nextLink": nextLink };
  azure.simulator.setFaults([{ match: { path: "transitiveMembers" }, status: 200, body, times: 50 }]);
  expect(await members(groups.aksLeads)).toEqual(Array(4).fill("c"));
});

test("a link that leads elsewhere is not followed", async () => {
  const body = { value: [], "@odata.nextLink": "https://evil.example/v1.0/groups" };
  azure.simulator.setFaults([{ match: { path: "transitiveMembers" }, status: 200, body }]);
  expect(await members(groups.aksLeads)).toBeNull();
});

test.each([
  ["refused", { status: 403 }],
  ["no list", { status: 200, body: { value: "all" } }],
  ["too late", { delay: 2_000 }],
])("%s", async (_, fault) => {
  azure.simulator.setFaults([{ match: { path: "/groups/" }, times: 2, ...fault }]);
  expect(await members(groups.aksLeads, 300)).toBeNull();
});

test("a group that is not there", async () => {
  const gone = "00000000-0000-4000-8000-000000000000";
  expect([await members(gone), await name(gone)]).toEqual([null, null]);
});

test("no token for Graph", async () => {
  const alex = await azure.signIn(people.alex);
  const failure = { code: "unavailable", why: "serviceSilent" } as const;
  const without = { ...alex, exchange: async () => ({ ok: false, failure }) as const };
  expect(await createGroupReader(azure.environment).members(without, groups.aksLeads, 5_000)).toBeNull();
});
