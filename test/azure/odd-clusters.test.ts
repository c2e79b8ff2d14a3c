// Clusters as Azure really describes them, and words that it may add: from ARM's JSON through the SDK to the verdict.

import { people } from "../../simulator/people.ts";
import { applyPatch } from "../../simulator/scenario/json-patch.ts";
import { loadScenario } from "../../simulator/scenario/load.ts";
import { scenarioSchema } from "../../simulator/scenario/schema.ts";
import { createClusterReader } from "../../src/azure/collect/cluster-reader.ts";
import type { Verdict } from "../../src/core/diagnosis/cause.ts";
import type { Diagnosis } from "../../src/core/diagnosis/diagnosis.ts";
import { isOnlyAdvice } from "../../src/core/diagnosis/problem.ts";
import type { SaidDiagnosis } from "../../src/presenters/diagnosis/localize-diagnosis.ts";
import { diagnose } from "../diagnosed.ts";
import { scenarioFile } from "../simulator/support.ts";
import { type LocalAzure, startLocalAzure } from "./local-azure.ts";
import { clusterIn, odd, type Path } from "./odd-answer.ts";

let azure: LocalAzure;
beforeAll(async () => {
  azure = await startLocalAzure(await loadScenario(scenarioFile("hub-spoke")));
});
afterAll(() => azure.simulator.close());

type Value = string | number | boolean | null | readonly Value[] | { readonly [name: string]: Value };
/** `at`: the end of a resource's id, and behind a space the place in its properties. */
type Edit = readonly [at: string, value: Value];

type Json = Parameters<typeof applyPatch>[0];

/** Sets each value; of a name that is not there yet, too. */
const edited = (document: Json, ids: readonly string[], edits: readonly Edit[]): Json =>
  applyPatch(
    document,
    edits.map(([at, value]) => {
      const [ending = "", place = ""] = at.split(" ");
      const index = ids.findIndex((id) => id.endsWith(ending));
      if (index < 0) throw new Error(`No resource ends in ${ending}.`);
      return { op: "add", path: `/resources/${index}/${place}`, value: JSON.parse(JSON.stringify(value)) };
    }),
  );

const diagnosed = async (
  name: string,
  edits: readonly Edit[],
  moves: readonly (readonly [string, string])[] = [],
): Promise<SaidDiagnosis> => {
  const text = JSON.stringify(await loadScenario(scenarioFile(name)));
  const moved = moves.reduce((all, [from, to]) => all.replaceAll(from, to), text);
  const document = JSON.parse(moved);
  const ids = scenarioSchema.parse(document).resources.map(({ id }) => id);
  await azure.simulator.loadScenario(scenarioSchema.parse(edited(document, ids, edits)));
  const reader = createClusterReader(azure.options);
  const cluster = ids.find((id) => /\/managedClusters\/[^/]+$/.test(id)) ?? "";
  const client = name.startsWith("vnet-public") ? { ip: "20.50.1.9" } : {};
  return diagnose(await reader.collect(await azure.signIn(people.alex), cluster, client));
};

const openIn = ({ checks }: SaidDiagnosis): readonly string[] =>
  checks.filter((check) => check.status === "notAssessed" && !isOnlyAdvice(check)).map(({ id }) => id);
const worded = ({ checks }: SaidDiagnosis, id: string): string => {
  const check = checks.find((each) => each.id === id);
  return `${check?.status} ${check?.summary}`;
};

const cluster = "managedClusters/edge-1";
const pools = `${cluster} properties/agentPoolProfiles`;
/** As AKS makes them where no network is named. */
const ownNetwork = [
  [
    "rg-edge/providers/Microsoft.Network/virtualNetworks/vnet-edge",
    "MC_rg-edge_edge-1_westeurope/providers/Microsoft.Network/virtualNetworks/aks-vnet-31846275",
  ],
  ["snet-aks", "aks-subnet"],
  ["snet-apiserver", "aks-apiserver-subnet"],
] as const;
const managed: readonly Edit[] = [
  [`${cluster} properties/apiServerAccessProfile/subnetId`, ""],
  [`${pools}/0/vnetSubnetID`, ""],
  [`${pools}/1/vnetSubnetID`, null],
];
const pool = {
  name: "system",
  osType: "Linux",
  provisioningState: "Succeeded",
  powerState: { code: "Running" },
};
const automatic: readonly Edit[] = [
  managed[0] ?? ["", ""],
  [`${cluster} sku`, { name: "Automatic", tier: "Standard" }],
  [`${cluster} properties/nodeProvisioningProfile`, { mode: "Auto", defaultNodePools: "Auto" }],
];

describe("a network that AKS manages, with the API server in it", () => {
  test("an empty subnet id is none: all is found, and judged", async () => {
    const diagnosis = await diagnosed("vnet-public", managed, ownNetwork);
    expect([diagnosis.verdict, openIn(diagnosis)]).toEqual(["healthy", []]);
    expect(worded(diagnosis, "api.vnetint-subnet")).toMatch(/^pass .*aks-apiserver-subnet/);
  });

  test.each([
    ["nodes made as pods need them, beside a pool of AKS's own", [{ ...pool, mode: "ManagedSystem" }]],
    [
      "the same, with its nodes counted",
      [{ ...pool, mode: "ManagedSystem", count: 3, nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] }],
    ],
  ])("AKS Automatic: %s", async (_case, profiles) => {
    const diagnosis = await diagnosed("vnet-public", [...automatic, [pools, profiles]], ownNetwork);
    expect(openIn(diagnosis)).toEqual([]);
    expect(diagnosis.verdict).toBe("healthy");
    expect(worded(diagnosis, "pool.system-ready")).toMatch(/^(pass|notApplicable) /);
  });

  test("AKS Automatic that does not say that it makes its nodes: no alarm", async () => {
    const silent = automatic.filter(([at]) => !at.includes("nodeProvisioningProfile"));
    const diagnosis = await diagnosed(
      "vnet-public",
      [
        ...silent,
        [
          pools,
          [{ ...pool, mode: "ManagedSystem", count: 0, nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] }],
        ],
      ],
      ownNetwork,
    );
    expect(diagnosis.checks.filter(({ status }) => status === "fail")).toEqual([]);
  });
});

const apps = "managedClusters/prod-1 properties/agentPoolProfiles/1";
const node = "managedClusters/prod-1 properties/agentPoolProfiles/0";
const subnet = "virtualNetworks/vnet-spoke properties/subnets/0/properties/provisioningState";

test.each<readonly [what: string, edits: readonly Edit[], verdict: Verdict, says: RegExp]>([
  ["a pool that AKS manages is a system pool", [[`${node}/mode`, "ManagedSystem"]], "healthy", /^Nothing/],
  ["one system node is advice", [[`${node}/count`, 1]], "healthy", /^Nothing/],
  [
    "a user pool failed",
    [[`${apps}/provisioningState`, "Failed"]],
    "degraded",
    /operation on pool apps failed/,
  ],
  [
    "a user pool was canceled",
    [[`${apps}/provisioningState`, "Canceled"]],
    "degraded",
    /pool apps was canceled/,
  ],
  [
    "the hub failed",
    [["vnet-hub properties/provisioningState", "Failed"]],
    "unknown",
    /network vnet-hub failed/,
  ],
  ["the nodes' subnet failed", [[subnet, "Failed"]], "unknown", /subnet snet-aks failed/],
  [
    "the load balancer failed",
    [["loadBalancers/kubernetes properties/provisioningState", "Failed"]],
    "unknown",
    /load balancer kubernetes failed/,
  ],
])("%s", async (_what, edits, verdict, says) => {
  const diagnosis = await diagnosed("hub-spoke", edits);
  expect([diagnosis.verdict, diagnosis.summary]).toEqual([verdict, expect.stringMatching(says)]);
});

test.each<readonly [at: string, word: Value]>([
  ["managedClusters/prod-1 properties/provisioningState", "Rehydrated"],
  ["managedClusters/prod-1 properties/powerState", { code: "Hibernated" }],
  [`${node}/mode`, "Sidereal"],
  [`${apps}/osType`, "Plan9"],
  [`${apps}/powerState`, { code: "Dozing" }],
  [`${apps}/provisioningState`, "Pondering"],
  ["managedClusters/prod-1 properties/networkProfile/outboundType", "teleport"],
  ["managedClusters/prod-1 properties/networkProfile/networkPlugin", "wormhole"],
  ["vnet-spoke properties/provisioningState", "Orbiting"],
  ["vnet-hub properties/provisioningState", "Orbiting"],
  [subnet, "Orbiting"],
  ["loadBalancers/kubernetes properties/provisioningState", "Teetering"],
  ["privateEndpoints/kube-apiserver properties/provisioningState", "Humming"],
  ["virtualNetworkGateways/vgw-hub properties/gatewayType", "Portal"],
  ["virtualNetworkGateways/vgw-hub properties/provisioningState", "Humming"],
  ["bastionHosts/bas-hub properties/provisioningState", "Humming"],
])("a word that nobody knows, %s: unknown, and no fault", async (at, word) => {
  const diagnosis = await diagnosed("hub-spoke", [[at, word]]);
  expect(diagnosis).toMatchObject({ verdict: "unknown", rootCause: null });
  expect(diagnosis.checks.filter(({ status }) => status === "fail")).toEqual([]);
});

test("a field in another type costs what depends on it, never the whole cluster, and nothing is guessed", async () => {
  const { answer, diagnosed } = await clusterIn(azure, scenarioFile("hub-spoke"));
  const pool: Path = ["properties", "agentPoolProfiles", 0];
  const openIn = ({ checks }: Diagnosis) =>
    checks.filter(({ status }) => status === "notAssessed").map(({ id }) => id);
  const before = openIn(await diagnosed(answer));
  const found: unknown[] = [];
  for (const path of [
    [...pool, "vmSize"],
    [...pool, "count"],
    ["properties", "enableRBAC"],
    ["properties", "networkProfile", "loadBalancerSku"],
  ]) {
    const diagnosis = await diagnosed(odd(answer, path));
    const opened = openIn(diagnosis).filter((id) => !before.includes(id));
    found.push([path.at(-1), diagnosis.verdict, opened]);
  }
  expect(found).toEqual([
    ["vmSize", "healthy", []],
    [
      "count",
      "unknown",
      ["invoke.schedulable-node", "pool.system-ready", "pool.vm-instances", "pool.subnet-ip-free"],
    ],
    ["enableRBAC", "unknown", ["entra.azure-rbac"]],
    ["loadBalancerSku", "unknown", ["egress.outbound-consistent"]],
  ]);
  azure.simulator.setFaults([]);
});
