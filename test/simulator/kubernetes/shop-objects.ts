// The objects of the tests' cluster: a small shop with one pod that crashes, and rights for a few people.

const minutesAgo = (minutes: number) =>
  new Date(Date.now() - minutes * 60_000).toISOString().replace(/\.\d+Z$/, "Z");

const rbac = "rbac.authorization.k8s.io/v1";
const shop = "shop";

/** Entra object id of the group that may read the namespace `shop`. */
export const readersGroup = "11111111-1111-4111-8111-111111111111";

const template = (image: string) => ({
  metadata: { labels: { app: "web" } },
  spec: { containers: [{ name: "web", image, env: [{ name: "MODE", value: "live" }] }] },
});

function pod(name: string, labels: Record<string, string>, status: object, extra: object = {}): object {
  return {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name, namespace: shop, labels, creationTimestamp: minutesAgo(185), ...extra },
    spec: { nodeName: "aks-system-1", containers: [{ name: "web", image: "shop/web:1.4" }] },
    status,
  };
}

const running = {
  phase: "Running",
  podIP: "10.244.0.7",
  containerStatuses: [{ name: "web", ready: true, restartCount: 0, state: { running: {} } }],
};
const crashing = () => ({
  phase: "Running",
  podIP: "10.244.0.8",
  containerStatuses: [
    {
      name: "web",
      ready: false,
      restartCount: 7,
      state: { waiting: { reason: "CrashLoopBackOff" } },
      lastState: { terminated: { exitCode: 1, finishedAt: minutesAgo(3.1) } },
    },
  ],
});

const workloads = () => [
  pod("web-1", { app: "web", tier: "front" }, running, {
    annotations: { "simulator/log": "one\ntwo\nthree\n", team: "shop" },
  }),
  pod("web-2", { app: "web", tier: "back" }, crashing(), {
    annotations: { "simulator/log": "starting\n", "simulator/previous-log": "panic: no database\n" },
  }),
  {
    apiVersion: "v1",
    kind: "Pod",
    metadata: { name: "coredns-1", namespace: "kube-system", labels: { "k8s-app": "kube-dns" } },
    spec: { nodeName: "aks-system-1", containers: [{ name: "coredns" }, { name: "sidecar" }] },
    status: { phase: "Pending" },
  },
  {
    apiVersion: "apps/v1",
    kind: "Deployment",
    metadata: {
      name: "web",
      namespace: shop,
      labels: { app: "web" },
      creationTimestamp: minutesAgo(60 * 50),
    },
    spec: { replicas: 2, selector: { matchLabels: { app: "web" } }, template: template("shop/web:1.4") },
    status: { replicas: 2, readyReplicas: 1, updatedReplicas: 2, availableReplicas: 1 },
  },
  {
    apiVersion: "v1",
    kind: "Service",
    metadata: { name: "web", namespace: shop, creationTimestamp: minutesAgo(60 * 50) },
    spec: { type: "LoadBalancer", clusterIP: "10.0.0.9", ports: [{ port: 80, nodePort: 31080 }] },
  },
  {
    apiVersion: "v1",
    kind: "Event",
    metadata: { name: "web-2.1", namespace: shop },
    involvedObject: { kind: "Pod", name: "web-2", namespace: shop },
    type: "Warning",
    reason: "BackOff",
    message: "Back-off restarting failed container web",
    count: 12,
    lastTimestamp: minutesAgo(1.5),
  },
  { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "settings", namespace: shop }, data: { a: "1" } },
  { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "other", namespace: shop }, data: { b: "2" } },
  { apiVersion: "v1", kind: "Secret", metadata: { name: "db", namespace: shop }, data: { password: "eA==" } },
];

const infrastructure = () => [
  {
    apiVersion: "v1",
    kind: "Node",
    metadata: { name: "aks-system-1", creationTimestamp: minutesAgo(60 * 24 * 20) },
    status: {
      conditions: [{ type: "Ready", status: "True" }],
      nodeInfo: { kubeletVersion: "v1.33.5", osImage: "Ubuntu 22.04.5 LTS" },
      addresses: [{ type: "InternalIP", address: "10.1.0.4" }],
    },
  },
  ...[shop, "kube-system"].map((name) => ({
    apiVersion: "v1",
    kind: "Namespace",
    metadata: { name },
    status: { phase: "Active" },
  })),
];

const role = (name: string, rules: object[]) => ({
  apiVersion: rbac,
  kind: "Role",
  metadata: { name, namespace: shop },
  rules,
});
const bind = (name: string, subject: object, kind: string) => ({
  apiVersion: rbac,
  kind: "RoleBinding",
  metadata: { name, namespace: shop },
  subjects: [subject],
  roleRef: { apiGroup: "rbac.authorization.k8s.io", kind, name },
});

const rights = [
  bind("view", { kind: "Group", name: readersGroup }, "ClusterRole"),
  bind("settings", { kind: "User", name: "alexw@contoso.example" }, "Role"),
  role("settings", [
    {
      apiGroups: [""],
      resources: ["configmaps"],
      resourceNames: ["settings"],
      verbs: ["get", "list", "watch"],
    },
    { apiGroups: [""], resources: ["pods"], verbs: ["get", "list"] },
  ]),
];

/** Their times count from now. */
export const shopObjects = (): unknown[] => [...workloads(), ...infrastructure(), ...rights];
