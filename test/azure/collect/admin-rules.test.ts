// What a network manager applies to the cluster's network and its peers.
import { people, subscriptions } from "../../../simulator/people.ts";
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { type Changes, ids, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const action = "listNetworkManagerEffectiveSecurityAdminRules";
const right = `Microsoft.Network/virtualNetworks/${action}/action`;
const mayAsk: NonNullable<Changes["roleAssignments"]> = Object.values(subscriptions).map((id) => ({
  principalId: people.alex.oid,
  scope: `/subscriptions/${id}`,
  actions: [right],
}));
const manager = `${ids.hubGroup}/providers/Microsoft.Network/networkManagers/company`;
const group = `${manager}/networkGroups/all`;
const rules = `${manager}/securityAdminConfigurations/c/ruleCollections/rc`;
const resources: NonNullable<Changes["resources"]> = [
  { id: manager, location: "westeurope", properties: {} },
  { id: group, properties: {} },
  { id: `${group}/staticMembers/spoke`, properties: { resourceId: ids.spoke } },
  { id: rules, properties: { appliesToGroups: [{ networkGroupId: group }] } },
  {
    id: `${rules}/rules/deny`,
    properties: {
      access: "Deny",
      direction: "Outbound",
      priority: 5,
      protocol: "Tcp",
      sources: [{ addressPrefix: "*", addressPrefixType: "IPPrefix" }],
      destinations: [{ addressPrefix: "*", addressPrefixType: "IPPrefix" }],
      destinationPortRanges: ["443"],
    },
  },
];
const asked = () => armRequests(azure.simulator).filter(({ path }) => path.endsWith(action));

test("of each network once, by POST, in four round trips", async () => {
  const { adminRules, arm } = await collect(azure, { resources, roleAssignments: mayAsk });
  expect(adminRules).toMatchObject({
    [idKey(ids.spoke)]: { data: [{ name: "deny", manager: "company", access: "Deny", priority: 5 }] },
    [idKey(ids.hub)]: { data: [] },
  });
  expect(asked().map(({ method }) => method)).toEqual(["POST", "POST"]);
  expect(arm.levels).toBe(4);
});

test("further pages are asked for by the last one's token", async () => {
  const page = (skipToken: string | null, times: number) => ({
    match: { path: `/spoke/${action}` },
    status: 200,
    times,
    body: { value: [{ id: `/networkManagers/m/rules/${skipToken ?? "last"}`, properties: null }], skipToken },
  });
  const { adminRules } = await collect(
    azure,
    { resources, roleAssignments: mayAsk },
    { faults: [page("more", 1), page(null, 1)] },
  );
  const section = adminRules[idKey(ids.spoke)];
  const names = section?.status === "collected" ? section.data.map(({ name }) => name) : [];
  expect([...new Set(names)]).toEqual(["more", "last"]);
});

test("a Reader may not ask: that is no gap, it is asked once, and what it takes is kept", async () => {
  const { adminRules, adminRulesRefused } = await collect(azure, { resources });
  expect(adminRules).toEqual({});
  expect(adminRulesRefused).toEqual([
    { action: right, scope: ids.spoke },
    { action: right, scope: ids.hub },
  ]);
  expect(asked()).toHaveLength(2);
});

test("somebody who may not even list managers: no gap either, and what it takes is kept", async () => {
  const path = "providers/Microsoft.Network/networkManagers";
  const faults = [
    { match: { path }, status: 403, body: { error: { code: "AuthorizationFailed", message: "no" } } },
  ];
  const { adminRules, adminRulesRefused } = await collect(azure, { resources }, { faults });
  expect(adminRules).toEqual({});
  expect(adminRulesRefused.map(({ action }) => action)).toContain("Microsoft.Network/networkManagers/read");
});

test("where Azure falters it is one", async () => {
  const faults = [{ match: { path: `/spoke/${action}` }, status: 400, body: {} }];
  const { adminRules } = await collect(azure, { resources, roleAssignments: mayAsk }, { faults });
  expect(adminRules[idKey(ids.spoke)]).toMatchObject({ reason: "failed", needs: [] });
});

test("without a manager nobody is asked: Azure keeps such questions in its activity log", async () => {
  const { adminRules } = await collect(azure, { roleAssignments: mayAsk });
  expect([adminRules, asked()]).toEqual([{}, []]);
});
