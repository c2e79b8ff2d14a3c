// Every kind of step that is written, made with Microsoft's SDKs: each finds afterwards what it makes, and could be taken back.
import { people } from "../../../simulator/people.ts";
import { loadScenario } from "../../../simulator/scenario/load.ts";
import { createArmWriter } from "../../../src/azure/arm/arm-writer.ts";
import { actions, type FixStep, writesOf } from "../../../src/core/fix/write/actions.ts";
import type { JsonBody } from "../../../src/core/fix/write/arm-write.ts";
import type { AzTarget } from "../../../src/core/fix/write/az.ts";
import { inverseOf } from "../../../src/core/fix/write/inverse-of.ts";
import { notAsLeft } from "../../../src/core/run/drift.ts";
import * as ids from "../../simulator/ids.ts";
import { scenarioFile } from "../../simulator/support.ts";
import { type LocalAzure, startLocalAzure } from "../local-azure.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(await loadScenario(scenarioFile("hub-spoke")));
});
afterAll(() => azure.simulator.close());

const within =
  (group: string) =>
  (...names: readonly string[]): AzTarget => ({
    ...{ subscriptionId: group.split("/")[2] ?? "", resourceGroup: group.split("/").at(-1) ?? "" },
    names,
  });
const [hub, prod, nodes] = [within(ids.hubGroup), within(ids.clusterGroup), within(ids.nodeGroup)];
const hubId = (path: string) => `${ids.hubGroup}/providers/Microsoft.Network/${path}`;
const label = "prod-1-dns-7k2m9x4q";
const record = (name: string) => nodes(ids.zoneName, name);
const toGateway = { allowForwardedTraffic: false, allowGatewayTransit: true, useRemoteGateways: false };
const ruleGroup: JsonBody = {
  priority: 110,
  ruleCollections: [
    {
      ruleCollectionType: "FirewallPolicyFilterRuleCollection",
      ...{ name: "allow-aks", priority: 110, action: { type: "Allow" } },
      rules: [
        {
          ...{
            ruleType: "NetworkRule",
            name: "aks",
            ipProtocols: ["TCP"],
            sourceAddresses: ["10.20.0.0/22"],
          },
          ...{ destinationAddresses: ["10.10.5.4"], destinationPorts: ["53"] },
        },
      ],
    },
  ],
};
const spokeSubnet = prod("vnet-spoke", "snet-aks");
const policy = hubId("firewallPolicies/afwp-hub");

/** Made one after the other; after each, looking finds it made. */
const made: readonly (readonly [scenario: string, ...steps: FixStep[]])[] = [
  ["jump-box-stopped", { kind: "startMachine", at: hub("vm-jump") }],
  ["jump-scale-set-empty", { kind: "scaleScaleSet", at: hub("vmss-jump"), count: 2 }],
  ["stopped", { kind: "startCluster", at: prod("prod-1") }],
  ["run-command-disabled", { kind: "enableRunCommand", at: prod("prod-1"), id: ids.cluster }],
  [
    "hub-spoke",
    {
      kind: "authorizeRanges",
      at: prod("prod-1"),
      ranges: ["20.50.1.0/24", "20.50.7.20/32"],
      adds: ["20.50.7.20"],
    },
    { kind: "enablePublicName", at: prod("prod-1") },
    { kind: "setOutboundAddresses", at: prod("prod-1"), count: 3 },
    { kind: "setOutboundPorts", at: prod("prod-1"), count: 2048 },
  ],
  [
    "user-pool-stopped",
    { kind: "startPool", at: prod("prod-1", "apps") },
    { kind: "scalePool", at: prod("prod-1", "apps"), count: 4 },
    { kind: "setPoolLimits", at: prod("prod-1", "apps"), least: 2, most: 7 },
    { kind: "addPool", at: prod("prod-1", "run"), mode: "User", count: 1, size: "Standard_D2s_v5" },
  ],
  [
    "hub-spoke",
    { kind: "approveConnection", id: `${ids.cluster}/privateEndpointConnections/kube-apiserver` },
  ],
  ["hub-spoke", { kind: "createZone", at: hub("privatelink.westeurope.azmk8s.io") }],
  [
    "dns-link-missing",
    { kind: "createLink", at: nodes(ids.zoneName, "link-vnet-hub"), network: ids.hubNetwork },
    { kind: "endRegistration", at: nodes(ids.zoneName, "link-spoke") },
    { kind: "deleteLink", at: nodes(ids.zoneName, "link-vnet-hub") },
  ],
  [
    "hub-spoke",
    { kind: "setRecord", at: record(label), address: "10.20.0.7" },
    { kind: "addToRecord", at: record(label), address: "10.20.0.8" },
    { kind: "removeFromRecord", at: record(label), address: "10.20.0.7" },
    { kind: "addToRecord", at: record("new"), address: "10.20.0.9" },
  ],
  [
    "peering-not-synced",
    { kind: "syncPeering", at: prod("vnet-spoke", "spoke-to-hub") },
    { kind: "enableOnPeering", at: hub("vnet-hub", "hub-to-spoke"), setting: "allowForwardedTraffic" },
    { kind: "deletePeering", at: hub("vnet-hub", "hub-to-spoke") },
    { kind: "deletePeering", at: prod("vnet-spoke", "spoke-to-hub") },
    { kind: "createPeering", at: hub("vnet-hub", "again"), remote: ids.spokeNetwork, ...toGateway },
  ],
  [
    "hub-spoke",
    {
      ...{ kind: "createRule", at: hub("nsg-jump", "allow-aks"), priority: 201, direction: "Outbound" },
      ...{ protocol: "Tcp", sources: ["10.10.1.4", "10.10.1.5"], destinations: ["10.20.0.4"] },
      ports: ["443"],
    },
    { kind: "moveRule", at: hub("nsg-jump", "allow-aks"), priority: 301 },
    { kind: "deleteRule", at: hub("nsg-jump", "allow-aks") },
  ],
  [
    "hub-spoke",
    { kind: "createRouteTable", at: prod("rt-spoke"), location: "westeurope" },
    { kind: "createRoute", at: prod("rt-spoke", "default"), prefix: "0.0.0.0/0", appliance: "10.10.4.4" },
    { kind: "attachRouteTable", at: spokeSubnet, table: "rt-spoke" },
    { kind: "detachRouteTable", at: spokeSubnet },
    { kind: "deleteRoute", at: prod("rt-spoke", "default") },
  ],
  [
    "hub-spoke",
    { kind: "createPublicAddress", at: prod("pip-one"), location: "westeurope" },
    { kind: "createPublicAddress", at: prod("pip-two"), location: "westeurope" },
    { kind: "createNatGateway", at: prod("ng-spoke"), location: "westeurope", address: "pip-one" },
    { kind: "setNatAddress", at: prod("ng-spoke"), address: "pip-two" },
    {
      ...{ kind: "setNatGateway", at: spokeSubnet },
      gateway: `${ids.clusterGroup}/providers/Microsoft.Network/natGateways/ng-spoke`,
    },
    { kind: "delegateSubnet", at: spokeSubnet, to: "Microsoft.ContainerService/managedClusters" },
  ],
  ["network-encrypted", { kind: "disableEncryption", at: prod("vnet-spoke") }],
  [
    "jump-host-own-dns",
    { kind: "clearDnsServers", at: hub("nic-jump") },
    { kind: "enableForwarding", at: hub("nic-jump") },
  ],
  [
    "hub-firewall",
    {
      ...{ kind: "placeFirewall", id: hubId("azureFirewalls/afw-hub") },
      subnet: `${ids.hubNetwork}/subnets/AzureFirewallSubnet`,
      address: hubId("publicIPAddresses/pip-firewall"),
    },
    { kind: "createRuleGroup", id: `${policy}/ruleCollectionGroups/allow-aks`, body: ruleGroup },
    { kind: "enablePolicyProxy", id: policy },
    { kind: "resetTranslation", id: policy },
  ],
  ["private-peering-disabled", { kind: "enableCircuitPeering", at: hub("er-office", "AzurePrivatePeering") }],
  ["hub-spoke", { kind: "setClientProtocols", at: hub("vgw-hub"), protocols: ["IkeV2", "OpenVPN"] }],
  [
    "bastion-basic",
    { kind: "upgradeBastion", id: hubId("bastionHosts/bas-hub") },
    { kind: "setBastionTunnels", id: hubId("bastionHosts/bas-hub"), enabled: false },
  ],
];

/** They leave nothing that was not there before. */
const untold: readonly (readonly [scenario: string, ...steps: FixStep[]])[] = [
  ["hub-spoke", { kind: "restartMachine", at: hub("vm-jump") }],
  ["hub-spoke", { kind: "rotateCertificates", at: prod("prod-1") }],
  ["hub-spoke", { kind: "reconcileCluster", at: prod("prod-1") }],
  ["hub-spoke", { kind: "resetGateway", at: hub("vgw-hub") }],
  [
    "hub-spoke",
    { kind: "createPublicAddress", at: prod("pip-one"), location: "westeurope" },
    { kind: "createNatGateway", at: prod("ng-spoke"), location: "westeurope", address: "pip-one" },
    { kind: "reapplyNatGateway", at: prod("ng-spoke") },
  ],
];

async function make(scenario: string, steps: readonly FixStep[]): Promise<readonly string[]> {
  await azure.simulator.loadScenario(scenarioFile(scenario));
  const megan = await azure.signIn(people.megan);
  const writer = createArmWriter(azure.options);
  const found: string[] = [];
  for (const step of steps) {
    const [write] = writesOf([step]) ?? [];
    if (write === undefined) throw new Error(`No write: ${step.kind}`);
    const seen = await writer.preview(megan, [write]);
    if (!seen.ok) throw new Error(`${seen.failure.code}: ${step.kind}`);
    const applied = await writer.apply(megan, write, seen.objects[0]?.version ?? null, async () => null);
    if (applied.status !== "done") throw new Error(`${step.kind}: ${JSON.stringify(applied)}`);
    found.push((await writer.look(megan, write)).status);
    const back = inverseOf(write, seen.before[0] ?? null);
    if (back === null) continue;
    const now = await writer.preview(megan, [back]);
    expect(now.ok && notAsLeft([{ write, version: null }], [back], now)).toEqual([]);
  }
  return found;
}

const named = ([scenario, ...steps]: readonly [string, ...FixStep[]]) =>
  [scenario, steps.map(({ kind }) => kind).join(", "), steps] as const;

test.each(made.map(named))("%s: %s", async (scenario, _kinds, steps) => {
  expect(await make(scenario, steps)).toEqual(steps.map(() => "made"));
});

test.each(untold.map(named))("%s: %s, of which nothing tells", async (scenario, _kinds, steps) => {
  expect((await make(scenario, steps)).at(-1)).toBe("cannotTell");
});

test("every kind of step that is written has a step here", () => {
  const kinds = [...made, ...untold].flatMap(([, ...steps]) => steps.map(({ kind }): string => kind));
  const written = Object.entries(actions).flatMap(([kind, { type }]) => (type === null ? [] : [kind]));
  expect(written.filter((kind) => !kinds.includes(kind))).toEqual([]);
});
