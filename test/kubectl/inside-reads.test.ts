// The real kubectl and a real shell are the judges: every line of a look inside runs, and what it prints is read.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findKubectl } from "../../simulator/kubernetes/kubectl.ts";
import { commandLine } from "../../src/core/inside/command-line.ts";
import { judgeInside } from "../../src/core/inside/judge-inside.ts";
import type { InsideModel } from "../../src/core/inside/model.ts";
import { type Ran, readInside, servicesToAsk } from "../../src/core/inside/read-inside.ts";
import { backendReads, firstBatches, type InsideRead } from "../../src/core/inside/reads.ts";
import { insideVerdict } from "../../src/core/inside/verdict.ts";
import { azureSide } from "../fixtures/inside.ts";
import { healthyObjects, hostileText, podObject } from "../fixtures/inside-objects.ts";
import { type Person, startTestCluster, type TestCluster } from "../simulator/kubernetes/test-cluster.ts";

const nonce = "n0n5e".repeat(6);
const now = new Date();
const hourAgo = new Date(now.getTime() - 3_600_000).toISOString();

const unwell = [
  podObject("shop", "cart-1", {
    createdAt: hourAgo,
    container: "cart",
    waiting: { reason: "CrashLoopBackOff", message: hostileText },
  }),
  podObject("shop", "cart-2", {
    createdAt: hourAgo,
    container: "cart",
    phase: "Pending",
    unplaced: "0/2 nodes are available: 2 Insufficient memory.",
  }),
  {
    apiVersion: "v1",
    kind: "Event",
    metadata: { name: "cart-2.18a", namespace: "shop" },
    involvedObject: { kind: "Pod", namespace: "shop", name: "cart-2" },
    type: "Warning",
    reason: "FailedScheduling",
    message: hostileText,
    count: 12,
    source: { component: "default-scheduler" },
    lastTimestamp: new Date(now.getTime() - 60_000).toISOString(),
  },
  podObject("shop", "cart-3", { createdAt: hourAgo, container: "cart", unreadySince: hourAgo }),
  {
    apiVersion: "policy/v1",
    kind: "PodDisruptionBudget",
    metadata: { name: "strict", namespace: "shop" },
    status: { disruptionsAllowed: 0, expectedPods: 2, currentHealthy: 1, desiredHealthy: 2 },
  },
];

let cluster: TestCluster;
let home: string;
beforeAll(async () => {
  cluster = await startTestCluster({ objects: [...healthyObjects(now), ...unwell] });
  home = await mkdtemp(path.join(tmpdir(), "inside-reads-"));
});
afterAll(async () => {
  await cluster.close();
  await rm(home, { recursive: true });
});

/** As the pod of a run command does it: one shell, kubectl on its path, both streams in one. */
async function run(line: string, person: Person): Promise<string> {
  const kubectl = await findKubectl();
  if (kubectl === null) throw new Error("these tests need kubectl on the PATH or linux-x64");
  const config = path.join(home, person);
  await writeFile(config, JSON.stringify(kubeconfig(person)));
  const env = { PATH: `${path.dirname(kubectl)}:/usr/bin:/bin`, HOME: home, KUBECONFIG: config };
  const child = spawn("/bin/sh", ["-c", line], { env, stdio: ["ignore", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });
  await new Promise((resolve) => child.once("close", resolve));
  return output;
}

const kubeconfig = (token: string) => ({
  apiVersion: "v1",
  kind: "Config",
  clusters: [
    { name: "c", cluster: { server: cluster.cluster.url, "certificate-authority": cluster.caFile } },
  ],
  users: [{ name: "u", user: { token } }],
  contexts: [{ name: "c", context: { cluster: "c", user: "u" } }],
  "current-context": "c",
});

async function ran(reads: readonly InsideRead[], person: Person): Promise<Ran> {
  const output = await run(commandLine(reads, nonce), person);
  return { reads, nonce, went: { is: "ran", output, began: now.toISOString() } };
}

async function look(person: Person): Promise<InsideModel> {
  const first: Ran[] = [];
  for (const batch of firstBatches()) first.push(await ran(batch, person));
  const read = (all: readonly Ran[]) => readInside({ ran: all, denied: [], now: now.toISOString() });
  const services = servicesToAsk(read(first));
  return read(services.length === 0 ? first : [...first, await ran(backendReads(services), person)]);
}

test("an administrator's look reads all there is, and finds what is wrong", async () => {
  const model = await look("admin");
  const unread = Object.entries({ ...model.parts, ...model.backends }).filter(
    ([, { status }]) => status !== "read",
  );
  expect(unread).toEqual([]);
  const { pods, runningPods, customNames, autoscaler, budgets, warnings, nodes, webhooks, tunnel, leases } =
    model.parts;
  expect(nodes).toMatchObject({
    data: expect.arrayContaining([
      expect.objectContaining({
        name: "aks-system-1",
        pool: "system",
        mode: "system",
        on: ["Ready"],
        taints: ["CriticalAddonsOnly:NoSchedule"],
        kubelet: "v1.33.5",
        hasServingCa: true,
      }),
    ]),
  });
  expect(leases).toMatchObject({
    data: expect.arrayContaining([expect.objectContaining({ node: "aks-apps-1" })]),
  });
  expect(pods).toMatchObject({
    data: expect.arrayContaining([
      expect.objectContaining({
        namespace: "shop",
        name: "cart-1",
        waiting: ["CrashLoopBackOff"],
        said: [hostileText],
        restarts: 7,
        ended: ["OOMKilled"],
      }),
      expect.objectContaining({
        name: "cart-2",
        phase: "Pending",
        unplaced: expect.stringContaining("memory"),
      }),
    ]),
  });
  expect(budgets).toMatchObject({ data: [{ namespace: "shop", name: "strict", expected: 2 }] });
  expect(warnings).toMatchObject({
    data: expect.arrayContaining([
      expect.objectContaining({
        namespace: "shop",
        what: "Pod",
        reason: "FailedScheduling",
        from: "default-scheduler",
        count: 12,
      }),
    ]),
  });
  expect(runningPods).toMatchObject({
    data: [
      { name: "cart-1", waiting: ["CrashLoopBackOff"] },
      { name: "cart-3", isReady: false, since: Date.parse(hourAgo), ready: 0, containers: 1, waiting: [] },
    ],
  });
  expect(customNames).toEqual({ status: "read", data: { zones: [], forwards: [], rewrites: [] } });
  expect(autoscaler).toMatchObject({ data: { exists: true, isHealthy: true } });
  expect(webhooks).toMatchObject({
    data: [
      { configuration: "shop-guard", mustAnswer: true, service: { namespace: "shop-guard", name: "guard" } },
      { name: "by-address.shop.example", mustAnswer: false, service: null },
    ],
  });
  expect(tunnel).toMatchObject({ data: { pods: 2, fault: null } });
  expect(model.backends).toMatchObject({ "shop-guard/guard": { data: [{ service: "guard", ready: 1 }] } });
  const results = judgeInside(model, azureSide, []);
  expect(insideVerdict(model, results)).toEqual({
    is: "reachableWithFaults",
    // A pod of the shop's kube-system is pending too; what the scheduler said of pods follows from those that wait.
    faults: ["k8s.kube-system", "k8s.pending-pods", "k8s.crashloop", "k8s.pods-ready"],
    follows: expect.any(Number),
    unread: [],
  });
});

test("whoever may read little is told what it takes, and nothing is called well", async () => {
  const model = await look("alex");
  expect(model.parts.nodes).toEqual({
    status: "unread",
    why: "forbidden",
    needs: [{ resource: "nodes", scope: { kind: "cluster" } }],
  });
  const results = judgeInside(model, azureSide, []);
  expect(results.filter(({ id }) => id === "k8s.nodes-ready")).toMatchObject([{ status: "notAssessed" }]);
  expect(insideVerdict(model, results)).toEqual({ is: "notLookedInside", why: "rights" });
});

test.each([
  ["all are well: next to nothing", {}, 0, 20_000],
  [
    "none is ready: all of them, below what a run command may print",
    { unreadySince: hourAgo },
    1_800,
    500_000,
  ],
])("a look at 1,800 pods prints, where %s", async (_what, state, expected, most) => {
  const pods = Array.from({ length: 1_800 }, (_, at) =>
    podObject("a-namespace-with-a-name", `a-deployment-with-a-name-7d4b8c6f59-${at}`, {
      ...{ createdAt: hourAgo, container: "main" },
      ...state,
    }),
  );
  const large = await startTestCluster({ objects: [...healthyObjects(now), ...pods] });
  const [, reads = []] = firstBatches();
  const { logs } = await large.run("admin", commandLine(reads, nonce));
  await large.close();
  expect(Buffer.byteLength(logs)).toBeLessThan(most);
  const went = { is: "ran" as const, output: logs, began: now.toISOString() };
  const { parts } = readInside({ ran: [{ reads, nonce, went }], denied: [], now: now.toISOString() });
  expect(parts).toMatchObject({
    pods: { status: "read" },
    runningPods: { status: "read", data: { length: expected } },
    warnings: { status: "read" },
  });
});
