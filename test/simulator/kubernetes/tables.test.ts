// Cells of tables whose text is computed from several fields, as the API server computes it.
import { type KubeObject, parseObject } from "../../../simulator/kubernetes/kube-object.ts";
import { tableOf } from "../../../simulator/kubernetes/tables.ts";

const now = new Date("2026-03-01T12:00:00Z");

function cells(kind: string, fields: object): Record<string, unknown> {
  const parsed = parseObject({ apiVersion: "v1", kind, metadata: { name: "x" }, ...fields });
  if (!parsed.ok) throw new Error(parsed.reason);
  const table = tableOf(kind, [parsed.object satisfies KubeObject], {
    now,
    include: "None",
    resourceVersion: "",
  });
  const { columnDefinitions, rows } = table as {
    columnDefinitions: { name: string }[];
    rows: { cells: unknown[] }[];
  };
  return Object.fromEntries(columnDefinitions.map((column, index) => [column.name, rows[0]?.cells[index]]));
}

const spec = { containers: [{ name: "a" }, { name: "b" }] };
const ready = { ready: true, restartCount: 0, state: { running: {} } };
const waiting = (reason: string) => ({ ready: false, restartCount: 2, state: { waiting: { reason } } });
const terminated = (fields: object) => ({ ready: false, restartCount: 0, state: { terminated: fields } });
const init = { initContainers: [{ name: "i" }, { name: "j" }], ...spec };
const sidecar = { initContainers: [{ name: "i", restartPolicy: "Always" }], ...spec };

test.each<[string, status: object, cells: object, more?: object]>([
  [
    "running",
    { phase: "Running", containerStatuses: [ready, ready] },
    { Ready: "2/2", Status: "Running", Restarts: "0" },
  ],
  ["not started", {}, { Ready: "0/2", Status: "Pending" }],
  [
    "one waits",
    { phase: "Running", containerStatuses: [ready, waiting("ImagePullBackOff")] },
    { Ready: "1/2", Status: "ImagePullBackOff", Restarts: "2" },
  ],
  [
    "terminated with a reason",
    { phase: "Failed", containerStatuses: [terminated({ reason: "OOMKilled", exitCode: 137 })] },
    { Status: "OOMKilled" },
  ],
  [
    "terminated without a reason",
    { phase: "Failed", containerStatuses: [terminated({ exitCode: 3 })] },
    { Status: "ExitCode:3" },
  ],
  [
    "killed by a signal",
    { phase: "Failed", containerStatuses: [terminated({ exitCode: 137, signal: 9 })] },
    { Status: "Signal:9" },
  ],
  ["evicted", { phase: "Failed", reason: "Evicted" }, { Status: "Evicted" }],
  [
    "one completed, one runs",
    { phase: "Running", containerStatuses: [terminated({ reason: "Completed", exitCode: 0 }), ready] },
    { Status: "NotReady" },
  ],
  [
    "first init container runs",
    { phase: "Pending", initContainerStatuses: [{ name: "i", state: { running: {} } }] },
    { Status: "Init:0/2" },
    { spec: init },
  ],
  [
    "init container crashes",
    { phase: "Pending", initContainerStatuses: [{ name: "i", ...waiting("CrashLoopBackOff") }] },
    { Status: "Init:CrashLoopBackOff", Restarts: "2" },
    { spec: init },
  ],
  [
    "init container failed",
    {
      phase: "Pending",
      initContainerStatuses: [{ name: "i", ...terminated({ exitCode: 1, reason: "Error" }) }],
    },
    { Status: "Init:Error" },
    { spec: init },
  ],
  [
    "sidecar counts",
    {
      phase: "Running",
      initContainerStatuses: [{ name: "i", started: true, ...ready }],
      containerStatuses: [ready, ready],
    },
    { Ready: "3/3", Status: "Running" },
    { spec: sidecar },
  ],
  [
    "being deleted",
    { phase: "Running" },
    { Status: "Terminating" },
    { metadata: { name: "x", deletionTimestamp: "2026-03-01T11:59:00Z" } },
  ],
  ["unknown node", { phase: "Running" }, { Node: "<none>", IP: "<none>", "Readiness Gates": "<none>" }],
])("pod: %s", (...[_, status, expected, more]) => {
  expect(cells("Pod", { spec, status, ...more })).toMatchObject(expected);
});

test.each<[string, string, object, object]>([
  ["Node", "no condition", {}, { Status: "Unknown", Roles: "<none>" }],
  [
    "Node",
    "not ready and cordoned",
    { spec: { unschedulable: true }, status: { conditions: [{ type: "Ready", status: "Unknown" }] } },
    { Status: "NotReady,SchedulingDisabled" },
  ],
  [
    "Node",
    "roles",
    {
      metadata: { name: "x", labels: { "node-role.kubernetes.io/agent": "", "kubernetes.io/role": "agent" } },
    },
    { Roles: "agent" },
  ],
  [
    "Service",
    "external name",
    { spec: { type: "ExternalName", externalName: "db.contoso.example" } },
    { "Cluster-IP": "<none>", "External-IP": "db.contoso.example", "Port(s)": "<none>" },
  ],
  [
    "Service",
    "load balancer",
    { spec: { type: "LoadBalancer" }, status: { loadBalancer: { ingress: [{ ip: "20.50.0.4" }] } } },
    { "External-IP": "20.50.0.4" },
  ],
  [
    "Job",
    "running",
    { spec: { completions: 3 }, status: { succeeded: 1, startTime: "2026-03-01T11:55:00Z" } },
    { Status: "Running", Completions: "1/3", Duration: "5m" },
  ],
  [
    "Job",
    "complete",
    {
      status: {
        succeeded: 1,
        conditions: [{ type: "Complete", status: "True" }],
        startTime: "2026-03-01T11:00:00Z",
        completionTime: "2026-03-01T11:00:09Z",
      },
    },
    { Status: "Complete", Completions: "1/1", Duration: "9s" },
  ],
  [
    "CronJob",
    "never ran",
    { spec: { schedule: "@daily" } },
    { Schedule: "@daily", Suspend: "False", "Last Schedule": "<none>", Timezone: "<none>" },
  ],
  [
    "HorizontalPodAutoscaler",
    "one metric",
    {
      spec: {
        scaleTargetRef: { kind: "Deployment", name: "web" },
        metrics: [{ type: "Resource", resource: { name: "cpu", target: { averageUtilization: 80 } } }],
      },
    },
    { Reference: "Deployment/web", Targets: "cpu: <unknown>/80%", MinPods: "<unset>" },
  ],
  [
    "EndpointSlice",
    "many addresses",
    {
      addressType: "IPv4",
      ports: [{ port: 80 }],
      endpoints: [{ addresses: ["10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.0.4"] }],
    },
    { Ports: "80", Endpoints: "10.0.0.1,10.0.0.2,10.0.0.3 + 1 more..." },
  ],
  [
    "NetworkPolicy",
    "selector",
    {
      spec: {
        podSelector: {
          matchLabels: { app: "web" },
          matchExpressions: [{ key: "tier", operator: "In", values: ["a"] }],
        },
      },
    },
    { "Pod-Selector": "app=web,tier in (a)" },
  ],
  [
    "PersistentVolumeClaim",
    "bound",
    {
      spec: { volumeName: "pv-1" },
      status: { phase: "Bound", accessModes: ["ReadWriteOnce"], capacity: { storage: "8Gi" } },
    },
    { Status: "Bound", Capacity: "8Gi", "Access Modes": "RWO" },
  ],
  [
    "RoleBinding",
    "subjects",
    {
      roleRef: { kind: "ClusterRole", name: "view" },
      subjects: [{ kind: "ServiceAccount", name: "bot", namespace: "ci" }],
    },
    { Role: "ClusterRole/view", ServiceAccounts: "ci/bot" },
  ],
  ["Widget", "a kind without columns of its own", {}, { Name: "x", Age: "<unknown>" }],
])("%s: %s", (kind, _, fields, expected) => {
  expect(cells(kind, fields)).toMatchObject(expected);
});
