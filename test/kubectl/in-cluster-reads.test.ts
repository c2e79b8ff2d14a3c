// The real kubectl and a real shell are the judges: every line of a look inside runs, and what it prints is read.
import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findKubectl } from "../../simulator/kubernetes/kubectl.ts";
import { judgeInCluster } from "../../src/core/in-cluster/judge-in-cluster.ts";
import { type Ran, readInCluster, servicesToAsk } from "../../src/core/in-cluster/read-in-cluster.ts";
import type { InClusterModel } from "../../src/core/in-cluster/reads/model.ts";
import {
  backendReads,
  commandLine,
  firstBatches,
  type InClusterRead,
} from "../../src/core/in-cluster/reads.ts";
import { inClusterVerdict } from "../../src/core/in-cluster/verdict.ts";
import { azureSide } from "../fixtures/in-cluster.ts";
import { healthyObjects, hostileText, podObject } from "../fixtures/in-cluster-objects.ts";
import { type Person, startTestCluster, type TestCluster } from "../simulator/kubernetes/test-cluster.ts";

const nonce = "n0n5e".repeat(6);
const now = new Date();
const hourAgo = new Date(now.getTime() - 3_600_000).toISOString();

const overQuota = 'pods "offers-1" is forbidden: exceeded quota: team, requested: pods=1';

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
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "offers", namespace: "shop", creationTimestamp: hourAgo },
    spec: { replicas: 2 },
    status: {
      unavailableReplicas: 2,
      conditions: [
        { type: "Available", status: "False", lastTransitionTime: hourAgo },
        { type: "ReplicaFailure", status: "True", reason: "FailedCreate", message: overQuota },
        { type: "Progressing", status: "False", reason: "ProgressDeadlineExceeded" },
      ],
    },
  },
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: { name: "well", namespace: "shop", creationTimestamp: hourAgo },
    spec: { replicas: 2 },
    status: { replicas: 2, availableReplicas: 2 },
  },
  ...[0, 3].map((availableReplicas) => ({
    apiVersion: "apps/v1",
    kind: "StatefulSet",
    metadata: { name: `store-${availableReplicas}`, namespace: "shop", creationTimestamp: hourAgo },
    spec: { replicas: 3 },
    status: { replicas: 3, availableReplicas },
  })),
  {
    apiVersion: "apps/v1",
    kind: "DaemonSet",
    metadata: { name: "agent", namespace: "shop", creationTimestamp: hourAgo },
    status: { desiredNumberScheduled: 2, numberUnavailable: 2 },
  },
  ...[{}, { succeeded: 1 }].map((ended, at) => ({
    apiVersion: "batch/v1",
    kind: "Job",
    metadata: { name: `import-${at}`, namespace: "shop", creationTimestamp: hourAgo },
    status: {
      ...{ failed: 7, ...ended },
      conditions: [
        { type: "Failed", status: "True", reason: "BackoffLimitExceeded", lastTransitionTime: hourAgo },
      ],
    },
  })),
  {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "cart-9", namespace: "shop", creationTimestamp: hourAgo },
    spec: { nodeName: "aks-apps-1", containers: [{ name: "cart" }] },
    status: {
      ...{ phase: "Failed", reason: "Evicted", message: hostileText, startTime: hourAgo },
      conditions: [{ type: "DisruptionTarget", status: "True", lastTransitionTime: hourAgo }],
    },
  },
  ...[{ storageClassName: "fast-ssd" }, { storageClassName: "" }, {}].map((spec, at) => ({
    apiVersion: "v1",
    kind: "PersistentVolumeClaim",
    metadata: {
      ...{ name: `data-${at}`, namespace: "shop", creationTimestamp: hourAgo },
      annotations: at === 0 ? { "volume.kubernetes.io/selected-node": "aks-apps-1" } : {},
    },
    spec,
    status: { phase: "Pending" },
  })),
  {
    apiVersion: "storage.k8s.io/v1",
    kind: "StorageClass",
    metadata: { name: "default", annotations: { "storageclass.kubernetes.io/is-default-class": "true" } },
    volumeBindingMode: "WaitForFirstConsumer",
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

async function ran(reads: readonly InClusterRead[], person: Person): Promise<Ran> {
  const output = await run(commandLine(reads, nonce), person);
  return { reads, nonce, went: { is: "ran", output, began: now.toISOString() } };
}

async function look(person: Person): Promise<InClusterModel> {
  const first: Ran[] = [];
  for (const batch of firstBatches()) first.push(await ran(batch, person));
  const read = (all: readonly Ran[]) => readInCluster({ ran: all, denied: [], now: now.toISOString() });
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
        containers: [
          { name: "cart", why: "CrashLoopBackOff", restarts: 7, end: { code: 137, why: "OOMKilled" } },
        ],
      }),
      expect.objectContaining({
        name: "cart-2",
        phase: "Pending",
        unplaced: expect.stringContaining("memory"),
      }),
    ]),
  });
  expect(model.parts.lastWords).toEqual({
    status: "read",
    data: [{ namespace: "shop", name: "cart-1", containers: [{ name: "cart", said: hostileText }] }],
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
  const { workloads, jobs, evictedPods, claims, storageClasses } = model.parts;
  const short = { wanted: 3, available: 0, isUnavailable: false, unavailableSince: null, notMade: "" };
  const named = (...names: readonly string[]) => names.map((name) => expect.objectContaining({ name }));
  expect(workloads).toMatchObject({
    data: expect.arrayContaining([
      expect.objectContaining({
        ...{ kind: "Deployment", name: "offers", wanted: 2, available: 0, isStuck: true, notMade: overQuota },
        ...{ isUnavailable: true, unavailableSince: Date.parse(hourAgo) },
      }),
      expect.objectContaining({ ...short, kind: "DaemonSet", name: "agent", wanted: 2 }),
      expect.objectContaining({ ...short, kind: "StatefulSet", name: "store-0" }),
    ]),
  });
  expect(workloads).not.toMatchObject({ data: expect.arrayContaining(named("well")) });
  expect(workloads).not.toMatchObject({ data: expect.arrayContaining(named("store-3")) });
  const givenUp = { reason: "BackoffLimitExceeded", at: Date.parse(hourAgo) };
  expect(jobs).toMatchObject({ data: [{ name: "import-0", active: 0, failed: 7, givenUp }] });
  expect(evictedPods).toMatchObject({
    data: [{ name: "cart-9", said: hostileText, at: Date.parse(hourAgo) }],
  });
  expect(claims).toMatchObject({
    data: [
      { name: "data-0", storageClass: "fast-ssd", isWaitedFor: true },
      { name: "data-1", storageClass: "" },
      { name: "data-2", storageClass: null, isWaitedFor: false },
    ],
  });
  expect(storageClasses).toMatchObject({ data: [{ name: "default", waitsForPod: true, isDefault: true }] });
  expect(model.backends).toMatchObject({ "shop-guard/guard": { data: [{ service: "guard", ready: 1 }] } });
  const results = judgeInCluster(model, azureSide, []);
  expect(inClusterVerdict(model, results)).toEqual({
    is: "reachableWithFaults",
    // A pod of the shop's kube-system is pending too; what the scheduler said of pods follows from those that wait.
    faults: [
      ...["k8s.kube-system", "k8s.pods-not-made", "k8s.claims", "k8s.pending-pods", "k8s.crashloop"],
      ...["k8s.pods-ready", "k8s.workloads", "k8s.jobs", "k8s.evicted-pods"],
    ],
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
  const results = judgeInCluster(model, azureSide, []);
  expect(results.filter(({ id }) => id === "k8s.nodes-ready")).toMatchObject([{ status: "notAssessed" }]);
  expect(inClusterVerdict(model, results)).toEqual({ is: "notLookedInside", why: "rights" });
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
  const { parts } = readInCluster({ ran: [{ reads, nonce, went }], denied: [], now: now.toISOString() });
  expect(parts).toMatchObject({
    pods: { status: "read" },
    runningPods: { status: "read", data: { length: expected } },
    warnings: { status: "read" },
  });
});
