// What is read of nodes' room and machines, and of policies, and where none of it is asked for.
import { idKey } from "../../../src/core/snapshot/resource-id.ts";
import { armRequests, type LocalAzure, startLocalAzure } from "../local-azure.ts";
import { ids, scenario } from "../scenario.ts";
import { collect } from "./collecting.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(scenario());
});
afterAll(() => azure.simulator.close());

const asked = (what: RegExp): number =>
  armRequests(azure.simulator).filter(({ path }) => what.test(path)).length;

test("how full the subnets are is asked once, and no round trip later than the network", async () => {
  const { subnetUsages } = await collect(azure);
  expect(subnetUsages).toMatchObject({
    status: "collected",
    data: [{ subnetId: `${ids.spoke}/subnets/nodes` }],
  });
  expect(asked(/\/usages$/)).toBe(1);
});

test("machines and policies are not asked for where nothing suggests it", async () => {
  const { nodeInstances, policyAssignments } = await collect(azure);
  expect(nodeInstances).toEqual({ items: [], missing: [] });
  expect(policyAssignments).toMatchObject({ message: { is: "noPolicyAddon" } });
  expect(asked(/virtualMachineScaleSets\/[^/]+\/virtualMachines|policyAssignments/)).toBe(0);
});

const subnetId = `${ids.spoke}/subnets/nodes`;
const failedPool = {
  agentPoolProfiles: [
    { name: "system", count: 3, mode: "System", provisioningState: "Failed", vnetSubnetID: subnetId },
  ],
};

test("of a pool that failed, each machine says whether it runs", async () => {
  const { nodeInstances } = await collect(azure, { cluster: failedPool });
  expect(nodeInstances.missing).toEqual([]);
  expect(nodeInstances.items).toHaveLength(3);
  expect(nodeInstances.items[0]).toMatchObject({
    name: "aks-system-1-vmss_0",
    scaleSetId: ids.nodes,
    powerState: "running",
    provisioningState: "Succeeded",
  });
});

const definition = `/subscriptions/${ids.cluster.split("/")[2]}/providers/Microsoft.Authorization/policyDefinitions/pods`;
const assigned = {
  id: `${ids.prodGroup}/providers/Microsoft.Authorization/policyAssignments/pods`,
  properties: {
    displayName: "Pods",
    policyDefinitionId: definition,
    parameters: { effect: { value: "Deny" }, excludedNamespaces: { value: ["kube-system"] } },
  },
};
const addon = { addonProfiles: { azurePolicy: { enabled: true } } };

test("with the add-on, what is assigned above the cluster comes with its definition", async () => {
  const policy = {
    id: definition,
    properties: {
      metadata: { category: "Kubernetes" },
      parameters: { effect: { defaultValue: "Audit" } },
    },
  };
  const { policyAssignments } = await collect(azure, { cluster: addon, resources: [assigned, policy] });
  expect(policyAssignments).toEqual({
    status: "collected",
    data: [
      {
        id: assigned.id,
        name: "Pods",
        isEnforced: true,
        effect: "Deny",
        excludedNamespaces: ["kube-system"],
        definition: {
          status: "collected",
          data: { category: "Kubernetes", effect: "Audit", excludedNamespaces: [] },
        },
      },
    ],
  });
});

test("a definition that nobody finds leaves its assignment open", async () => {
  const { policyAssignments } = await collect(azure, { cluster: addon, resources: [assigned] });
  expect(policyAssignments).toMatchObject({
    data: [{ definition: { reason: "notVisible", needs: [] } }],
  });
});

const network = `${ids.hubGroup}/providers/Microsoft.Network`;
const group = `${network}/ipGroups/nodes`;
const classic = {
  id: `${network}/azureFirewalls/afw`,
  location: "westeurope",
  properties: {
    threatIntelMode: "Deny",
    additionalProperties: { "Network.SNAT.PrivateRanges": "0.0.0.0/0" },
    ipConfigurations: [],
    applicationRuleCollections: [
      {
        name: "names",
        properties: {
          priority: 100,
          action: { type: "Allow" },
          rules: [
            {
              name: "aks",
              sourceIpGroups: [group],
              fqdnTags: ["AzureKubernetesService"],
              protocols: [{ protocolType: "Https", port: 443 }],
            },
          ],
        },
      },
    ],
  },
};

test("an IP group that a rule names is read, and a firewall's settings with it", async () => {
  const addresses = ["10.20.0.0/24", "10.20.4.4"];
  const groupOfNodes = { id: group, location: "westeurope", properties: { ipAddresses: addresses } };
  const { firewalls, ipGroups } = await collect(azure, { resources: [classic, groupOfNodes] });
  expect(firewalls.items).toMatchObject([{ threatIntelligence: "Deny", untranslated: ["0.0.0.0/0"] }]);
  expect(ipGroups).toMatchObject({ [idKey(group)]: { data: { name: "nodes", addresses } } });
});

test("one that was not read says which right would settle it", async () => {
  const { ipGroups } = await collect(
    azure,
    { resources: [classic] },
    {
      faults: [
        {
          match: { path: "/ipGroups/" },
          status: 403,
          body: { error: { code: "AuthorizationFailed", message: "" } },
        },
      ],
    },
  );
  expect(ipGroups[idKey(group)]).toMatchObject({
    reason: "denied",
    needs: [{ action: "Microsoft.Network/ipGroups/read", scope: group }],
  });
});
