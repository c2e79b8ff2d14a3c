// The policy of the firewall in the hub, its rules, and the parent's.
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const network = `${ids.hubGroup}/providers/Microsoft.Network`;
const child = `${network}/firewallPolicies/child`;
const parent = `${ids.prodGroup}/providers/Microsoft.Network/firewallPolicies/parent`;
const groupOf = (policy: string) => ({
  id: `${policy}/ruleCollectionGroups/aks`,
  properties: {
    priority: 200,
    ruleCollections: [
      {
        ruleCollectionType: "FirewallPolicyFilterRuleCollection",
        name: "names",
        priority: 100,
        action: { type: "Allow" },
        rules: [{ ruleType: "ApplicationRule", name: "aks", fqdnTags: ["AzureKubernetesService"] }],
      },
    ],
  },
});
const firewall = {
  id: `${network}/azureFirewalls/afw`,
  location: "westeurope",
  properties: { firewallPolicy: { id: child }, ipConfigurations: [] },
};
const policy = (
  id: string,
  properties: Record<string, Record<string, string | boolean | string[]>> = {},
) => ({
  id,
  location: "westeurope",
  properties,
});
const both = [
  firewall,
  policy(child, { basePolicy: { id: parent }, dnsSettings: { enableProxy: true, servers: ["10.0.0.4"] } }),
  groupOf(child),
  policy(parent),
  groupOf(parent),
];

test("policy and rules in the fourth round trip; a parent's in the fifth", async () => {
  const { firewalls, firewallPolicies, arm } = await collect(azure, { resources: both });
  expect(firewalls.items).toMatchObject([{ policyId: child, collections: [] }]);
  expect(firewallPolicies).toMatchObject({
    [idKey(child)]: {
      data: {
        name: "child",
        basePolicyId: parent,
        dnsProxy: true,
        proxyServers: ["10.0.0.4"],
        groups: { data: [{ name: "aks", priority: 200, collections: [{ rules: [{ name: "aks" }] }] }] },
      },
    },
    [idKey(parent)]: { data: { name: "parent", dnsProxy: false, groups: { status: "collected" } } },
  });
  expect(arm.levels).toBe(5);
});

test("without a parent: four round trips", async () => {
  const { arm } = await collect(azure, { resources: [firewall, policy(child), groupOf(child)] });
  expect(arm.levels).toBe(4);
});

test("policies in a circle are read once each", async () => {
  const circle = [
    firewall,
    policy(child, { basePolicy: { id: parent } }),
    policy(parent, { basePolicy: { id: child } }),
  ];
  await collect(azure, { resources: circle });
  const asked = armRequests(azure.simulator).filter(({ path }) => /firewallPolicies\/[^/]+$/.test(path));
  expect(asked).toHaveLength(2);
});

test.each([
  ["the policy", "firewallPolicies/child\\?", "Microsoft.Network/firewallPolicies/read", null],
  [
    "its rules",
    "firewallPolicies/child/ruleCollectionGroups\\?",
    "Microsoft.Network/firewallPolicies/ruleCollectionGroups/read",
    "groups",
  ],
])("%s denied: the right is named", async (_name, path, action, at) => {
  const { firewallPolicies } = await collect(
    azure,
    { resources: both },
    { faults: [{ match: { path }, status: 403, body: {} }] },
  );
  const gap = { status: "unavailable", needs: [{ action, scope: child }] };
  expect(firewallPolicies[idKey(child)]).toMatchObject(at === null ? gap : { data: { [at]: gap } });
});

test("no firewall: nothing is asked for", async () => {
  const { firewallPolicies } = await collect(azure);
  expect(firewallPolicies).toEqual({});
  expect(armRequests(azure.simulator).filter(({ path }) => /firewallPolicies/i.test(path))).toEqual([]);
});
