// Run Command end to end: ARM, the cluster token, the real kubectl, Kubernetes' own access control.
import { setTimeout as sleep } from "node:timers/promises";
import { people } from "../../simulator/people.ts";
import type { Scenario } from "../../simulator/scenario/schema.ts";
import type { Simulator } from "../../simulator/simulator.ts";
import * as ids from "../simulator/ids.ts";
import { arm, scenarioFile, startTrusted } from "../simulator/support.ts";

const kubernetesAudience = "6dae42f8-4368-4678-94ff-3960e28e3630";
let simulator: Simulator;
let healthy: Scenario;

beforeAll(async () => {
  simulator = await startTrusted();
  healthy = { ...simulator.scenario, runCommand: { startDelayMs: 0 } };
});
beforeEach(() => simulator.loadScenario(healthy));
afterAll(() => simulator.close());

type Who = keyof typeof people;

async function run(who: Who, command: string, audience = kubernetesAudience) {
  const clusterToken = await simulator.tokenFor(people[who].oid, audience);
  const started = await arm(simulator, people[who], "POST", `${ids.cluster}/runCommand`, {
    command,
    clusterToken,
  });
  if (started.status !== 202) return { started, result: started };
  expect(started.headers.get("retry-after")).toBeNull();
  const location = started.headers.get("location") ?? "";
  expect(location).toMatch(/\/commandResults\/[0-9a-f]{32}\?api-version=2025-03-01$/);
  for (;;) {
    const result = await arm(simulator, people[who], "GET", location);
    if (result.status !== 202) return { started, result };
    expect(result.body.properties.provisioningState).toBe("Running");
    await sleep(20);
  }
}

/** The healthy scenario with other properties on its cluster. */
const changed = (properties: Scenario["resources"][number]["properties"]): Scenario => ({
  ...healthy,
  resources: healthy.resources.map((item) =>
    item.id === ids.cluster ? { ...item, properties: { ...item.properties, ...properties } } : item,
  ),
});

test("kubectl answers with the person's rights in the cluster", async () => {
  const { result } = await run("alex", "kubectl get pods -n payments");
  expect(result.body.properties).toMatchObject({ provisioningState: "Succeeded", exitCode: 0 });
  expect(result.body.properties.logs).toMatch(/settlement-\S+\s+0\/1\s+CrashLoopBackOff\s+37/);
});

test.each([
  ["alex", "kubectl get secrets -n payments", 1, /secrets is forbidden: User "alexw@contoso.example"/],
  ["alex", "kubectl delete configmap api-settings -n payments", 1, /Forbidden/],
  ["patti", "kubectl get nodes", 0, /aks-apps-31846275-vmss000000\s+Ready/],
  ["megan", "kubectl get secrets -n payments", 0, /ledger-db\s+Opaque/],
  ["megan", "kubectl rollout restart deployment/api -n payments", 0, /deployment.apps\/api restarted/],
] as const)("%s: %s → %i", async (who, command, exitCode, logs) => {
  const { result } = await run(who, command);
  expect(result.body.properties).toMatchObject({ exitCode, logs: expect.stringMatching(logs) });
});

test("a token for another API is nobody in the cluster", async () => {
  const { result } = await run("alex", "kubectl get pods", "https://management.azure.com");
  expect(result.body.properties).toMatchObject({
    exitCode: 1,
    logs: expect.stringContaining("You must be logged in to the server"),
  });
});

test("without managed Entra the command has all power, whoever sends it", async () => {
  await simulator.loadScenario(changed({ aadProfile: null }));
  const { result } = await run("alex", "kubectl auth can-i delete secrets -A");
  expect(result.body.properties).toMatchObject({ exitCode: 0, logs: expect.stringContaining("yes") });
});

test("Azure RBAC for Kubernetes: data actions decide", async () => {
  const scenario = changed({ aadProfile: { managed: true, enableAzureRBAC: true } });
  const reader = {
    principalId: people.alex.oid,
    scope: `${ids.cluster}/namespaces/payments`,
    role: "Azure Kubernetes Service RBAC Reader",
  };
  const kubernetes = {
    [ids.cluster]: {
      objects: (healthy.kubernetes[ids.cluster]?.objects ?? []).filter(
        (item) => !String(item.kind).startsWith("ClusterRole"),
      ),
    },
  };
  await simulator.loadScenario({
    ...scenario,
    kubernetes,
    roleAssignments: [...healthy.roleAssignments, reader],
  });
  const outcome = async (command: string) => (await run("alex", command)).result.body.properties.exitCode;
  expect(await outcome("kubectl get pods -n payments")).toBe(0);
  expect(await outcome("kubectl get pods -n web")).toBe(1);
  expect(await outcome("kubectl get secrets -n payments")).toBe(1);
});

test.each([
  ["isaiah has no action", "isaiah", () => healthy, 403],
  ["it is disabled", "alex", () => changed({ apiServerAccessProfile: { disableRunCommand: true } }), 400],
  ["the cluster is stopped", "alex", () => changed({ powerState: { code: "Stopped" } }), 400],
] as const)("refused: %s", async (_, who, scenario, status) => {
  await simulator.loadScenario(scenario());
  expect((await run(who, "kubectl get pods")).started.status).toBe(status);
});

test("the result needs an action of its own", async () => {
  const { started } = await run("alex", "kubectl version");
  const location = started.headers.get("location") ?? "";
  await simulator.loadScenario(scenarioFile("hub-spoke"));
  const reply = await arm(simulator, people.diego, "GET", location);
  expect(reply.body.error.message).toContain(
    "Microsoft.ContainerService/managedClusters/commandResults/read",
  );
});

test("no node to run on: the result failed, with the reason", async () => {
  const tainted = changed({
    agentPoolProfiles: [
      { name: "system", count: 3, osType: "Linux", nodeTaints: ["CriticalAddonsOnly=true:NoSchedule"] },
    ],
  });
  await simulator.loadScenario(tainted);
  const { result } = await run("alex", "kubectl get pods");
  expect(result.body.properties).toMatchObject({
    provisioningState: "Failed",
    reason: expect.stringMatching(/^Unschedulable/),
  });
});

test("a line of several commands runs one after the other, and each says how it ended", async () => {
  const line = [
    "kubectl get namespace web -o name 2>&1",
    "kubectl get secrets -n web 2>&1",
    String.raw`printf '\n%s %s\n' end "$?"`,
    "kubectl get '--raw=/readyz?verbose' 2>&1",
  ].join("; ");
  const { result } = await run("alex", line);
  expect(result.body.properties.logs).toMatch(
    /^namespace\/web\nError from server \(Forbidden\): [^\n]+\n\nend 1\n\[\+\]ping ok\n.*readyz check passed\n$/s,
  );
  expect(result.body.properties.exitCode).toBe(0);
});

test("an API server that is not well says which check fails", async () => {
  const objects = healthy.kubernetes[ids.cluster]?.objects ?? [];
  await simulator.loadScenario({
    ...healthy,
    kubernetes: { [ids.cluster]: { objects, failingChecks: ["etcd"] } },
  });
  const { result } = await run("alex", "kubectl get '--raw=/readyz?verbose'");
  expect(result.body.properties).toMatchObject({
    exitCode: 1,
    logs: expect.stringContaining("[-]etcd failed"),
  });
});

const agentsGone = {
  apiVersion: "apps/v1",
  kind: "Deployment",
  metadata: { name: "konnectivity-agent", namespace: "kube-system" },
  status: { availableReplicas: 0 },
};
const silentNode = (item: Scenario["kubernetes"][string]["objects"][number]) => ({
  ...item,
  metadata: { ...(item.metadata as object), annotations: { "simulator/kubelet": "silent" } },
});

test.each([
  [
    "the agents of the tunnel are gone",
    (objects: Scenario["kubernetes"][string]["objects"]) => [...objects, agentsGone],
    /No agent available/,
  ],
  [
    "a node does not answer",
    (objects: Scenario["kubernetes"][string]["objects"]) =>
      objects.map((item) => (item.kind === "Node" ? silentNode(item) : item)),
    /dial tcp 10\.20\.0\.\d+:10250: i\/o timeout/,
  ],
] as const)("no log is to be had where %s", async (_, change, error) => {
  const objects = change(healthy.kubernetes[ids.cluster]?.objects ?? []);
  await simulator.loadScenario({ ...healthy, kubernetes: { [ids.cluster]: { objects } } } as never);
  const { result } = await run("alex", "kubectl logs ledger-db-0 -n payments");
  expect(result.body.properties).toMatchObject({ exitCode: 1, logs: expect.stringMatching(error) });
});
