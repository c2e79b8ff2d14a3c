// Shapes that real clusters have, from ARM's JSON to the verdict: what works is not called unknown, and what a gateway
// might teach hides no fault.
import { people } from "../../simulator/people.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import { scenarioSchema } from "../../simulator/scenario/schema.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import type { Client } from "../../src/core/snapshot/snapshot.ts";
import type { SaidDiagnosis } from "../../src/presenters/diagnosis/localize-diagnosis.ts";
import { diagnose } from "../diagnosed.ts";
import { scenarioFile } from "../simulator/support.ts";
import { type LocalAzure, startLocalAzure } from "./local-azure.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(await loadScenario(scenarioFile("hub-spoke")));
});
afterAll(() => azure.simulator.close());

type Scenario = ReturnType<typeof scenarioSchema.parse>;
type Resource = Scenario["resources"][number];
type Json = Resource["properties"];
type Change = (scenario: Scenario) => Scenario;

const changed =
  (ending: string, change: (resource: Resource) => Resource): Change =>
  (scenario) => {
    if (!scenario.resources.some(({ id }) => id.endsWith(ending))) throw new Error(`Nothing is ${ending}.`);
    const resources = scenario.resources.map((each) => (each.id.endsWith(ending) ? change(each) : each));
    return { ...scenario, resources };
  };
const set = (ending: string, properties: Json): Change =>
  changed(ending, (each) => ({ ...each, properties: { ...each.properties, ...properties } }));
const without =
  (...endings: readonly string[]): Change =>
  (scenario) => ({
    ...scenario,
    resources: scenario.resources.filter(({ id }) => !endings.some((ending) => id.endsWith(ending))),
  });

const diagnosed = async (
  name: string,
  changes: readonly Change[],
  client: Client = {},
): Promise<SaidDiagnosis> => {
  const start = scenarioSchema.parse(await loadScenario(scenarioFile(name)));
  const scenario = changes.reduce((all, change) => change(all), start);
  await azure.simulator.loadScenario(scenario);
  const cluster = scenario.resources.find(({ id }) => /\/managedClusters\/[^/]+$/.test(id))?.id ?? "";
  return diagnose(
    await createClusterReader(azure.options).collect(await azure.signIn(people.alex), cluster, client),
  );
};
const judged = ({ verdict, rootCause }: SaidDiagnosis) => [verdict, rootCause?.check ?? null];
const statusOf = ({ checks }: SaidDiagnosis, id: string) => checks.find((each) => each.id === id)?.status;

const applicationId = "5d2f8c1a-7b94-4e06-a3d1-c8e0f6b27945";
const identityId = "f3c8e27a-6d05-4b19-a4e8-1d7f9b0c5e32";
/** As clusters were made before there were managed identities. */
const asApplication = (cluster: string): readonly Change[] => [
  changed(cluster, ({ identity: _none, ...each }) => ({
    ...each,
    properties: { ...each.properties, servicePrincipalProfile: { clientId: applicationId } },
  })),
  (scenario) => ({
    ...scenario,
    roleAssignments: scenario.roleAssignments.filter(({ principalId }) => principalId !== identityId),
  }),
];

describe("a cluster that acts as an application", () => {
  test.each([
    ["hub-spoke", "managedClusters/prod-1", {}],
    ["private-byo-zone", "managedClusters/prod-1", {}],
    ["public-ranges", "managedClusters/edge-1", { ip: "20.50.1.9" }],
  ])("%s: that nobody sees its roles is said, and no doubt", async (name, cluster, client) => {
    const diagnosis = await diagnosed(name, asApplication(cluster), client);
    expect(judged(diagnosis)).toEqual(["healthy", null]);
    expect(statusOf(diagnosis, "identity.subnet-role")).toBe("notAssessed");
    expect(statusOf(diagnosis, "identity.kind")).toBe("warn");
  });

  test("what Azure's error says of its roles is the cause all the same", async () => {
    const diagnosis = await diagnosed("subnet-role-lost", asApplication("managedClusters/prod-1"));
    expect(judged(diagnosis)).toEqual(["degraded", "identity.subnet-role"]);
  });
});

test("of several identities none is taken for the one that acts", async () => {
  const identities = Object.fromEntries(
    ["id-other", "id-prod-1"].map((name, index) => [
      `/subscriptions/8a6c2f10-5b3d-4f7e-91c4-2d70e8b9a653/resourceGroups/rg-prod/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${name}`,
      { principalId: index === 0 ? applicationId : identityId, clientId: applicationId },
    ]),
  );
  const diagnosis = await diagnosed("hub-spoke", [
    changed("managedClusters/prod-1", (each) => ({
      ...each,
      identity: { type: "UserAssigned", userAssignedIdentities: identities },
    })),
  ]);
  expect(judged(diagnosis)).toEqual(["unknown", null]);
});

test.each(["Off", "Alert", "Deny"])("a firewall that inspects intrusions (%s) is read", async (mode) => {
  const diagnosis = await diagnosed("hub-firewall", [
    set("firewallPolicies/afwp-hub", { sku: { tier: "Premium" }, intrusionDetection: { mode } }),
  ]);
  expect(judged(diagnosis)).toEqual(["healthy", null]);
  expect(statusOf(diagnosis, "firewall.aks-fqdns")).toBe("pass");
});

test("a Bastion host in a subnet of the old size works", async () => {
  const smaller = (each: Resource): Resource =>
    JSON.parse(JSON.stringify(each).replaceAll("10.10.2.0/26", "10.10.2.0/27"));
  const diagnosis = await diagnosed("hub-spoke", [changed("virtualNetworks/vnet-hub", smaller)]);
  expect(judged(diagnosis)).toEqual(["healthy", null]);
  expect(statusOf(diagnosis, "bastion.subnet")).toBe("warn");
});

/** The other side is told by BGP alone. */
const byBgp: readonly Change[] = [
  set("vgw-hub", { enableBgp: true, bgpSettings: { asn: 65515, bgpPeeringAddress: "10.10.3.30" } }),
  set("lgw-office", { localNetworkAddressSpace: { addressPrefixes: [] } }),
  set("cn-office", { enableBgp: true }),
];

describe("a gateway of which somebody may not ask what it learned", () => {
  test("is no doubt where a machine leads to the API server", async () => {
    const diagnosis = await diagnosed("hub-spoke", byBgp);
    expect(judged(diagnosis)).toEqual(["healthy", null]);
    expect(statusOf(diagnosis, "vpn.bgp-peers")).toBe("notAssessed");
    expect(diagnosis.summary).toMatch(/BGP is known to its router/);
  });

  test("is one where people have nothing else", async () => {
    const diagnosis = await diagnosed("hub-spoke", [
      ...byBgp,
      without("virtualMachines/vm-jump", "networkInterfaces/nic-jump"),
    ]);
    expect(judged(diagnosis)).toEqual(["unknown", null]);
    expect(diagnosis.summary).toMatch(/getBgpPeerStatus/i);
  });

  test("hides no peering of which one half is left", async () => {
    const diagnosis = await diagnosed("peering-disconnected", byBgp);
    expect(judged(diagnosis)).toEqual(["broken", "peering.both-sides"]);
  });
});
